/**
 * What the cells of a column look like, learned from the rows of a table that are whole: so that a row which lost the
 * boundary between two cells, or an empty cell, can be told how its text falls into columns.
 */

/** Counts over the cells of one column. */
export interface Column {
  cells: number
  empty: number
  values: ReadonlyMap<string, number>
  patterns: ReadonlyMap<string, number>
  shapes: ReadonlyMap<string, number>
  outlines: ReadonlyMap<string, number>
  /** Mean and spread of the natural logarithm of the cells' lengths, empty ones aside. */
  length: {mean: number; spread: number}
}

/**
 * The shape of a cell: runs of digits as `0`, of capitals as `A`, of small letters as `a`, of letters without case as `x`;
 * what else stands there stays. "14,044" and "9,923" are both `0,0`, "Serie A" is `Aa A`.
 */
export const shapeOf = (text: string): string => patternOf(text).replace(/0+/g, '0')

/** The shape with every digit of its own: "14,044" is `00,000`. */
function patternOf(text: string): string {
  return text
    .replace(/\p{Nd}/gu, '0')
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/[\p{Ll}\p{M}]+/gu, 'a')
    .replace(/[\p{Lo}\p{Lt}\p{Lm}]+/gu, 'x')
}

/** The outline of a shape: what it begins and ends with, and whether it is one word or several. */
const outlineOf = (shape: string): string =>
  `${shape.charAt(0)}${shape.includes(' ') ? ' ' : ''}${shape.charAt(shape.length - 1)}`

/** The column that cells make. */
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

/** Weights of the views of a cell, from the most to the least exact; what is left is for the unforeseen. */
const VALUE = 0.25
const PATTERN = 0.2
const SHAPE = 0.3
const OUTLINE = 0.15
const OTHER = 0.1
/** Number of outlines, shapes and so on that the unforeseen is spread over. */
const UNSEEN = 40

/** How well a text fits a column, as the logarithm of a likelihood: the larger, the better. */
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
