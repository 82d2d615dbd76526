/** What loses nothing must be repaired wholly: by one operator the blocks come back, by several at least every word. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {articleHtml} from '../../ingest/cli/render/article.ts'
import {parseScrape} from '../../ingest/parse/parse.ts'
import {type ViewBlock, viewOf} from '../ingest/parse/article-view.ts'
import {idempotent} from '../invariants/check.ts'
import {documents} from './documents.ts'
import {operators} from './operators/index.ts'
import {randomFrom} from './random.ts'
import {render} from './render.ts'

const parse = (html: string) => parseScrape({bytes: Buffer.from(html), origin: 'damaged.html'})

const seed = fc.integer({min: 0, max: 2 ** 31})
const document = fc.constantFrom(...documents)

/** Words of a document, sorted: what must be there in whatever blocks. */
function wordsOf(view: readonly ViewBlock[]): string[] {
  const text = view.flatMap((block) => {
    if (block.type === 'list') return block.items.map(({lead, text}) => `${lead ?? ''} ${text}`)
    return block.type === 'table' ? [block.header, ...block.rows].flat() : [block.text]
  })
  return (text.join(' ').match(/[\p{L}\p{M}\p{N}\u200c]+/gu) ?? []).sort()
}

/** White space inside a block is not the text's own. */
const settled = (view: readonly ViewBlock[]): unknown =>
  JSON.parse(JSON.stringify(view).replaceAll(/(?:\\n|\s|\u00a0)+/g, ' '))

describe.each(Object.entries(operators))('%s', (_, operator) => {
  test('is repaired wholly, whatever the document and the chance', () => {
    fc.assert(
      fc.property(document, seed, (blocks, number) => {
        const {article} = parse(operator(render(blocks), randomFrom(number)))
        expect(settled(viewOf(article))).toEqual(settled(blocks))
      }),
      {numRuns: 12},
    )
  })
})

describe('several operators, one after the other', () => {
  // Bytes of rare character sets that are references besides are too few in a text to be believed.
  const some = fc
    .subarray(Object.keys(operators), {minLength: 2, maxLength: 3})
    .filter((names) => !(names.includes('wrongEncoding') && names.includes('references')))
  const damaged = fc.tuple(document, some, seed).map(([blocks, names, number]) => {
    const random = randomFrom(number)
    const html = names.reduce((value, name) => operators[name]?.(value, random) ?? value, render(blocks))
    return {blocks, html}
  })

  test('no word is lost, added or changed, and no rest of markup stays', () => {
    fc.assert(
      fc.property(damaged, ({blocks, html}) => {
        const view = viewOf(parse(html).article)
        expect(wordsOf(view)).toEqual(wordsOf(blocks))
        expect(JSON.stringify(view)).not.toMatch(/<\/?\w+[^<>]*>|&\w+;|wp:|mso|\\\\n/)
      }),
      {numRuns: 60},
    )
  })

  test('what was repaired, written as HTML, needs no further repair', () => {
    fc.assert(
      fc.property(damaged, ({html}) => {
        const {article} = parse(html)
        const again = parse(articleHtml(article))
        expect(viewOf(again.article)).toEqual(viewOf(article))
        expect(again.findings.filter(({severity}) => severity !== 'info')).toEqual([])
        expect(idempotent(parse(html))).toEqual([])
      }),
      {numRuns: 30},
    )
  })
})
