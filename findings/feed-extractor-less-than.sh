#!/usr/bin/env bash
# Library:  @extractus/feed-extractor 8.0.3 (September 2026), extractFromXml
# Input:    a valid RSS 2.0 feed whose description is HTML in CDATA, with the reference that HTML asks for: 5 &lt; 6
# Guess:    tags are taken off, then references are read
# Expected: "A score of 5 < 6 and a draw in the second leg."
# Seen:     "A score of 5 a draw in the second leg." References are read first, so the sign looks like the start of a tag, and the words up
#           to the end of the next real tag are taken off with it
# Here:     Copydesk takes the description as HTML and gives it to the HTML parser: test/docs/outside-libraries.test.ts
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @extractus/feed-extractor@8.0.3 >/dev/null

cat >check.mjs <<'JS'
import assert from 'node:assert/strict'
import {extractFromXml} from '@extractus/feed-extractor'

const feed = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0">
  <channel>
    <title>Harbour news</title>
    <link>https://example.com/</link>
    <description>What moves in the port.</description>
    <item>
      <title>The boat race</title>
      <link>https://example.com/race</link>
      <description><![CDATA[<p>A score of 5 &lt; 6 and <b>a draw</b> in the second leg.</p>]]></description>
    </item>
  </channel>
</rss>`

const seen = extractFromXml(feed).entries[0].description
console.log(seen)
assert.equal(seen, 'A score of 5 a draw in the second leg.')
JS
node check.mjs
