/**
 * What outside libraries do to valid input, measured with the versions named (the scripts in findings/), and what Copydesk makes
 * of the same input.
 */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../ingest/parse/parse.ts'
import {renderMarkdown} from '../../render/markdown.ts'
import {viewOf} from '../ingest/parse/article-view.ts'
import {block, number} from '../render/portable-text.ts'

const viewOfHtml = (html: string) =>
  viewOf(
    parseScrape({bytes: new TextEncoder().encode(html), contentType: 'text/html', origin: 'quay.html'})
      .article,
  )

/** What becomes of a part in the middle of an article. */
const bodyOf = (html: string) => {
  const page = `<!doctype html><html lang="en"><head><title>Quay diary</title></head><body><article><h1>Quay diary</h1><p>The keeper of the harbour wrote down every boat that left the quay.</p>${html}<p>He went home before noon, as on every other day of that year.</p></article></body></html>`
  return viewOfHtml(page).slice(2, -1)
}

describe('a page', () => {
  it.each([
    {
      library: '@extractus/article-extractor 9.0.1 removes the words of phrasing elements',
      html: '<p>He said <q>never again</q> at <time datetime="18:00">six</time>, and the <mark>word</mark> is press <kbd>Ctrl</kbd>.</p>',
      view: [{type: 'paragraph', text: 'He said “never again” at six, and the word is press Ctrl.'}],
    },
    {
      library: 'mdream 1.7.2 drops an element that holds only a space',
      html: '<p>North<span> </span>pier and<b> </b>South pier</p>',
      view: [{type: 'paragraph', text: 'North pier and South pier'}],
    },
    {
      library: '@joplin/turndown-plugin-gfm 1.0.68 breaks a table whose header spans columns',
      html: '<table><thead><tr><th colspan="2">Tides</th></tr></thead><tbody><tr><td>High</td><td>Low</td></tr></tbody></table>',
      view: [{type: 'table', header: ['Tides', 'Tides'], rows: [['High', 'Low']]}],
    },
    {
      library: 'node-html-markdown 2.0.0 joins the lines of a cell',
      html: '<table><thead><tr><th>Pier</th><th>Boats</th></tr></thead><tbody><tr><td>North</td><td>1<br>2</td></tr></tbody></table>',
      view: [{type: 'table', header: ['Pier', 'Boats'], rows: [['North', '1\n2']]}],
    },
  ])('$library', ({html, view}) => {
    expect(bodyOf(html)).toEqual(view)
  })
})

describe('a piece of HTML', () => {
  // In a whole page a menu is furniture, left out with a finding.
  it('hast-util-to-mdast 10.1.3 drops a menu with its items', () => {
    const html = '<p>The file can be:</p><menu><li>Saved to the archive</li><li>Printed on paper</li></menu>'
    expect(viewOfHtml(html)).toEqual([
      {type: 'paragraph', text: 'The file can be:'},
      {type: 'list', ordered: false, items: [{text: 'Saved to the archive'}, {text: 'Printed on paper'}]},
    ])
  })
})

describe('Markdown', () => {
  it('mdast-util-to-markdown 2.2.3 writes a break at the end of strong text as a backslash', () => {
    const body = [block([['Nine\n', 'strong'], ['to five']])]
    expect(renderMarkdown(body).trim()).toBe('**Nine**\\\nto five')
  })

  it('@portabletext/toolkit 6.0.0 closes the outer list where a sublist changes its kind', () => {
    const body = [
      number('one'),
      block('dot', {listItem: 'bullet', level: 2}),
      number('digit', 2),
      number('two'),
    ]
    expect(renderMarkdown(body).trim()).toBe('1. one\n   - dot\n   1. digit\n2. two')
  })
})

describe('a feed', () => {
  const articleOf = (feed: string) =>
    parseScrape({bytes: new TextEncoder().encode(feed), contentType: 'application/xml', origin: 'feed.xml'})
      .article

  it('htmlparser2 12.0.0 and @extractus/feed-extractor 8.0.3 take the first link of an entry, whatever its rel', () => {
    const {canonicalUrl} = articleOf(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour news</title><id>urn:x</id><updated>2026-01-02T00:00:00Z</updated>
<link rel="self" href="https://example.com/feed.atom"/><link rel="alternate" href="https://example.com/"/>
<entry><title>A ferry at last</title><id>urn:y</id><updated>2026-01-02T00:00:00Z</updated>
<link rel="enclosure" type="audio/mpeg" length="1337" href="https://example.com/a.mp3"/><link href="https://example.com/a"/>
<summary>It sails at six, and all of the harbour is there to see it.</summary></entry></feed>`)
    expect(canonicalUrl).toBe('https://example.com/a')
  })

  it('@extractus/feed-extractor 8.0.3 takes words after a “less than” for a tag', () => {
    const article = articleOf(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Harbour news</title><link>https://example.com/</link><description>The port.</description>
<item><title>The boat race</title><link>https://example.com/race</link>
<description><![CDATA[<p>A score of 5 &lt; 6 and <b>a draw</b> in the second leg.</p>]]></description></item></channel></rss>`)
    expect(viewOf(article)).toEqual([
      {type: 'heading', level: 1, text: 'The boat race'},
      {type: 'paragraph', text: 'A score of 5 < 6 and a draw in the second leg.'},
    ])
  })
})
