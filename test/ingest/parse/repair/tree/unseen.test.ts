/** What no reader saw, and marks that lead nowhere, as the whole walk treats them. */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../../ingest/parse/parse.ts'
import {view} from '../../support/convert.ts'

function parse(html: string) {
  const {article, findings} = parseScrape({bytes: Buffer.from(html), origin: 'fragment'})
  return {lines: view(article.body), codes: findings.map(({code}) => code)}
}

describe('hidden words', () => {
  it.each<[string, string, string]>([
    ['a key to sort by', '<p><span class="sortkey">Lee, Ann</span>Ann Lee won.</p>', 'Ann Lee won.'],
    ['not displayed', '<p>Ann <b style="color:red;display : none">(6)</b>Lee won.</p>', 'Ann Lee won.'],
    ['by attribute', '<p>Ann <span hidden>x</span>Lee won.</p>', 'Ann Lee won.'],
  ])('go: %s', (_, html, expected) => {
    const {lines, codes} = parse(html)
    expect(lines).toEqual([expected])
    expect(codes).toContain('hidden-dropped')
  })

  it.each<[string, string]>([
    ['shown', '<p>Ann <span style="display:inline">(6)</span> won.</p>'],
    ['long', `<p>Ann <span hidden>${'wins and '.repeat(40)}wins</span></p>`],
  ])('stay where they are %s', (_, html) => {
    expect(parse(html).codes).not.toContain('hidden-dropped')
  })
})

describe('reference marks', () => {
  const mark = (id: string, text: string) => `<sup><a href="#${id}"><span>[</span>${text}]</a></sup>`

  it.each([mark('cite_note-1', '1'), mark('n%20ote', 'note 3'), mark('100%', 'a')])(
    'without their note go: %s',
    (sup) => {
      const {lines, codes} = parse(`<p>The hills are old.${sup}</p>`)
      expect(lines).toEqual(['The hills are old.'])
      expect(codes).toContain('reference-dropped')
    },
  )

  it.each<[string, string]>([
    ['whose note is there', `<p>Old.${mark('n1', '1')}</p><ol><li id="n1">Older than that.</li></ol>`],
    ['whose note is named', `<p>Old.${mark('n1', '1')}</p><p><a name="n1">1</a> Older than that.</p>`],
    ['that are powers', '<p>It is 10<sup>3</sup> years old.</p>'],
    ['that lead to another page', '<p>Old.<sup><a href="https://example.com/#n1">1</a></sup></p>'],
  ])('%s stay', (_, html) => {
    expect(parse(html).codes).not.toContain('reference-dropped')
  })
})
