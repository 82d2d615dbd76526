#!/usr/bin/env bash
# Library:  htmlparser2 12.0.0 (March 2026), parseFeed; @extractus/feed-extractor 8.0.3 (September 2026), extractFromXml
# Input:    a valid Atom feed: one entry with an enclosure and, after it, the link without rel, which RFC 4287 4.2.7.2 defines as
#           "alternate", the page itself. The order of links means nothing (RFC 4287 4.1.2)
# Guess:    htmlparser2 takes the first link whatever its rel; feed-extractor, made for feeds alone, reads rel
# Expected: https://example.com/a
# Seen:     both answer the address of the sound file; for the feed as a whole both answer the feed's own address (rel="self")
# Here:     a feed's entry gives an article its canonical address, so a wrong one would make one article of two:
#           test/docs/outside-libraries.test.ts
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts htmlparser2@12.0.0 @extractus/feed-extractor@8.0.3 >/dev/null

cat >check.mjs <<'JS'
import assert from 'node:assert/strict'
import {extractFromXml} from '@extractus/feed-extractor'
import {parseFeed} from 'htmlparser2'

const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Harbour news</title>
  <id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id>
  <updated>2026-01-02T00:00:00Z</updated>
  <author><name>Jo Marsh</name></author>
  <link rel="self" href="https://example.com/feed.atom"/>
  <link rel="alternate" href="https://example.com/"/>
  <entry>
    <title>A ferry at last</title>
    <id>urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a</id>
    <updated>2026-01-02T00:00:00Z</updated>
    <link rel="enclosure" type="audio/mpeg" length="1337" href="https://example.com/a.mp3"/>
    <link href="https://example.com/a"/>
    <summary>It sails at six.</summary>
  </entry>
</feed>`

const parsed = parseFeed(feed)
const extracted = extractFromXml(feed)
const seen = {
  htmlparser2: [parsed.items[0].link, parsed.link],
  'feed-extractor': [extracted.entries[0].link, extracted.link],
}
console.log(seen)
const wrong = ['https://example.com/a.mp3', 'https://example.com/feed.atom']
assert.deepEqual(seen, {htmlparser2: wrong, 'feed-extractor': wrong})
JS
node check.mjs
