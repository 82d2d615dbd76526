#!/usr/bin/env bash
# Library:  hast-util-to-mdast 10.1.3 (November 2026), the heart of rehype-remark 10
# Input:    a valid menu element: by the HTML Standard an alternative to ul for an unordered list of commands, with li children
# Guess:    a bullet list, as for ul
# Expected: "* Save\n* Print\n"
# Seen:     nothing: its handler for menu is ignore, so the list and all of its words are gone. dir, its obsolete twin, becomes a list
# Here:     Copydesk converts with rehype-remark and reads a menu as a container of list items: test/docs/outside-libraries.test.ts
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
  toMarkdown(toMdast(fromHtml(`<${name}><li>Save</li><li>Print</li></${name}>`, {fragment: true})))
const seen = {ul: convert('ul'), dir: convert('dir'), menu: convert('menu')}
console.log(seen)
assert.deepEqual(seen, {ul: '* Save\n* Print\n', dir: '* Save\n* Print\n', menu: ''})
JS
node check.mjs
