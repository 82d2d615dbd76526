/** Text of blocks, the spans that hold it, and its place in the source. */

import type {BodyBlock, Span, TextBlock} from '../../../schemas/body.ts'
import {member} from '../../../schemas/operations/path.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import type {BlockSource} from '../types.ts'

/** A span, and its place in the body. */
export interface SpanPlace {
  span: Span
  /** Key of the block in the body. */
  blockKey: string
  /** Build the path to the span inside that block, on demand: most words are never reported. */
  path: () => string
  /** Whether it is in a heading or a table: there, capitals mean less. */
  display: boolean
}

/** Join the spans of a text block. */
export const textOfSpans = (block: TextBlock): string => block.children.map(({text}) => text).join('')

/** Read the text of any block; the cells of a table are joined by spaces. */
export function blockText(block: BodyBlock): string {
  if (block._type === 'block') return textOfSpans(block)
  if (block._type !== 'table') return ''
  return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.value.map(textOfSpans))).join(' ')
}

/** Read the last sentence of a text, or its end. */
export const lastSentence = (text: string): string =>
  (/[^.!?。]*[.!?。]?\s*$/u.exec(text.slice(-120))?.[0] ?? text.slice(-80)).trim()

/** List every span of the body, in order. */
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

/** Find the smallest range that contains all ranges. */
export function hullOf(ranges: readonly SourceRange[]): SourceRange | undefined {
  let hull: SourceRange | undefined
  for (const {start, end} of ranges) {
    hull = hull ? {start: Math.min(hull.start, start), end: Math.max(hull.end, end)} : {start, end}
  }
  return hull
}

/** Find the smallest source range of each block, by key. */
export function hulls(blockSources: readonly BlockSource[]): Map<string, SourceRange> {
  const map = new Map<string, SourceRange>()
  for (const {blockKey, ranges} of blockSources) {
    const hull = hullOf(ranges)
    if (hull) map.set(blockKey, hull)
  }
  return map
}

/** Find `text` in the source of a block; returns the block’s whole range if it does not occur there. */
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
