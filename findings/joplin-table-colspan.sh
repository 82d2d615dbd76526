#!/usr/bin/env bash
# Library:  @joplin/turndown-plugin-gfm 1.0.68 (September 2026) with turndown 7.2.5
# Input:    a valid table whose only header cell spans both columns
# Guess:    the header cell once, an empty one after it, and a line of dashes for two columns
# Expected: a table that a reader of GitHub's Markdown takes for one
# Seen:     the cell of dashes for the second column is empty, "| --- |     | --- |", so three columns stand under a header of two and the
#           whole table is read as a paragraph of pipes
# Here:     Copydesk repeats a spanned cell in each column it covers: test/docs/outside-libraries.test.ts
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts turndown@7.2.5 @joplin/turndown-plugin-gfm@1.0.68 \
  mdast-util-from-markdown@2.1.0 mdast-util-gfm@3.1.0 micromark-extension-gfm@3.0.0 >/dev/null

cat >check.mjs <<'JS'
import assert from 'node:assert/strict'
import joplin from '@joplin/turndown-plugin-gfm'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {gfm} from 'micromark-extension-gfm'
import Turndown from 'turndown'

const converter = new Turndown()
converter.use(joplin.gfm)
const markdown = converter.turndown(
  '<table><thead><tr><th colspan="2">Tides</th></tr></thead><tbody><tr><td>High</td><td>Low</td></tr></tbody></table>',
)
const read = fromMarkdown(markdown, {extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()]})
console.log(markdown)
console.log(read.children.map(({type}) => type))
assert.match(markdown, /^\| --- \| +\| --- \|$/m)
assert.deepEqual(
  read.children.map(({type}) => type),
  ['paragraph'],
)
JS
node check.mjs
