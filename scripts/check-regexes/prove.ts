/**
 * Proof that an expression is searched for in time that grows no faster than the text, whatever the text. Steps are
 * counted: each node of the automaton that is visited and each character that is compared. Three ways, tried in turn:
 *
 * 1. By counting ways. All places where a search may be, and in how many ways it got to each, are followed through every
 *    text at once. Where the counts that can be reached are finitely many, the largest of them is the most steps that
 *    any character costs, attempts from all places together. A node from which a match is certain counts once: the attempt
 *    that visits it there will match, so no other visits such a node there, and the next begins after the match.
 * 2. By the longest attempt. Where nothing repeats without end, or an attempt begins at the start only, the steps of one
 *    attempt are added up, each time for the worst next character.
 * 3. By parts. A search for `a|b` costs no more than a search for `a` and one for `b`.
 *
 * A sticky expression is not searched for: the proof is of one attempt, from any place.
 */
import {END, START} from './alphabet.ts'
import {
  type Automaton,
  automatonOf,
  type BehindCost,
  type Step,
  TooLarge,
  type Walker,
  walkerOf,
} from './automaton.ts'
import {type Expression, type Parsed, parseExpression} from './parse.ts'

export interface Proof {
  /** Most steps for each character of a text. */
  steps: number
  by: string
}

/**
 * Most steps for each character that pass for linear. A step takes about 1 ns, so that 10 MB take at most 30 s for one
 * expression: the time that a scrape has by default. Nearly all expressions are proven with fewer than 100; those above
 * 1,000 are given lines of at most some hundred characters. The count is too high rather than too low: where a search may
 * go on in many ways, each of them reads the next character that is the worst for it.
 */
const MAX_STEPS = 3000
/** Beyond so many steps, the bound of an attempt is of no use. */
const MAX_ONCE = 1_000_000

export function prove(source: string, flags: string): Proof | undefined {
  return proveParsed(parseExpression(source, flags), flags, 0)
}

function proveParsed(parsed: Parsed, flags: string, depth: number): Proof | undefined {
  const whole = byCounting(parsed, flags) ?? byAttempt(parsed, flags)
  if (whole || depth >= MAX_DEPTH) return whole
  const options = split(parsed.root)
  if (options.length < 2 || options.length > MAX_OPTIONS) return undefined
  let steps = 0
  for (const root of options) {
    const proof = proveParsed({root, groups: parsed.groups}, flags, depth + 1)
    if (!proof) return undefined
    steps += proof.steps
    if (steps > MAX_STEPS) return undefined
  }
  return {steps, by: 'its parts'}
}

const MAX_DEPTH = 4
const MAX_OPTIONS = 200

/** Expressions that together match what one does: its first choice divided. */
function split(node: Expression): Expression[] {
  if (node.type === 'choice') return node.options
  if (node.type === 'group') return split(node.body)
  if (node.type === 'repeat' && node.min === 0 && node.max === 1)
    return [{type: 'sequence', parts: []}, node.body]
  if (node.type !== 'sequence') return [node]
  for (const [index, part] of node.parts.entries()) {
    const options = split(part)
    if (options.length > 1)
      return options.map((option) => ({type: 'sequence', parts: node.parts.with(index, option)}))
  }
  return [node]
}

/** Repetitions with an end are followed exactly up to so many times, and as endless ones beyond. */
const SHAPES = [2, 0, 12, 64]
/** Most counts that are followed, and most of their transitions. */
const MAX_COUNTS = 4000
const MAX_TRANSITIONS = 250_000
/** Most ways to one place. */
const MAX_WAYS = 200

function byCounting(parsed: Parsed, flags: string): Proof | undefined {
  for (const unrolled of SHAPES) {
    const steps = attempt(() =>
      mostSteps(automatonOf(parsed, flags, {unrolled}, behindCost(parsed, flags)), flags.includes('y')),
    )
    if (steps !== undefined && steps <= MAX_STEPS) return {steps, by: 'counting ways'}
  }
  return undefined
}

/** What `run` returns; undefined where an automaton is too large to be followed. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    if (error instanceof TooLarge) return undefined
    throw error
  }
}

/** In how many ways a search is at each node, and the kind of the character before. */
interface Counts {
  before: number
  ways: Map<number, number>
}

function mostSteps(automaton: Automaton, isSticky: boolean): number | undefined {
  const {alphabet} = automaton
  const {root, step, seesBefore} = walkerOf(automaton)
  const known = new Set<string>()
  const waiting: Counts[] = []
  const add = (counts: Counts): void => {
    const ways = [...counts.ways].toSorted(([a], [b]) => a - b).join(';')
    const key = `${seesBefore ? counts.before : ''} ${ways}`
    if (known.has(key)) return
    known.add(key)
    waiting.push(counts)
  }
  add({before: START, ways: new Map([[root, 1]])})
  if (isSticky && seesBefore)
    for (let before = 0; before < alphabet.size; before++) add({before, ways: new Map([[root, 1]])})
  let most = 0
  let transitions = 0
  for (let counts = waiting.pop(); counts; counts = waiting.pop()) {
    for (let after = END; after < alphabet.size; after++) {
      if (after === START) continue
      transitions += counts.ways.size
      if (known.size > MAX_COUNTS || transitions > MAX_TRANSITIONS) return undefined
      const {work, ways} = advance(counts, after, step)
      if (!isSticky) ways.set(root, (ways.get(root) ?? 0) + 1)
      most = Math.max(most, work)
      if (most > MAX_STEPS || ways.values().some((count) => count > MAX_WAYS)) return undefined
      if (after !== END) add({before: after, ways})
    }
  }
  return most
}

/** Counts after another character. Of all ways through a node where a match is certain, one is taken. */
function advance(
  {before, ways}: Counts,
  after: number,
  step: Walker['step'],
): {work: number; ways: Map<number, number>} {
  const next = new Map<number, number>()
  const once = new Map<number, number>()
  let work = 0
  for (const [place, count] of ways) {
    const {work: steps, targets, certain} = step(place, before, after)
    work += count * steps
    for (const [target, times] of targets) next.set(target, (next.get(target) ?? 0) + count * times)
    for (const [target, times] of certain) once.set(target, Math.max(once.get(target) ?? 0, times))
  }
  for (const [target, times] of once) next.set(target, (next.get(target) ?? 0) + times)
  return {work, ways: next}
}

/** Steps of an attempt: at most `perCharacter` for each that it reads, and `once` more. */
interface Bound {
  perCharacter: number
  once: number
}

/** Longest text whose steps are added up exactly; beyond it the bound of the whole is small enough. */
const MAX_LENGTH = 1000

function byAttempt(parsed: Parsed, flags: string): Proof | undefined {
  return attempt(() => {
    const automaton = automatonOf(
      parsed,
      flags,
      {unrolled: Number.MAX_SAFE_INTEGER},
      behindCost(parsed, flags),
    )
    const walker = walkerOf(automaton)
    const bound = boundOf(automaton, walker)
    if (!bound) return undefined
    const by = 'the longest attempt'
    if (!flags.includes('y') && !isAnchored(parsed.root, flags))
      return bound.perCharacter === 0 && bound.once <= MAX_STEPS ? {steps: bound.once, by} : undefined
    if (bound.once <= MAX_STEPS && bound.perCharacter <= MAX_STEPS)
      return {steps: Math.max(bound.perCharacter, bound.once), by}
    // Few steps for each character of a long text: what a short one takes is added up.
    const long = Math.ceil(bound.perCharacter + bound.once / MAX_LENGTH)
    const steps = Math.max(long, stepsByLength(automaton, walker, MAX_LENGTH))
    return steps <= MAX_STEPS ? {steps, by} : undefined
  })
}

/** Most steps for each character of an attempt at texts of up to `longest` characters, each next character the worst. */
function stepsByLength({alphabet}: Automaton, {root, step}: Walker, longest: number): number {
  /** For each place, what each kind of character leads to; those that lead to the same once. */
  const moves: {work: number; targets: number[]; counts: number[]}[][] = []
  const index = new Map<number, number>([[root, 0]])
  const places = [root]
  for (let at = 0; at < places.length; at++) {
    const seen = new Map<string, {work: number; targets: number[]; counts: number[]}>()
    for (let after = END; after < alphabet.size; after++) {
      if (after === START) continue
      const reached = step(places[at] ?? root, undefined, after)
      const all = allTargets(reached)
      const targets = Array.from(all.keys(), (target) => {
        if (!index.has(target)) index.set(target, places.push(target) - 1)
        return index.get(target) ?? 0
      })
      const move = {work: reached.work, targets, counts: [...all.values()]}
      const key = `${targets} ${move.counts}`
      if ((seen.get(key)?.work ?? -1) < move.work) seen.set(key, move)
    }
    moves.push([...seen.values()])
  }
  let before = new Float64Array(places.length)
  let most = 0
  for (let length = 0; length <= longest; length++) {
    const now = new Float64Array(places.length)
    for (const [at, list] of moves.entries())
      for (const {work, targets, counts} of list) {
        let steps = work
        for (const [place, target] of targets.entries()) steps += (counts[place] ?? 0) * (before[target] ?? 0)
        if (steps > (now[at] ?? 0)) now[at] = steps
      }
    most = Math.max(most, (now[0] ?? 0) / (length + 1))
    if (most > MAX_STEPS) break
    before = now
  }
  return Math.ceil(most)
}

/** Whether an expression can match at the start of a text only. */
function isAnchored(node: Expression, flags: string): boolean {
  if (node.type === 'start') return !flags.includes('m')
  if (node.type === 'group') return isAnchored(node.body, flags)
  if (node.type === 'choice') return node.options.every((option) => isAnchored(option, flags))
  if (node.type !== 'sequence') return false
  for (const part of node.parts) {
    if (isAnchored(part, flags)) return true
    // What looks ahead reads nothing, but is walked before the start is asked for.
    if (part.type === 'boundary') continue
    return false
  }
  return false
}

function boundOf({alphabet}: Automaton, {root, step}: Walker): Bound | undefined {
  const after = Array.from({length: alphabet.size + 1}, (_, index) => (index === alphabet.size ? END : index))
  const targetsOf = (node: number): number[] => [
    ...new Set(after.flatMap((kind) => [...allTargets(step(node, undefined, kind)).keys()])),
  ]
  const {components, of} = componentsOf(root, targetsOf)
  const bounds = new Map<number, Bound>()
  // Each component comes after those that it leads to.
  for (const [index, members] of components.entries()) {
    let perCharacter = 0
    let once = 0
    for (const node of members)
      for (const kind of after) {
        const reached = step(node, undefined, kind)
        const targets = allTargets(reached)
        let stays = 0
        let slope = 0
        let steps = reached.work
        for (const [target, count] of targets) {
          const component = of.get(target)
          if (component === index) {
            stays += count
            continue
          }
          const bound = bounds.get(component ?? -1)
          if (!bound) return undefined
          slope += count * bound.perCharacter
          steps += count * bound.once
        }
        // Two ways round a loop by one character are twice as many each time; a way out that may be long is tried each time.
        if (stays > 1 || (stays === 1 && slope > 0)) return undefined
        perCharacter = Math.max(perCharacter, stays === 1 ? steps : slope)
        if (stays === 0) once = Math.max(once, steps)
        if (once > MAX_ONCE || perCharacter > MAX_STEPS) return undefined
      }
    bounds.set(index, {perCharacter, once})
  }
  return bounds.get(of.get(root) ?? -1)
}

/** Ways of both kinds. */
function allTargets({targets, certain}: Step): Map<number, number> {
  if (certain.size === 0) return targets
  const all = new Map(targets)
  for (const [target, count] of certain) all.set(target, (all.get(target) ?? 0) + count)
  return all
}

/** Strongly connected components of the nodes that can be reached, those that are led to first (Tarjan, without recursion). */
function componentsOf(root: number, targetsOf: (node: number) => number[]) {
  const components: number[][] = []
  const of = new Map<number, number>()
  const order = new Map<number, number>()
  const low = new Map<number, number>()
  const open: number[] = []
  let count = 0
  const enter = (node: number): {node: number; targets: number[]; at: number} => {
    order.set(node, count)
    low.set(node, count++)
    open.push(node)
    return {node, targets: targetsOf(node), at: 0}
  }
  const frames = [enter(root)]
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const {node} = frame
    const target = frame.targets[frame.at++]
    if (target !== undefined) {
      const seen = order.get(target)
      if (seen === undefined) frames.push(enter(target))
      else if (!of.has(target)) low.set(node, Math.min(low.get(node) ?? 0, seen))
      continue
    }
    frames.pop()
    const outer = frames.at(-1)
    if (outer) low.set(outer.node, Math.min(low.get(outer.node) ?? 0, low.get(node) ?? 0))
    if (low.get(node) !== order.get(node)) continue
    const members: number[] = []
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      of.set(member, components.length)
      members.push(member)
      if (member === node) break
    }
    components.push(members)
  }
  return {components, of}
}

/** Steps of a look behind, which reads its body backwards. */
const behindCost =
  ({groups}: Parsed, flags: string): BehindCost =>
  (body) => {
    const reversed = {root: reverse(body), groups}
    const automaton = automatonOf(
      reversed,
      flags,
      {unrolled: Number.MAX_SAFE_INTEGER},
      behindCost(reversed, flags),
    )
    const bound = boundOf(automaton, walkerOf(automaton))
    if (!bound || bound.perCharacter > 0 || bound.once > MAX_STEPS)
      throw new TooLarge('A look behind has no end')
    return bound.once
  }

function reverse(node: Expression): Expression {
  switch (node.type) {
    case 'sequence':
      return {...node, parts: node.parts.map(reverse).reverse()}
    case 'choice':
      return {...node, options: node.options.map(reverse)}
    case 'group':
    case 'repeat':
      return {...node, body: reverse(node.body)}
    // Within what is read backwards, both ends and all that is looked for may be there.
    case 'start':
    case 'end':
    case 'boundary':
    case 'look':
      return {type: 'sequence', parts: []}
    default:
      return node
  }
}
