#!/usr/bin/env bash
# Library:  rehype-parse 9.0.1 (with hast-util-from-parse5 8.0.4 and hastscript 9.0.1)
# Input:    valid custom elements; the HTML Standard allows dots in their names ("valid custom element name")
# Guess:    an element keeps its name, as parse5 itself gives it
# Expected: tagName "my-card.wide", no class
# Seen:     tagName "my-card", className ["wide"]: the name is read as a selector, so that two elements become one kind, and a
#           class appears that the page does not have
# Here:     whole pages are read by an adapter of ours, which keeps the name: test/ingest/parse/page-tree/parity.test.ts
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
  rehype-parse@9.0.1 hast-util-from-parse5@8.0.4 hastscript@9.0.1 parse5@7.3.0 unified@11.0.5 >/dev/null

cat >check.mjs <<'JS'
import assert from 'node:assert/strict'
import {parseFragment} from 'parse5'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'

const html = '<my-card.wide>One</my-card.wide><my-card.tall class="a">Two</my-card.tall>'
const names = parseFragment(html).childNodes.map(({tagName}) => tagName)
const tree = unified().use(rehypeParse, {fragment: true}).parse(html)
const seen = tree.children.map(({tagName, properties}) => ({tagName, ...properties}))
console.log('parse5:      ', JSON.stringify(names))
console.log('rehype-parse:', JSON.stringify(seen))
assert.deepEqual(names, ['my-card.wide', 'my-card.tall'])
assert.deepEqual(seen, [
  {tagName: 'my-card', className: ['wide']},
  {tagName: 'my-card', className: ['tall', 'a']},
])
JS
node check.mjs
