/** Reading blocks: their text, the spans that hold it, and where it stands in the source. */
import {member} from '../../../schemas/operations/path.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import type {BlockSource, BodyBlock, Span, TextBlock} from '../types.ts'

export interface SpanPlace {
  span: Span
  /** Key of the block of the body. */
  blockKey: string
  /** Path to the span inside that block, put together when asked: most words are never spoken of. */
  path: () => string
  /** Whether it is a heading, or stands in a table: capitals tell less there. */
  display: boolean
}

export const textOfSpans = (block: TextBlock): string => block.children.map(({text}) => text).join('')

/** Text of a block of any type; cells of a table are joined by spaces. */
export function blockText(block: BodyBlock): string {
  if (block._type === 'block') return textOfSpans(block)
  if (block._type !== 'table') return ''
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.value.map(textOfSpans))).join(' ')
}

/** The last sentence of a text, or its end. */
export const lastSentence = (text: string): string =>
  (/[^.!?。]*[.!?。]?\s*$/u.exec(text.slice(-120))?.[0] ?? text.slice(-80)).trim()

/** Every span of the body, in order. */
export function* spansOf(body: readonly BodyBlock[]): Generator<SpanPlace> {
  for (const block of body) {
    if (block._type === 'block') {
      const isHeading = /^h\d/.test(block.style)
      for (const span of block.children)
        yield {
          span,
          blockKey: block._key,
          path: () => member('children', span._key),
          display: isHeading,
        }
    } else if (block._type === 'table') {
      for (const row of block.rows)
        for (const cell of row.cells)
          for (const value of cell.value)
            for (const span of value.children)
              yield {
                span,
                blockKey: block._key,
                path: () =>
                  [
                    member('rows', row._key),
                    member('cells', cell._key),
                    member('value', value._key),
                    member('children', span._key),
                  ].join('.'),
                display: true,
              }
    }
  }
}

/** Smallest range that holds all of a block's text in the source. */
export function hullOf(ranges: readonly SourceRange[]): SourceRange | undefined {
  let hull: SourceRange | undefined
  for (const {start, end} of ranges) {
    hull = hull ? {start: Math.min(hull.start, start), end: Math.max(hull.end, end)} : {start, end}
  }
  return hull
}

/** Hull of each block's source, by key. */
export function hulls(blockSources: readonly BlockSource[]): Map<string, SourceRange> {
  const map = new Map<string, SourceRange>()
  for (const {blockKey, ranges} of blockSources) {
    const hull = hullOf(ranges)
    if (hull) map.set(blockKey, hull)
  }
  return map
}

/** Place of `text` in the source of a block; the block's whole place where it does not stand there as it is. */
export function placeIn(source: string, text: string, ranges: readonly SourceRange[]): SourceRange[] {
  for (const {start, end} of ranges) {
    const at = source.slice(start, end).indexOf(text)
    if (at >= 0) return [{start: start + at, end: start + at + text.length}]
  }
  const hull = hullOf(ranges)
  if (!hull) return []
  const at = source.slice(hull.start, hull.end).indexOf(text)
  return [at < 0 ? hull : {start: hull.start + at, end: hull.start + at + text.length}]
}
