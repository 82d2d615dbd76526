#!/usr/bin/env bash
# Library:  node-html-markdown 2.0.0 (March 2026)
# Input:    a valid table with a line break in a cell, as tables of figures have it
# Guess:    the break becomes a space or <br>, since a row of a Markdown table is one line
# Expected: the figures 1 and 2, apart
# Seen:     "12": breaks in cells are dropped with nothing in their place, and two figures become another one. Outside of tables the break
#           is kept
# Here:     Copydesk keeps a break in a cell as a break, and writes a space for it in Markdown: test/docs/outside-libraries.test.ts
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts node-html-markdown@2.0.0 >/dev/null

cat >check.mjs <<'JS'
import assert from 'node:assert/strict'
import {NodeHtmlMarkdown} from 'node-html-markdown'

const table = '<table><thead><tr><th>Pier</th><th>Boats</th></tr></thead><tbody><tr><td>North</td><td>1<br>2</td></tr></tbody></table>'
const seen = NodeHtmlMarkdown.translate(table).trim()
console.log(seen)
assert.match(seen, /^\| North \| 12 +\|$/m)
assert.equal(NodeHtmlMarkdown.translate('<p>1<br>2</p>'), '1  \n2')
JS
node check.mjs
