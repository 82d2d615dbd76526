/**
 * How the cells of a row that is too short fall into the columns of its table: which cell was two, and where it is cut,
 * or which place was empty and got lost. The best division by the columns' fit, found column by column.
 */
import {type Column, fitOf} from './column-model.ts'
import {hasInnerCapital} from './heading-joint.ts'

/** A place in the table's width: part of a cell, or nothing. */
export type Part = {cell: number; from: number; to: number} | 'empty'

/** Most places in one cell at which a cut is tried. */
const MAX_CUTS = 24
/** What a cut or an empty place costs; a cut inside one run of characters costs more than one between two kinds. */
const CUT = 1.2
const CUT_IN_RUN = 3
const EMPTY = 2.5
/** At the end of a row, authors leave cells out. */
const EMPTY_AT_END = 0.5

interface State {
  score: number
  part: Part
  before: State | undefined
}

/**
 * The best division of cells into as many columns as there are, and by how much it is better than leaving the missing
 * places empty at the end; undefined where nothing fits. Every cell's text is used up, in order.
 */
export function divideRow(
  cells: readonly string[],
  columns: readonly Column[],
): {parts: Part[]; gain: number} | undefined {
  const cuts = cells.map(cutsOf)
  /** By cell and index of its next unused cut, the best way to get there. */
  let states = new Map<number, State>([[keyOf(0, 0), {score: 0, part: 'empty', before: undefined}]])
  columns.forEach((column, at) => {
    const next = new Map<number, State>()
    const offer = (key: number, state: State): void => {
      const known = next.get(key)
      if (!known || known.score < state.score) next.set(key, state)
    }
    const left = columns.length - at - 1
    for (const [key, state] of states) {
      const cell = Math.floor(key / BASE)
      const first = key % BASE
      if (first === 0)
        offer(key, {
          score: state.score + fitOf(column, '') - (cell === cells.length ? EMPTY_AT_END : EMPTY),
          part: 'empty',
          before: state,
        })
      const text = cells[cell]
      const places = cuts[cell]
      if (text === undefined || !places) continue
      const from = places[first] ?? 0
      for (let last = first + 1; last < places.length; last++) {
        const to = places[last] ?? text.length
        const whole = last === places.length - 1
        // What is left of this cell and those after it must fit into what is left of the columns.
        if (cells.length - cell - (whole ? 1 : 0) > left) continue
        const cost = whole ? 0 : costOf(text, to)
        const score = state.score + fitOf(column, text.slice(from, to).trim()) - cost
        offer(whole ? keyOf(cell + 1, 0) : keyOf(cell, last), {
          score,
          part: {cell, from, to},
          before: state,
        })
      }
    }
    states = next
  })
  const best = states.get(keyOf(cells.length, 0))
  if (!best) return undefined
  const parts: Part[] = []
  for (let state: State | undefined = best; state?.before; state = state.before) parts.unshift(state.part)
  const padded = columns.reduce((sum, column, at) => {
    const text = cells[at]
    return sum + fitOf(column, text ?? '') - (text === undefined ? EMPTY_AT_END : 0)
  }, 0)
  return {parts, gain: best.score - padded}
}

const BASE = 64
const keyOf = (cell: number, cut: number): number => cell * BASE + cut

/** Offsets at which a cell may be cut, its own ends included: between characters of two kinds, or two digits. */
function cutsOf(text: string): number[] {
  const inner = Array.from(text.matchAll(BOUNDARY), ({index}) => index).filter(
    (at) => at > 0 && at < text.length && !hasInnerCapital(text, at),
  )
  return [0, ...inner.slice(0, MAX_CUTS), text.length]
}

/** No white space at the joint; a word's inside only where a capital or a digit begins. */
const BOUNDARY =
  /(?<=[\p{Ll}\p{Lo}\p{M}])(?=[\p{Lu}\p{Nd}$€£¥~"“«(])|(?<=[)\]”’"»%.!?*])(?=[\p{L}\p{Nd}$€£¥~"“«(–—-])|(?<=\p{Nd})(?=[\p{L}\p{Nd}$€£¥~"“«(–—-])|(?<=\p{Lu})(?=[\p{Nd}"“«(\p{Lu}])|(?<=[–—-])(?=[\p{Nd}\p{L}–—-])/gu

function costOf(text: string, at: number): number {
  const [before = '', after = ''] = [text[at - 1], text[at]]
  const inRun =
    (/\p{Nd}/u.test(before) && /\p{Nd}/u.test(after)) || (/\p{Lu}/u.test(before) && /\p{Lu}/u.test(after))
  const left = text.slice(0, at)
  const inBrackets = left.lastIndexOf('(') > left.lastIndexOf(')')
  return (inRun ? CUT_IN_RUN : CUT) + (inBrackets ? CUT_IN_RUN : 0)
}
