#!/usr/bin/env bash
# Library:  mdast-util-to-markdown 2.2.3 (November 2026), which remark-stringify 11 uses
# Input:    a valid mdast paragraph: strong that holds a text and a break, and a text after it; as <b>Nine<br></b>to five gives
# Guess:    the break is moved out of the strong, or written as one: **Nine\⏎**
# Expected: read again by mdast-util-from-markdown: a break, and no word changed
# Seen:     **Nine\\&#xA;**: the line end is written as a reference for the sake of the asterisks, which leaves the backslash of the break
#           alone. Read again, the break is gone and a backslash has come into the text
# Here:     an editor who ends a bold line with Shift+Enter makes such blocks. Copydesk moves the break out of the
#           marks: test/docs/outside-libraries.test.ts
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
  mdast-util-to-markdown@2.2.3 mdast-util-from-markdown@2.1.0 >/dev/null

cat >check.mjs <<'JS'
import assert from 'node:assert/strict'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {toMarkdown} from 'mdast-util-to-markdown'

const text = (value) => ({type: 'text', value})
const paragraph = {
  type: 'paragraph',
  children: [{type: 'strong', children: [text('Nine'), {type: 'break'}]}, text('to five')],
}
const markdown = toMarkdown({type: 'root', children: [paragraph]})
const [strong] = fromMarkdown(markdown).children[0].children
const seen = {markdown, strong: strong.children.map(({type, value}) => [type, value])}
console.log(seen)
assert.deepEqual(seen, {markdown: '**Nine\\\\&#xA;**&#x74;o five\n', strong: [['text', 'Nine\\\n']]})
JS
node check.mjs
