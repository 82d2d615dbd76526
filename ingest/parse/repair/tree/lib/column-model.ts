/**
 * A model of the cells in each column, learned from the complete rows of a table, to find how the text of a row that
 * lost a cell boundary or an empty cell falls into columns.
 */

/** Counts over the cells of one column. */
export interface Column {
  cells: number
  empty: number
  values: ReadonlyMap<string, number>
  patterns: ReadonlyMap<string, number>
  shapes: ReadonlyMap<string, number>
  outlines: ReadonlyMap<string, number>
  /** Mean and spread of the natural logarithm of cell lengths, without empty cells. */
  length: {mean: number; spread: number}
}

/**
 * Reduce a cell to its shape: runs of digits become `0`, capitals `A`, lower-case letters `a`, and letters without case
 * `x`; anything else stays. "14,044" and "9,923" are both `0,0`, "Serie A" is `Aa A`.
 */
export const shapeOf = (text: string): string => patternOf(text).replace(/0+/g, '0')

/** Reduce a cell to its shape, but keep every digit: "14,044" is `00,000`. */
function patternOf(text: string): string {
  return text
    .replace(/\p{Nd}/gu, '0')
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/[\p{Ll}\p{M}]+/gu, 'a')
    .replace(/[\p{Lo}\p{Lt}\p{Lm}]+/gu, 'x')
}

/** Reduce a shape to its first and last character, and whether it has several words. */
const outlineOf = (shape: string): string =>
  `${shape.charAt(0)}${shape.includes(' ') ? ' ' : ''}${shape.charAt(shape.length - 1)}`

/** Model a column by its cells. */
export function columnOf(cells: readonly string[]): Column {
  const texts = cells.filter(Boolean)
  const shapes = texts.map(shapeOf)
  const lengths = texts.map(({length}) => Math.log(length))
  const mean = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length)
  const variance = lengths.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, lengths.length)
  return {
    cells: cells.length,
    empty: cells.length - texts.length,
    values: countsOf(texts),
    patterns: countsOf(texts.map(patternOf)),
    shapes: countsOf(shapes),
    outlines: countsOf(shapes.map(outlineOf)),
    length: {mean, spread: Math.sqrt(variance) + 0.5},
  }
}

/** Weights of the views of a cell, from the most to the least exact; the rest is for unseen values. */
const VALUE = 0.25
const PATTERN = 0.2
const SHAPE = 0.3
const OUTLINE = 0.15
const OTHER = 0.1
/** Number of values over which the unseen is spread. */
const UNSEEN = 40

/** Compute the log-likelihood of a text in a column: the larger, the better. */
export function fitOf(
  {cells, empty, values, patterns, shapes, outlines, length}: Column,
  text: string,
): number {
  if (text === '') return Math.log((empty + 0.15) / (cells + 1))
  const shape = shapeOf(text)
  const share = (counts: ReadonlyMap<string, number>, key: string): number =>
    (counts.get(key) ?? 0) / (cells + 1)
  const likeness =
    VALUE * share(values, text) +
    PATTERN * share(patterns, patternOf(text)) +
    SHAPE * share(shapes, shape) +
    OUTLINE * share(outlines, outlineOf(shape)) +
    OTHER / UNSEEN
  const distance = (Math.log(text.length) - length.mean) / length.spread
  return Math.log(likeness) - Math.min(distance * distance, 16) / 2
}

function countsOf(list: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}
