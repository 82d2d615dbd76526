/**
 * Divide the cells of a row that is too short among the columns of its table: find which cell was two, and where to cut
 * it, or which empty cell was lost. Dynamic programming over the columns.
 */
import {type Column, fitOf} from './column-model.ts'
import {hasInnerCapital} from './heading-joint.ts'

/** The content of one column: part of a cell, or nothing. */
export type Part = {cell: number; from: number; to: number} | 'empty'

/** Maximum number of places in a cell at which a cut is tried. */
const MAX_CUTS = 24
/**
 * Costs of a cut and of an empty cell; a cut inside a run of one kind of character costs more than one between two
 * kinds.
 */
const CUT = 1.2
const CUT_IN_RUN = 3
const EMPTY = 2.5
/** At the end of a row, authors leave out cells. */
const EMPTY_AT_END = 0.5

interface State {
  score: number
  part: Part
  before: State | undefined
}

/**
 * Find the best division of cells into the columns, and how much better it is than padding the row at its end;
 * undefined if nothing fits. The text of every cell is used, in order.
 */
export function divideRow(
  cells: readonly string[],
  columns: readonly Column[],
): {parts: Part[]; gain: number} | undefined {
  const cuts = cells.map(cutsOf)
  /** Best way to reach each cell and index of its next unused cut. */
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
        // The rest of this cell and the cells after it must fit into the remaining columns.
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

/** List the offsets at which a cell may be cut, including its ends: between characters of two kinds, or two digits. */
function cutsOf(text: string): number[] {
  const inner = Array.from(text.matchAll(BOUNDARY), ({index}) => index).filter(
    (at) => at > 0 && at < text.length && !hasInnerCapital(text, at),
  )
  return [0, ...inner.slice(0, MAX_CUTS), text.length]
}

/** Cuts have no white space; inside a word, only a capital or a digit may follow. */
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
