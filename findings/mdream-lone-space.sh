#!/usr/bin/env bash
# Library:  mdream 1.7.2 (September 2026), htmlToMarkdown; its WebAssembly build, which runs everywhere. The native one answers the same
# Input:    valid HTML: the space between two words is the only text of an element, as visual editors write it
# Guess:    the tags go, the space stays, as with every inline element
# Expected: "North pier and South pier"
# Seen:     "Northpier andSouth pier": an element that holds only white space is dropped with it, and the words around it fuse
# Here:     the same input is common in what word processors and editors export: test/docs/outside-libraries.test.ts
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts mdream@1.7.2 >/dev/null

cat >check.mjs <<'JS'
import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {htmlToMarkdown, initSync} from 'mdream/wasm'

initSync({module: readFileSync('node_modules/mdream/wasm/mdream_edge_bg.wasm')})
const seen = htmlToMarkdown('<p>North<span> </span>pier and<b> </b>South pier</p>')
console.log(seen)
assert.equal(seen.trim(), 'Northpier andSouth pier')
JS
node check.mjs
