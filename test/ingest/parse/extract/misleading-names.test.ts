/** Parts of an article whose names or shapes are those of something else. */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {view} from '../support/convert.ts'

const prose = Array.from(
  {length: 8},
  (_, index) =>
    `Paragraph number ${index} of the article is long enough to be read as prose by anyone who reads it.`,
)
const text = prose.map((each) => `<p>${each}</p>`).join('')

const bodyOf = (inside: string, authors = 'Ida Holm') =>
  view(
    parseScrape({
      bytes: Buffer.from(
        `<!doctype html><html lang="en"><head><title>The loom turns again</title><meta name="author" content="${authors}"></head><body><nav><a href="/">Home</a></nav><main><article>${inside}</article></main></body></html>`,
      ),
      origin: 'page',
      url: 'https://www.example.com/2026/loom',
    }).article.body,
  )

const headline = '<h1>The loom turns again</h1>'
const list = (links: readonly string[]) =>
  `<ul>${links.map((link, index) => `<li><a href="https://other.example/${index}">${link}</a></li>`).join('')}</ul>`
const links = ['Carding the wool', 'Spinning by hand', 'Dyeing with onions', 'Weaving on two beams']

describe('stays:', () => {
  it.each<[string, string, string[]]>([
    [
      'the box of the headline, though it is a banner',
      `<div class="page-banner">${headline}<p>The loom of the old mill was silent for a whole winter.</p></div>${text}`,
      ['The loom of the old mill was silent for a whole winter.', ...prose],
    ],
    [
      'the right one of two columns',
      `${headline}${text}<div class="pros col-left"><ul><li>Quiet</li><li>Cheap</li></ul></div><div class="cons col-right"><ul><li>Slow to warm up</li><li>Heavy to lift</li></ul></div>${text.replaceAll('number', 'no.')}`,
      ['• Quiet', '• Cheap', '• Slow to warm up', '• Heavy to lift'],
    ],
    [
      'a field whose label is hidden',
      `${headline}${text}<div class="field field--label-visually_hidden"><div class="visually-hidden">Note</div><p>Oil the beams in autumn, before the first frost.</p></div>`,
      [...prose, 'Oil the beams in autumn, before the first frost.'],
    ],
    [
      'why we like it',
      `${headline}${text}<div class="why-we-like-it"><p>The shuttle runs lightly, and it never once caught in the warp.</p></div>`,
      [...prose, 'The shuttle runs lightly, and it never once caught in the warp.'],
    ],
    [
      'a card without a link',
      `${headline}${text}<div class="teaser"><h3>Less noise</h3><p>The new bearings make half of the noise that the old ones made.</p></div>`,
      [...prose, 'h3 Less noise', 'The new bearings make half of the noise that the old ones made.'],
    ],
    [
      'a list of links that a sentence announces',
      `${headline}${text}<p>The weavers of the valley still know these crafts:</p>${list(links)}<p>Nobody else in the county has learned all four of them since the mill closed its doors.</p>`,
      [
        ...prose,
        'The weavers of the valley still know these crafts:',
        ...links.map((link, index) => `• <https://other.example/${index}>${link}</>`),
        'Nobody else in the county has learned all four of them since the mill closed its doors.',
      ],
    ],
    [
      'a question that opens its answer',
      `${headline}${text}<div class="faq"><button class="faq-button" aria-expanded="false" aria-controls="a1"><span>Who owns the loom now?</span></button><div id="a1"><p>The village owns it, and a society of weavers keeps it in repair.</p></div></div>`,
      [
        ...prose,
        'Who owns the loom now?',
        'The village owns it, and a society of weavers keeps it in repair.',
      ],
    ],
    [
      'a custom element in a sentence',
      `${headline}<p>The loom is the oldest in the county (<x-source>3</x-source>), and it is still turned by water alone.</p>${text}`,
      ['The loom is the oldest in the county (3), and it is still turned by water alone.', ...prose],
    ],
    [
      'an initial before the box of the text',
      `${headline}<div class="post-first-letter">T</div><div class="rich-text"><p>he loom was brought over the pass on two sledges, in the coldest week of the year.</p>${text}</div>`,
      ['The loom was brought over the pass on two sledges, in the coldest week of the year.', ...prose],
    ],
  ])('%s', (_, inside, expected) => {
    const body = bodyOf(inside)
    for (const line of expected) expect(body).toContain(line)
  })

  it('a last paragraph that begins with the name of a company', () => {
    const last = 'Tuchwerk received three medals for its cloth at the fair of the year before last.'
    expect(bodyOf(`${headline}${text}<p>${last}</p>`, 'Tuchwerk')).toContain(last)
  })
})

describe('goes:', () => {
  it.each<[string, string]>([
    ['a list of links that ends the text', `<p>More from the mill and its valley:</p>${list(links)}`],
    ['a list under a label', `<p>Related articles:</p>${list(links)}`],
    ['a sidebar', `<div class="col-right">${list(links)}</div>`],
    ['a toggle of the page', '<button aria-expanded="false">Show more</button>'],
    ['a banner', '<div class="page-banner"><p>Win a scarf.</p></div>'],
  ])('%s', (_, part) => {
    const body = bodyOf(`${headline}${text}${part}`)
    for (const word of [...links, 'Show more', 'Win a scarf.']) expect(body.join('\n')).not.toContain(word)
  })

  it('a note about the author', () =>
    expect(
      bodyOf(`${headline}${text}<p>Ida Holm writes about cloth from a village in the hills.</p>`),
    ).toEqual(prose))
})
