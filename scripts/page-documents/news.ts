/**
 * Documents as a news desk would write them: the paragraphs of a real report, with a list, a table and headings of
 * other documents between them. Few real pages have tables, and the worst damage is about tables.
 */
import type {DocumentBlock} from './blocks-of-page.ts'

interface Sources {
  articles: readonly {id: string; paragraphs: readonly string[]}[]
  /** Tables as rows of cells; the first row has labels. */
  grids: readonly (readonly (readonly string[])[])[]
  /** Blocks of other documents, whose headings and lists are borrowed. */
  parts: readonly DocumentBlock[]
}

/** The publishers of the reports from which the given damage cases are made. */
const GIVEN = /^(?:APNews|FoxNews|FreeBeacon|LATimes|LosAngelesTimes)/i
const MIN_PARAGRAPHS = 7
const MIN_PARAGRAPH = 30

/** The documents, with their names. */
export function newsDocuments({articles, grids, parts}: Sources): [name: string, DocumentBlock[]][] {
  const tables = grids.filter(isPlain)
  const headings = parts.flatMap((part) =>
    part.type === 'heading' && part.level > 1 && /^\p{Lu}/u.test(part.text) && part.text.length < 70
      ? [part.text]
      : [],
  )
  const lists = parts
    .filter((part) => part.type === 'list')
    .filter(({items}) => items.length >= 3 && !items.some((item) => item.items))
  return articles
    .filter(({id}) => !GIVEN.test(id))
    .map(({id, paragraphs}) => ({
      id,
      paragraphs: paragraphs.map(squeezed).filter(({length}) => length > MIN_PARAGRAPH),
    }))
    .filter(({paragraphs}) => paragraphs.length >= MIN_PARAGRAPHS)
    .map(({id, paragraphs}, index) => {
      // Steps without a common divisor, so that each document borrows from different ones.
      const heading = (level: number, step: number): DocumentBlock => ({
        type: 'heading',
        level,
        text: pick(headings, index * 11 + step * 3),
      })
      const list = pick(lists, index * 5)
      const [header = [], ...rows] = pick(tables, index * 7).map((row) => row.map(squeezed))
      const text = (from: number, to: number): DocumentBlock[] =>
        paragraphs.slice(from, to).map((one) => ({type: 'paragraph', text: one}))
      const blocks: DocumentBlock[] = [
        ...(index % 4 === 3 ? [] : [heading(1, 0)]),
        ...text(0, 3),
        {...list, items: list.items.slice(0, 5)},
        ...text(3, 4),
        {type: 'table', header, rows},
        heading(2, 1),
        ...text(4, 8),
        ...(paragraphs.length > 9 ? [heading(index % 3 === 2 ? 3 : 2, 2), ...text(8, 12)] : []),
      ]
      return [`news-${id.replace('.html.gz', '')}`, blocks]
    })
}

/** Whether an article could contain the table: three to six columns with labels, a dozen rows, short cells. */
function isPlain(grid: readonly (readonly string[])[]): boolean {
  const width = grid[0]?.length ?? 0
  return (
    grid.length >= 4 &&
    grid.length <= 13 &&
    width >= 3 &&
    width <= 6 &&
    grid.every((row) => row.length === width && row.every((cell) => cell.length < 80)) &&
    (grid[0] ?? []).every((cell) => cell !== '')
  )
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('The corpora hold nothing to borrow: are they whole?')
  return found
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()
