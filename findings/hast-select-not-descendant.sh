#!/usr/bin/env bash
# Library:  hast-util-select 6.0.4 with css-selector-parser 3.3.0; jsdom 29.1.1 for what a browser answers
# Input:    valid selectors of Selectors Level 4. The readme lists :not(), :is() and :has() as supported and names no limit on their
#           arguments
# Guess:    what is not supported raises an error, as :where() does
# Expected: the numbers of jsdom
# Seen:     a selector with a combinator inside :not() excludes nothing and inside :is() matches nothing; :has() that begins with + or ~
#           matches nothing. No error in any case
# Here:     extraction profiles of sources take selectors from editors, and "remove: p:not(article p)" would remove the article. Copydesk
#           refuses the three forms with their reason: test/ingest/parse/profile/profile.test.ts
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
  hast-util-select@6.0.4 css-selector-parser@3.3.0 hast-util-from-html@2.1.0 jsdom@29.1.1 >/dev/null

cat >check.mjs <<'JS'
import assert from 'node:assert/strict'
import {fromHtml} from 'hast-util-from-html'
import {selectAll} from 'hast-util-select'
import {JSDOM} from 'jsdom'

const html =
  '<!doctype html><html lang="en"><head><title>t</title></head><body><p>Menu</p><article><h2>Ports</h2><p>One</p><p>Two</p></article></body></html>'
const tree = fromHtml(html)
const {document} = new JSDOM(html).window
const selectors = ['p:not(article p)', 'p:is(article > p)', 'h2:has(+ p)', 'h2:has(~ p)', 'article:has(> h2)', 'article:has(h2 + p)']
const seen = Object.fromEntries(
  selectors.map((one) => [one, {hast: selectAll(one, tree).length, jsdom: document.querySelectorAll(one).length}]),
)
console.table(seen)
assert.deepEqual(seen, {
  'p:not(article p)': {hast: 3, jsdom: 1},
  'p:is(article > p)': {hast: 0, jsdom: 2},
  'h2:has(+ p)': {hast: 0, jsdom: 1},
  'h2:has(~ p)': {hast: 0, jsdom: 1},
  'article:has(> h2)': {hast: 1, jsdom: 1},
  'article:has(h2 + p)': {hast: 1, jsdom: 1},
})
JS
node check.mjs
