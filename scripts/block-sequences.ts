/**
 * Count which kinds of blocks follow each other in the articles of whole pages, and how many words a heading shares
 * with the paragraph below it. The figures, rounded by hand, are in `ingest/parse/suggest/sequence.ts` and
 * `shared-words.ts`. Usage: node scripts/block-sequences.ts. Needs ../shared beside the checkout.
 */
import {parseScrape} from '../ingest/parse/parse.ts'
import {nextKind, type Piece, piecesOf} from '../ingest/parse/suggest/sequence.ts'
import {sharedWords} from '../ingest/parse/suggest/shared-words.ts'
import type {BodyBlock} from '../schemas/body.ts'
import {pagesOf} from './corpora.ts'

const SETS = ['scrapinghub', 'wcxb', 'trafilatura']
/** Lengths of articles in blocks: shorter ones are teasers, longer ones lists of articles. */
const LENGTHS = {least: 3, most: 200}
/** Distance in pieces at which a paragraph no longer belongs to a heading. */
const FAR = 5

const follows = new Map<string, Map<string, number>>()
const shared = {under: [0, 0, 0, 0], far: [0, 0, 0, 0]}

function add(row: string, column: string): void {
  const counts = follows.get(row) ?? new Map<string, number>()
  follows.set(row, counts.set(column, (counts.get(column) ?? 0) + 1))
}

function count(body: readonly BodyBlock[]): void {
  const pieces = piecesOf(body)
  if (pieces.length < LENGTHS.least || pieces.length > LENGTHS.most) return
  const words = sharedWords(body)
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1]
    // Adjacent tables are one table that was cut.
    if (!(piece.kind === 'table' && next?.kind === 'table'))
      add(piece.context, next ? nextKind(piece, next) : 'end')
    if (piece.kind !== 'heading') return
    compare(shared.under, words, piece, next)
    compare(shared.far, words, piece, pieces[index + FAR])
  })
}

function compare(
  counts: number[],
  words: ReturnType<typeof sharedWords>,
  heading: Piece,
  other: Piece | undefined,
): void {
  if (other?.kind !== 'paragraph' && other?.kind !== 'leadIn') return
  const number = words(heading.first, other.first)
  if (number !== undefined) counts[Math.min(number, 3)] = (counts[Math.min(number, 3)] ?? 0) + 1
}

let failed = 0
for (const set of SETS) {
  for (const {id, html} of pagesOf(set)) {
    try {
      const {article} = parseScrape({bytes: Buffer.from(html), origin: id, contentType: 'text/html'})
      count(article.body.filter(({_type}) => _type === 'block' || _type === 'table'))
    } catch (error) {
      failed++
      console.error(`${id}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

for (const [row, counts] of follows) {
  const all = [...counts.values()].reduce((sum, number) => sum + number, 0)
  const cells = [...counts].map(([column, number]) => `${column} ${((1000 * number) / all).toFixed(1)}`)
  console.log(`after ${row} (${all}): ${cells.join(', ')}`)
}
const share = (counts: readonly number[], index: number): number =>
  (counts[index] ?? 0) / counts.reduce((sum, number) => sum + number, 0)
const ratios = [0, 1, 2, 3].map((index) => (share(shared.under, index) / share(shared.far, index)).toFixed(2))
console.log(
  `words shared with a heading, under it against elsewhere (none, one, two, more): ${ratios.join(', ')}`,
)
console.log(`${failed} pages held no article`)
