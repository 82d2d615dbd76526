/** Tables of wikitext as edits that make them HTML. */
import type {Edit} from '../../../../../trace/traced-text.ts'

/** How attributes before the text of a cell begin: `style="text-align:right" |`. */
const ATTRIBUTE = /^\s{0,9}[\w-]{1,40}\s{0,3}=/
const MAX_ATTRIBUTES = 400
const SPAN = /\b(colspan|rowspan)\s{0,3}=\s{0,3}"?(\d{1,3})/gi

interface Line {
  start: number
  end: number
}

/** Edits for all tables: `{|` to `|}`, each at the start of a line. A table without an end stays. */
export function wikiTables(value: string): Edit[] {
  const edits: Edit[] = []
  let table: Edit[] | undefined
  let cell = ''
  let hasRow = false
  const closed = (): string => (cell ? `</${cell}>` : '')
  for (const line of linesOf(value)) {
    const written = value.slice(line.start, line.end)
    const text = written.trimStart()
    const start = line.start + written.length - text.length
    if (text.startsWith('{|')) {
      table = [{start, end: line.end, value: '<table>'}]
      cell = ''
      hasRow = false
    } else if (!table) continue
    else if (text.startsWith('|}')) {
      const end = `${closed()}${hasRow ? '</tr>' : ''}</table>`
      for (const one of [...table, {start, end: start + 2, value: end}]) edits.push(one)
      table = undefined
    } else if (text.startsWith('|+')) {
      table.push(
        {start, end: start + 2, value: '<caption>'},
        {start: line.end, end: line.end, value: '</caption>'},
      )
    } else if (text.startsWith('|-')) {
      table.push({start, end: line.end, value: closed() + (hasRow ? '</tr>' : '')})
      cell = ''
      hasRow = false
    } else if (/^[|!]/.test(text)) {
      cell = cellsOf(text, start, table, `${closed()}${hasRow ? '' : '<tr>'}`)
      hasRow = true
    }
  }
  return edits
}

/** The cells of a line; returns the name of the last, which goes on in the lines below. */
function cellsOf(text: string, at: number, edits: Edit[], before: string): string {
  const name = text.startsWith('!') ? 'th' : 'td'
  const marks = [
    {index: 0, length: 1},
    ...Array.from(text.matchAll(name === 'th' ? /!!|\|\|/g : /\|\|/g), ({index}) => ({index, length: 2})),
  ]
  for (const [place, {index, length}] of marks.entries()) {
    const from = index + length
    const attributes = attributesIn(text.slice(from, marks[place + 1]?.index ?? text.length))
    const spans = Array.from(
      attributes.matchAll(SPAN),
      ([, key = '', count = '']) => ` ${key.toLowerCase()}="${count}"`,
    )
    edits.push({
      start: at + index,
      end: at + from + attributes.length,
      value: `${place === 0 ? before : `</${name}>`}<${name}${spans.join('')}>`,
    })
  }
  return name
}

/** The attributes at the start of a cell, with the bar that ends them. */
function attributesIn(cell: string): string {
  const bar = cell.indexOf('|')
  const before = cell.slice(0, Math.max(0, bar))
  return ATTRIBUTE.test(before) && before.length <= MAX_ATTRIBUTES && !/[[\]{}]/.test(before)
    ? cell.slice(0, bar + 1)
    : ''
}

function* linesOf(value: string): Generator<Line> {
  for (let start = 0; start < value.length; ) {
    const ending = value.indexOf('\n', start)
    const end = ending < 0 ? value.length : ending
    yield {start, end: value[end - 1] === '\r' ? end - 1 : end}
    start = end + 1
  }
}
