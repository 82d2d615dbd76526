#!/usr/bin/env bash
# Library:  @portabletext/toolkit 6.0.0 as @portabletext/to-html 6.0.0 uses it
# Input:    valid Portable Text, no level skipped: number 1, bullet 2, number 2, number 1
# Guess:    two sublists of different kinds, one after the other, inside the first item; the outer list goes on with item 2
# Expected: <ol><li>one<ul><li>dot</li></ul><ol><li>digit</li></ol></li><li>two</li></ol>
# Seen:     when the kind of a sublist changes, the list around it is closed too: a second outer list begins with an item that has no
#           text of its own, "digit" hangs below that, and its numbers start again from 1
# Here:     the site's pages are rendered from such blocks. Copydesk nests lists by itself: test/render/nest.test.ts
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @portabletext/to-html@6.0.0 @portabletext/toolkit@6.0.0 >/dev/null

cat >check.mjs <<'JS'
import assert from 'node:assert/strict'
import {toHTML} from '@portabletext/to-html'

const item = (text, listItem, level) => ({
  _type: 'block',
  _key: text,
  style: 'normal',
  listItem,
  level,
  markDefs: [],
  children: [{_type: 'span', _key: `${text}0`, text, marks: []}],
})
const seen = toHTML([item('one', 'number', 1), item('dot', 'bullet', 2), item('digit', 'number', 2), item('two', 'number', 1)])
console.log(seen)
assert.equal(
  seen,
  '<ol><li>one<ul><li>dot</li></ul></li></ol><ol><li><ol><li>digit</li></ol></li><li>two</li></ol>',
)
JS
node check.mjs
