#!/usr/bin/env bash
# Library:  @extractus/article-extractor 9.0.1 (August 2026)
# Input:    a valid article of nine paragraphs; one of them holds q, time, mark and kbd, all phrasing content by the HTML Standard
# Guess:    elements that are not on its list are unwrapped: the tags go, the words stay
# Expected: "He said never again at six, and the word is press Ctrl."
# Seen:     "He said at , and the is press ." The elements are removed with all of their words, without a sign of it; the
#           sentence around them stays. abbr, data, s, ins, ruby, dt and address go the same way
# Here:     a bench peer only. Copydesk keeps the words of every element that it does not know: test/docs/outside-libraries.test.ts
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @extractus/article-extractor@9.0.1 >/dev/null

cat >check.mjs <<'JS'
import assert from 'node:assert/strict'
import {extractFromHtml} from '@extractus/article-extractor'

const paragraph = (name) =>
  `<p>The ${name} left the quay before noon, and the keeper of the harbour wrote it down in his book, as on every other day.</p>`
const before = ['ferry', 'tug', 'dredger', 'lighter'].map(paragraph).join('')
const after = ['trawler', 'pilot', 'barge', 'yacht'].map(paragraph).join('')
const probe =
  '<p>He said <q>never again</q> at <time datetime="18:00">six</time>, and the <mark>word</mark> is press <kbd>Ctrl</kbd>.</p>'
const page = `<!doctype html><html lang="en"><head><title>Quay diary</title></head><body><article><h1>Quay diary</h1>${before}${probe}${after}</article></body></html>`

const {content} = await extractFromHtml(page, 'https://example.com/a')
const seen = content.match(/<p>(He said.*?)<\/p>/s)?.[1].replace(/\s+/g, ' ')
console.log(seen)
assert.equal(seen, 'He said at , and the is press .')
JS
node check.mjs
