/**
 * Map a parsed tree back to the source.
 *
 * The parser saw repaired text, so its positions are offsets in that. Here every position becomes one in the decoded,
 * unrepaired source, and every text node learns where each of its units came from (`data.origin`).
 */
import type {Nodes, Root, Text} from 'hast'
import type {Position} from 'unist'
import {align} from './align.ts'
import {places} from './places.ts'
import type {Origin, Run, SourceRange, TracedText} from './traced-text.ts'
import {edit, slice, sourceRange, traced} from './traced-text.ts'

declare module 'hast' {
  interface TextData {
    /** Origin of each unit of the value in the decoded, unrepaired source. */
    origin?: Origin | undefined
    /** The value that `origin` covers; differs from `value` once other code has changed it (see `retrace`). */
    tracedValue?: string | undefined
  }
}

/** Give each text node of `tree`, parsed from `repaired`, its origin, and each node its position in `source`. */
export function attachOrigins(tree: Root, repaired: TracedText, source: string): void {
  const nodes = flatten(tree)
  // If nothing was repaired, positions are already right.
  const place = isWhole(repaired, source) ? undefined : places(source)
  const holes = isInOrder(tree) ? new Map<Text, SourceRange[]>() : overlaps(nodes)
  for (const node of nodes) {
    const range = offsets(node)
    if (node.type === 'text' && node.data?.origin) {
      // Put in by a station after the parser, with its place in what that read.
      setText(node, compose(node.value, node.data.origin, repaired))
    } else if (node.type === 'text') {
      if (range && isCopy(repaired.value, range, node.value.length))
        setText(node, slice(repaired, range.start, range.end))
      else {
        const text = range ? textFrom(node.value, range, repaired, holes.get(node)) : traced('')
        setText(node, {value: node.value, origin: text.origin})
      }
    }
    if (range && place) {
      const {start, end} = sourceRange(repaired, range.start, range.end)
      node.position = {start: place(start), end: place(end)} satisfies Position
    }
  }
}

/** Whether a text is its source, unit for unit, without lone CRs, at which a parser also ends lines. */
function isWhole({value, origin}: TracedText, source: string): boolean {
  const [run] = origin
  return (
    origin.length === 1 &&
    run?.copied === true &&
    run.start === 0 &&
    value.length === source.length &&
    !source.includes('\r')
  )
}

/**
 * Read the text of a node with its origin. A node that was never traced (made by a plugin) has no source of its own.
 */
export function tracedTextOf(node: Text): TracedText {
  return {
    value: node.value,
    origin: node.data?.origin ?? untraced(node.value, node.position?.start.offset ?? 0),
  }
}

/** Set the text of a node. */
export function setText(node: Text, text: TracedText): void {
  node.value = text.value
  const {origin, value: tracedValue} = text
  node.data = node.data ? {...node.data, origin, tracedValue} : {origin, tracedValue}
}

/**
 * Realign a node whose value other code changed by dropping or collapsing white space, or by cutting text off either
 * end. Any other value replaces the whole original.
 */
export function retrace(node: Text): void {
  const origin = node.data?.origin
  const was = node.data?.tracedValue
  if (!origin || was === undefined || was === node.value) return
  setText(node, realign({value: was, origin}, node.value))
}

/** Trace `value`, made from `text` by dropping or collapsing white space, back to it. */
export function realign(text: TracedText, value: string): TracedText {
  const start = text.value.indexOf(value)
  if (start >= 0) return slice(text, start, start + value.length)
  const edits: {start: number; end: number; value: string}[] = []
  let from = 0
  let to = 0
  while (to < value.length || from < text.value.length) {
    if (from < text.value.length && text.value[from] === value[to]) {
      from++
      to++
      continue
    }
    const gap = from
    while (from < text.value.length && isSpace(text.value.charCodeAt(from))) from++
    let put = to
    while (put < value.length && isSpace(value.charCodeAt(put))) put++
    if (from === gap && put === to) {
      // Not a change of white space: the remaining value replaces the remaining text.
      edits.push({start: from, end: text.value.length, value: value.slice(to)})
      break
    }
    edits.push({start: gap, end: from, value: value.slice(to, put)})
    to = put
  }
  return edit(text, edits)
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160
}

function untraced(value: string, at: number): Origin {
  return value ? [{length: value.length, start: at, end: at, copied: false}] : []
}

/** List all nodes in document order, with an explicit stack: trees can be deeper than the call stack. */
function flatten(tree: Root): Nodes[] {
  const nodes: Nodes[] = []
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    nodes.push(node)
    if (node.type === 'element' && node.content) stack.push(node.content)
    if ('children' in node) {
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index]
        if (child) stack.push(child)
      }
    }
  }
  return nodes
}

function offsets(node: Nodes): SourceRange | undefined {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? undefined : {start, end}
}

/**
 * Find, for each text node, the ranges inside its own that belong to other text nodes: text that the parser moved (out
 * of a table, for example) and joined with text before it has a range that covers others.
 */
function overlaps(nodes: readonly Nodes[]): Map<Text, SourceRange[]> {
  const texts: {node: Text; range: SourceRange}[] = []
  for (const node of nodes) {
    const range = node.type === 'text' ? offsets(node) : undefined
    if (node.type === 'text' && range) texts.push({node, range})
  }
  texts.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
  const holes = new Map<Text, SourceRange[]>()
  const open: {node: Text; range: SourceRange}[] = []
  for (const text of texts) {
    for (let top = open.at(-1); top && top.range.end <= text.range.start; top = open.at(-1)) open.pop()
    const outer = open.at(-1)
    if (outer) {
      const list = holes.get(outer.node) ?? []
      list.push(text.range)
      holes.set(outer.node, list)
    }
    open.push(text)
  }
  return holes
}

/** Whether texts follow each other in the source as in the tree, without overlaps, as in sound HTML. */
export function isInOrder(tree: Root): boolean {
  let reached = 0
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') {
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      if (start === undefined || end === undefined) continue
      if (start < reached) return false
      if (end > reached) reached = end
    } else if ('children' in node) {
      for (let index = node.children.length - 1; index >= 0; index--)
        stack.push(node.children[index] as Nodes)
      if (node.type === 'element' && node.content) stack.push(node.content)
    }
  }
  return true
}

/**
 * Find where a text begins. If a text begins with a reference after dropped white space, parse5 gives the end of the
 * reference as its beginning.
 */
function startOf(value: string, {start}: SourceRange, raw: string): number {
  if (raw[start] === value[0] || raw[start] === '&' || raw[start] === '<') return start
  const reference = /&#?[0-9A-Za-z]{1,41}$/.exec(raw.slice(Math.max(0, start - 43), start))
  return reference ? start - reference[0].length : start
}

/**
 * Whether a text of this length is identical to its range of raw HTML: the range has no reference, tag, CR or NUL. It
 * must begin right after a tag, as nearly every text does: after dropped white space its range may be off (see
 * `startOf`). The text itself is not compared: the parser assembled it character by character, and reading it costs
 * more than slicing the raw HTML.
 */
function isCopy(raw: string, {start, end}: SourceRange, length: number): boolean {
  if (length === 0 || end - start !== length || end > raw.length) return false
  if (start > 0 && raw.charCodeAt(start - 1) !== 62 /* > */) return false
  for (let at = start; at < end; at++) {
    const code = raw.charCodeAt(at)
    if (code === 60 /* < */ || code === 38 /* & */ || code === 13 /* CR */ || code === 0) return false
  }
  return true
}

function textFrom(
  value: string,
  given: SourceRange,
  repaired: TracedText,
  holes: SourceRange[] | undefined,
): TracedText {
  const range = {start: startOf(value, given, repaired.value), end: given.end}
  if (range.end - range.start === value.length && repaired.value.startsWith(value, range.start)) {
    return slice(repaired, range.start, range.end)
  }
  const pieces: SourceRange[] = []
  let at = range.start
  for (const hole of holes ?? []) {
    if (hole.start > at) pieces.push({start: at, end: hole.start})
    at = Math.max(at, Math.min(hole.end, range.end))
  }
  if (range.end > at) pieces.push({start: at, end: range.end})
  return compose(value, align(repaired.value, value, pieces), repaired)
}

/** Map runs in offsets of `repaired` to offsets of the source. */
function compose(value: string, runs: readonly Run[], repaired: TracedText): TracedText {
  const origin: Run[] = []
  for (const run of runs) {
    if (run.copied) for (const one of slice(repaired, run.start, run.end).origin) origin.push(one)
    else origin.push({length: run.length, ...sourceRange(repaired, run.start, run.end), copied: false})
  }
  return {value, origin: merged(origin)}
}

function merged(runs: readonly Run[]): Origin {
  const origin: Run[] = []
  for (const run of runs) {
    const last = origin.at(-1)
    if (last?.copied && run.copied && last.end === run.start) {
      origin[origin.length - 1] = {
        length: last.length + run.length,
        start: last.start,
        end: run.end,
        copied: true,
      }
    } else origin.push(run)
  }
  return origin
}
