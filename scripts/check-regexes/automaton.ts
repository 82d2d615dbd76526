/**
 * What a backtracking engine may do with an expression, as a graph. A path through it is one way to read a text, and the
 * engine takes no more ways than there are: an assertion that cannot be decided here lets both through.
 */
import {type Alphabet, alphabetOf, END, START} from './alphabet.ts'
import type {Expression, Parsed} from './parse.ts'

type Node =
  /** Reads one character. */
  | {type: 'read'; source: string; next: number}
  | {type: 'fork'; next: number[]}
  | {type: 'assert'; holds: Holds; cost: number; next: number}
  /** Looks ahead: what follows is walked beside its body. `isExact`: the body matches what its nodes read, no less. */
  | {type: 'ahead'; body: number; negative: boolean; isExact: boolean; next: number}
  /** End of everything, or of a body that is looked ahead for. */
  | {type: 'stop'; isMatch: boolean}

/** Whether an assertion holds between two characters; undefined where they do not decide it. */
type Holds = (before: number | undefined, after: number) => boolean | undefined

export interface Automaton {
  nodes: Node[]
  root: number
  alphabet: Alphabet
}

export class TooLarge extends Error {}

const MAX_NODES = 40_000

export interface Shape {
  /** Repetitions with an end beyond this many times are taken for endless, of which they are a part. */
  unrolled: number
}

/** Cost of a look behind, in characters; undefined where it has no end. */
export type BehindCost = (body: Expression) => number

export function automatonOf(
  {root, groups}: Parsed,
  flags: string,
  {unrolled}: Shape,
  behind: BehindCost,
): Automaton {
  const alphabet = alphabetOf(setsOf(root), flags)
  const nodes: Node[] = []
  const add = (node: Node): number => {
    if (nodes.length >= MAX_NODES) throw new TooLarge('The automaton grows too large')
    return nodes.push(node) - 1
  }
  const match = add({type: 'stop', isMatch: true})
  const stop = add({type: 'stop', isMatch: false})
  const isMultiline = flags.includes('m')
  const atStart = (before: number): boolean => before === START || (isMultiline && alphabet.isLineEnd(before))
  const atEnd = (after: number): boolean => after === END || (isMultiline && alphabet.isLineEnd(after))

  const build = (node: Expression, next: number): number => {
    switch (node.type) {
      case 'set':
        return add({type: 'read', source: node.source, next})
      case 'sequence':
        return node.parts.reduceRight((after, part) => build(part, after), next)
      case 'choice':
        return add({type: 'fork', next: node.options.map((option) => build(option, next))})
      case 'group':
        return build(node.body, next)
      case 'reference':
        return add({
          type: 'fork',
          next: [build(groups.get(node.name) ?? {type: 'sequence', parts: []}, next), next],
        })
      case 'repeat':
        return repeat(node, next)
      case 'start':
        return add({
          type: 'assert',
          holds: (before) => (before === undefined ? undefined : atStart(before)),
          cost: 1,
          next,
        })
      case 'end':
        return add({type: 'assert', holds: (_, after) => atEnd(after), cost: 1, next})
      case 'boundary':
        return add({type: 'assert', holds: boundary(alphabet, node.negative), cost: 1, next})
      case 'look':
        return node.behind
          ? add({type: 'assert', holds: lookBehind(node), cost: behind(node.body), next})
          : add({
              type: 'ahead',
              body: build(node.body, stop),
              negative: node.negative,
              isExact: isExact(node.body),
              next,
            })
    }
  }

  const repeat = ({body, min, max}: Expression & {type: 'repeat'}, next: number): number => {
    const isEndless = max > unrolled && max > 1
    const copies = isEndless ? Math.min(min, Math.max(unrolled, 1)) : min
    let after = next
    if (isEndless) {
      const loop = add({type: 'fork', next: [next]})
      const again = build(body, loop)
      nodes[loop] = {type: 'fork', next: [again, next]}
      after = loop
    } else
      for (let index = min; index < max; index++)
        after = add({type: 'fork', next: [build(body, after), next]})
    for (let index = 0; index < copies; index++) after = build(body, after)
    return after
  }

  /** Exact where one character decides; else both ways are open, but for a last character that does not fit. */
  const lookBehind =
    ({body, negative}: Expression & {type: 'look'}) =>
    (before: number | undefined): boolean | undefined => {
      if (before === undefined) return undefined
      const single = oneBefore(body, before)
      if (single !== undefined) return single !== negative
      return mayEndWith(body, before) ? undefined : negative
    }

  /** Whether an expression of at most one character matches right before a place; undefined where it is longer. */
  const oneBefore = (node: Expression, before: number): boolean | undefined => {
    if (node.type === 'set') return before >= 0 && alphabet.holds(node.source, before)
    if (node.type === 'start') return atStart(before)
    if (node.type === 'group') return oneBefore(node.body, before)
    if (node.type !== 'choice') return undefined
    const options = node.options.map((option) => oneBefore(option, before))
    return options.includes(true) ? true : options.includes(undefined) ? undefined : false
  }

  /** Whether a text that the expression matches may end with a character. */
  const mayEndWith = (node: Expression, before: number): boolean => {
    if (node.type === 'set') return before >= 0 && alphabet.holds(node.source, before)
    if (node.type === 'start') return atStart(before)
    if (node.type === 'group') return mayEndWith(node.body, before)
    if (node.type === 'choice') return node.options.some((option) => mayEndWith(option, before))
    if (node.type === 'repeat') return node.min === 0 || mayEndWith(node.body, before)
    const last = node.type === 'sequence' ? node.parts.at(-1) : undefined
    return last === undefined || mayEndWith(last, before)
  }

  return {nodes, root: build(root, match), alphabet}
}

const boundary =
  (alphabet: Alphabet, negative: boolean) =>
  (before: number | undefined, after: number): boolean | undefined =>
    before === undefined ? undefined : (alphabet.isWord(before) !== alphabet.isWord(after)) !== negative

function* setsOf(node: Expression): Generator<string> {
  if (node.type === 'set') yield node.source
  else if (node.type === 'sequence') for (const part of node.parts) yield* setsOf(part)
  else if (node.type === 'choice') for (const option of node.options) yield* setsOf(option)
  else if (node.type === 'repeat' || node.type === 'group' || node.type === 'look') yield* setsOf(node.body)
}

/** Whether the nodes of a body read exactly what it matches: a reference and a look do not. */
function isExact(node: Expression): boolean {
  if (node.type === 'look' || node.type === 'reference') return false
  if (node.type === 'sequence') return node.parts.every(isExact)
  if (node.type === 'choice') return node.options.every(isExact)
  if (node.type === 'repeat') return node.max <= EXACT && isExact(node.body)
  return node.type !== 'group' || isExact(node.body)
}

/** Repetitions up to so many times are followed exactly in every shape that is tried for a body. */
const EXACT = 1

/** Where a search is: a node, and what was looked ahead for on the way and is not decided yet. */
interface Place {
  node: number
  /** Nodes of bodies that must not match, or must. */
  open: readonly {negative: boolean; nodes: readonly number[]}[]
}

/** What happens between two characters. */
export interface Step {
  /** Nodes visited and characters compared. */
  work: number
  /** How many ways lead to each place past the next character, but for those below. */
  targets: Map<number, number>
  /** The same, of ways through a node from which a match is certain. */
  certain: Map<number, number>
}

export interface Walker {
  /** Number of the place where a search begins. */
  root: number
  /** From a place, with the character before (undefined: any) and after it. */
  step(place: number, before: number | undefined, after: number): Step
  /** Whether a step depends on the character before. */
  seesBefore: boolean
}

/** Ways between two characters may be many; more than this are too many. */
const MAX_WORK = 20_000

interface Walked {
  work: number
  /** Nodes past the next character, each with what is still open. */
  reached: {place: Place; isCertain: boolean}[]
  /** Whether an end is reached before the next character, for certain or perhaps. */
  stops: boolean
  mayStop: boolean
}

export function walkerOf(automaton: Automaton): Walker {
  const {nodes, root, alphabet} = automaton
  const certain = certainNodes(automaton)
  const places: Place[] = []
  const numbers = new Map<string, number>()
  const numberOf = (place: Place): number => {
    const key = `${place.node} ${place.open.map(({negative, nodes: list}) => `${negative ? '!' : '='}${list.join(',')}`).join(' ')}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    const number = places.push(place) - 1
    numbers.set(key, number)
    return number
  }
  const seesBefore = nodes.some((node) => node.type === 'assert')
  const steps = new Map<string, Step>()

  const walk = (start: number, before: number | undefined, after: number): Walked => {
    const walked: Walked = {work: 0, reached: [], stops: false, mayStop: false}
    const onPath = new Set<number>()
    const visit = (at: number, open: Place['open'], isSure: boolean, wasCertain: boolean): void => {
      if (++walked.work > MAX_WORK) throw new TooLarge('Too many ways between two characters')
      const node = nodes[at]
      if (!node || onPath.has(at)) return
      const isCertain = wasCertain || (open.length === 0 && certain.has(at))
      if (node.type === 'stop') {
        walked.mayStop = true
        if (isSure && open.length === 0) walked.stops = true
        return
      }
      if (node.type === 'read') {
        if (after >= 0 && alphabet.holds(node.source, after))
          walked.reached.push({place: {node: node.next, open}, isCertain})
        return
      }
      onPath.add(at)
      if (node.type === 'fork') for (const next of node.next) visit(next, open, isSure, isCertain)
      else if (node.type === 'assert') {
        walked.work += node.cost
        const holds = node.holds(before, after)
        if (holds !== false) visit(node.next, open, isSure && holds === true, isCertain)
      } else {
        const body = walk(node.body, before, after)
        walked.work += body.work
        // The body is walked on its own as well.
        for (const {place} of body.reached) walked.reached.push({place, isCertain: false})
        const fails = !body.mayStop && body.reached.length === 0
        const fits = body.stops && node.isExact
        const isOut = node.negative ? fits : fails
        const isIn = node.negative ? fails : fits
        const waits = !isIn && node.isExact && !body.mayStop
        const list = waits
          ? [...new Set(body.reached.map(({place}) => place.node))].toSorted((a, b) => a - b)
          : []
        const more = waits ? [...open, {negative: node.negative, nodes: list}] : open
        if (!isOut) visit(node.next, more, isSure && isIn, isCertain)
      }
      onPath.delete(at)
    }
    visit(start, [], true, false)
    return walked
  }

  /** What is still open after another character; undefined where it failed. */
  const goOn = (
    open: Place['open'],
    before: number | undefined,
    after: number,
  ): {open: Place['open']; work: number} | undefined => {
    const left: {negative: boolean; nodes: number[]}[] = []
    let work = 0
    for (const {negative, nodes: list} of open) {
      const walked = list.map((node) => walk(node, before, after))
      for (const one of walked) work += one.work
      if (walked.some(({stops}) => stops)) {
        if (negative) return undefined
        continue
      }
      // Whether it ends here is not known: both may be.
      if (walked.some(({mayStop}) => mayStop)) continue
      const next = new Set(walked.flatMap(({reached}) => reached.map(({place}) => place.node)))
      if (next.size > 0) left.push({negative, nodes: [...next].toSorted((a, b) => a - b)})
      else if (!negative) return undefined
    }
    return {open: left, work}
  }

  const stepOf = ({node, open}: Place, before: number | undefined, after: number): Step => {
    const step: Step = {work: 1, targets: new Map(), certain: new Map()}
    const rest = goOn(open, before, after)
    if (!rest) return step
    const {work, reached} = walk(node, before, after)
    step.work += work
    for (const {place, isCertain} of reached) {
      const target = numberOf({node: place.node, open: merged(rest.open, place.open)})
      const list = isCertain && rest.open.length === 0 ? step.certain : step.targets
      list.set(target, (list.get(target) ?? 0) + 1)
    }
    return step
  }

  return {
    root: numberOf({node: root, open: []}),
    seesBefore,
    step(place, before, after) {
      const key = `${place} ${seesBefore ? before : ''} ${after}`
      const found = steps.get(key)
      if (found) return found
      const at = places[place]
      if (!at) throw new Error(`Expected a known place, got ${place}`)
      const step = stepOf(at, before, after)
      steps.set(key, step)
      return step
    },
  }
}

/** Both lists, without repetition. */
function merged(first: Place['open'], second: Place['open']): Place['open'] {
  if (first.length === 0) return second
  const known = new Set(first.map((one) => JSON.stringify(one)))
  return [...first, ...second.filter((one) => !known.has(JSON.stringify(one)))]
}

/**
 * Nodes from which a match is certain, whatever follows: whatever the next character, the expression may end there, or go
 * on at such a node. All are taken for certain until a character is found at which one is not.
 */
function certainNodes({nodes, alphabet}: Automaton): Set<number> {
  const certain = new Set(nodes.keys())
  const kinds = [END, ...Array.from({length: alphabet.size}, (_, kind) => kind)]
  const isCertainAt = (start: number, after: number): boolean => {
    const seen = new Set<number>()
    const visit = (at: number): boolean => {
      const node = nodes[at]
      if (!node || seen.has(at)) return false
      seen.add(at)
      if (node.type === 'stop') return node.isMatch
      if (node.type === 'read')
        return after >= 0 && alphabet.holds(node.source, after) && certain.has(node.next)
      if (node.type === 'fork') return node.next.some(visit)
      return node.type === 'assert' && node.holds(undefined, after) === true && visit(node.next)
    }
    return visit(start)
  }
  for (let size = -1; size !== certain.size; ) {
    size = certain.size
    for (const at of [...certain]) if (!kinds.every((kind) => isCertainAt(at, kind))) certain.delete(at)
  }
  return certain
}
