/** Lists of wikitext as edits that make them HTML: the marks at the start of a line say how deep an item is and of what kind. */
import type {Edit} from '../../../../../trace/traced-text.ts'

const ITEM = /^([*#:;]{1,9})[ \t]*(?=\S)[^\n]{0,20000}$/gm
const LISTS: Readonly<Record<string, readonly [list: string, item: string]>> = {
  '*': ['ul', 'li'],
  '#': ['ol', 'li'],
  ':': ['dl', 'dd'],
  ';': ['dl', 'dt'],
}
const tagsOf = (mark: string | undefined): readonly [string, string] => LISTS[mark ?? ''] ?? ['ul', 'li']
const listOf = (mark: string | undefined): string => tagsOf(mark)[0]

/** Edits for all rows of lines that are items. */
export function wikiLists(value: string): Edit[] {
  const edits: Edit[] = []
  let open = ''
  let end = -1
  const close = (depth: number): string => {
    let tags = ''
    for (let at = open.length - 1; at >= depth; at--)
      tags += `</${tagsOf(open[at])[1]}></${listOf(open[at])}>`
    return tags
  }
  const finish = (): void => {
    if (open !== '') edits.push({start: end, end, value: close(0)})
    open = ''
  }
  for (const match of value.matchAll(ITEM)) {
    const [line, marks = ''] = match
    if (match.index !== end + 1) finish()
    let shared = 0
    while (shared < marks.length && shared < open.length && listOf(marks[shared]) === listOf(open[shared]))
      shared++
    let tags = close(shared)
    // One more item of a list that is open.
    if (shared === marks.length) {
      const last = open[shared - 1]
      tags += `</${tagsOf(last)[1]}><${tagsOf(marks[shared - 1])[1]}>`
    }
    for (const mark of marks.slice(shared)) tags += `<${listOf(mark)}><${tagsOf(mark)[1]}>`
    const start = match.index + marks.length
    edits.push({
      start: match.index,
      end: start + (line.length - marks.length - line.slice(marks.length).trimStart().length),
      value: tags,
    })
    open = marks
    end = match.index + line.length
    const parted = marks.endsWith(';') ? line.indexOf(' : ') : -1
    if (parted > 0) {
      edits.push({start: match.index + parted, end: match.index + parted + 3, value: '</dt><dd>'})
      open = `${marks.slice(0, -1)}:`
    }
  }
  finish()
  return edits
}
