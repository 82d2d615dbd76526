/** Text of blocks, the spans that hold it, and its place in the source. */

import type {BodyBlock, Span, Table, TextBlock} from '../../../schemas/body.ts'
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

/** The running text of a block; cells of a table are joined by spaces. Other types have none. */
export function blockText(block: BodyBlock): string {
  switch (block._type) {
    case 'block':
      return textOfSpans(block)
    case 'table':
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.value.map(textOfSpans))).join(' ')
    case 'figure':
    case 'code':
    case 'latex':
    case 'embed':
    case 'divider':
      return ''
  }
}

/** Read the last sentence of a text, or its end. */
export const lastSentence = (text: string): string =>
  (/(?<![^.!?。])[^.!?。]*(?:[.!?。]\s*)?$/u.exec(text.slice(-120))?.[0] ?? text.slice(-80)).trim()

/** List every span of the body, in order. */
export function* spansOf(body: readonly BodyBlock[]): Generator<SpanPlace> {
  for (const block of body) {
    switch (block._type) {
      case 'block':
        yield* spansOfText(block)
        break
      case 'table':
        yield* spansOfTable(block)
        break
      case 'figure':
      case 'code':
      case 'latex':
      case 'embed':
      case 'divider':
        break
      default:
        block satisfies never
    }
  }
}

function* spansOfText({_key: blockKey, style, children}: TextBlock): Generator<SpanPlace> {
  const display = /^h\d/.test(style)
  for (const span of children) yield {span, blockKey, path: () => member('children', span._key), display}
}

function* spansOfTable({_key: blockKey, rows}: Table): Generator<SpanPlace> {
  for (const row of rows)
    for (const cell of row.cells)
      for (const value of cell.value)
        for (const span of value.children)
          yield {
            span,
            blockKey,
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

/** Smallest range that holds all of a block's text in the source. */
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
