/** Puts stretches of text with marks together, so that a link with a bold word in it is one link. */
import type {TracedText} from '../../trace/traced-text.ts'
import {slice} from '../../trace/traced-text.ts'
import {escaped, type HtmlElement, type HtmlNode, withBreaks} from './html.ts'

/** An element around a stretch of text. */
export interface Mark {
  tag: string
  attributes: HtmlElement['attributes']
  /** Equal marks of neighbours are one element. */
  key: string
}

/** Text, or something in its line, with its marks. */
export interface Run {
  content: HtmlNode
  marks: readonly Mark[]
}

/** A mark without attributes. */
export const plainMark = (tag: string): Mark => ({tag, attributes: {}, key: tag})

/** Links outside of other marks, and code inside of them. */
const ORDER = ['a', 'strong', 'em', 'u', 's', 'mark', 'sub', 'sup', 'code']
const rank = ({tag}: Mark): number => ORDER.indexOf(tag)

/** Nest runs in elements by the marks that neighbours share. */
export function nestRuns(runs: readonly Run[]): HtmlNode[] {
  const root: HtmlNode[] = []
  const open: {mark: Mark; children: HtmlNode[]}[] = []
  for (const {content, marks} of runs) {
    const unique = new Map(marks.map((mark) => [mark.key, mark]))
    const sorted = [...unique.values()].toSorted((a, b) => rank(a) - rank(b))
    let shared = 0
    while (shared < open.length && open[shared]?.mark.key === sorted[shared]?.key) shared++
    open.length = shared
    for (const mark of sorted.slice(shared)) {
      const children: HtmlNode[] = []
      ;(open.at(-1)?.children ?? root).push({tag: mark.tag, attributes: mark.attributes, children})
      open.push({mark, children})
    }
    ;(open.at(-1)?.children ?? root).push(content)
  }
  return root
}

/** A range of a text that has a mark. */
export interface MarkedRange {
  start: number
  end: number
  mark: Mark
}

/** Divide plain text at the ends of its marked ranges. */
export function runsOf(text: TracedText, ranges: readonly MarkedRange[]): Run[] {
  const length = text.value.length
  const within = ranges.filter(({start, end}) => start >= 0 && start < end && start < length)
  const cuts = [...new Set([0, length, ...within.flatMap(({start, end}) => [start, Math.min(end, length)])])]
  cuts.sort((a, b) => a - b)
  const starting = within.toSorted((a, b) => a.start - b.start)
  const runs: Run[] = []
  let active: MarkedRange[] = []
  let next = 0
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[index + 1] ?? length
    active = active.filter((one) => one.end > start)
    for (; next < starting.length && (starting[next]?.start ?? 0) <= start; next++)
      active.push(starting[next] as MarkedRange)
    runs.push({content: withBreaks(escaped(slice(text, start, end))), marks: active.map(({mark}) => mark)})
  }
  return runs
}
