#!/usr/bin/env bash
# Library:  hast-util-to-mdast 10.1.3 (November 2026), the heart of rehype-remark 10
# Input:    a valid menu element: by the HTML Standard an unordered list like ul, with li children
# Guess:    a bullet list, as for ul; the older dir element does give one
# Expected: "* Fresh bread\n* Apples\n"
# Seen:     nothing: its handler for menu is ignore, so the list and all of its words are gone
# Here:     Copydesk converts with rehype-remark and brings a handler of its own: test/docs/outside-libraries.test.ts
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
  hast-util-to-mdast@10.1.3 hast-util-from-html@2.1.0 mdast-util-to-markdown@2.2.3 >/dev/null

cat >check.mjs <<'JS'
import assert from 'node:assert/strict'
import {fromHtml} from 'hast-util-from-html'
import {toMdast} from 'hast-util-to-mdast'
import {toMarkdown} from 'mdast-util-to-markdown'

const convert = (name) =>
  toMarkdown(toMdast(fromHtml(`<${name}><li>Fresh bread</li><li>Apples</li></${name}>`, {fragment: true})))
const seen = {ul: convert('ul'), dir: convert('dir'), menu: convert('menu')}
console.log(seen)
assert.deepEqual(seen, {ul: '* Fresh bread\n* Apples\n', dir: '* Fresh bread\n* Apples\n', menu: ''})
JS
node check.mjs
