/**
 * Phrasing as pieces of text with marks: few as possible, white space outside of marks at their edges, marks in one
 * order, so that the same text always gives the same spans.
 */
import type {PhrasingContent} from 'mdast'
import type {Link, Span} from '../../../schemas/body.ts'
import {DECORATORS, type Decorator} from '../../../schemas/names.ts'
import type {Origin, TracedText} from '../trace/traced-text.ts'
import {inserted, join, slice} from '../trace/traced-text.ts'
import {originOfBreak} from './entry.ts'
import {createKeys} from './keys.ts'
import {isWithin} from './note-links.ts'

/** Where a link leads. */
export interface Address {
  href: string
  title?: string
}

/** A stretch of text with the same marks. */
export interface Piece {
  text: TracedText
  decorators: ReadonlySet<Decorator>
  link: Address | undefined
}

/** The mdast node that each decorator is made from. */
const NODES: Record<Decorator, PhrasingContent['type']> = {
  strong: 'strong',
  em: 'emphasis',
  underline: 'underline',
  'strike-through': 'delete',
  code: 'inlineCode',
  sub: 'subscript',
  sup: 'superscript',
  latex: 'inlineMath',
}

const decoratorOf: ReadonlyMap<string, Decorator> = new Map(
  DECORATORS.map((decorator) => [NODES[decorator], decorator]),
)

const plain: ReadonlySet<Decorator> = new Set()

/** A piece of text in a line, or an image or an embed in it. */
export type Part = Piece | Extract<PhrasingContent, {type: 'image' | 'embed'}>

/** Parts of a line, in order. Recursion is as deep as there are kinds of marks: lines are normalized. */
export function partsOf(
  nodes: readonly PhrasingContent[],
  decorators: ReadonlySet<Decorator> = plain,
  link?: Address,
): Part[] {
  const parts: Part[] = []
  addParts(nodes, decorators, link, parts)
  return parts
}

function addParts(
  nodes: readonly PhrasingContent[],
  decorators: ReadonlySet<Decorator>,
  link: Address | undefined,
  parts: Part[],
): void {
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        parts.push({text: {value: node.value, origin: originOf(node)}, decorators, link})
        break
      case 'inlineCode':
      case 'inlineMath': {
        const text = {value: node.value, origin: originOf(node)}
        const own = node.type === 'inlineCode' ? 'code' : 'latex'
        parts.push({text, decorators: new Set([...decorators, own]), link})
        break
      }
      case 'break':
        parts.push({text: {value: '\n', origin: originOfBreak(node)}, decorators, link})
        break
      case 'image':
      case 'embed':
        parts.push(node)
        break
      case 'link': {
        const address = node.title ? {href: node.url, title: node.title} : {href: node.url}
        addParts(node.children, decorators, address, parts)
        break
      }
      default: {
        if (!('children' in node)) break
        const decorator = decoratorOf.get(node.type)
        const within = decorator ? new Set([...decorators, decorator]) : decorators
        addParts(node.children as PhrasingContent[], within, link, parts)
      }
    }
  }
}

/** A value that someone made up (a space between term and description) has no source. */
function originOf({value, data}: {value: string; data?: {origin?: Origin | undefined} | undefined}): Origin {
  const origin = data?.origin
  return origin && length(origin) === value.length ? origin : inserted(value, origin?.[0]?.start ?? 0).origin
}

function length(origin: Origin): number {
  let sum = 0
  for (const run of origin) sum += run.length
  return sum
}

const blank = /^\s*$/

/** Trim a line, one space where pieces meet, move white space out of marks, and join neighbours with equal marks. */
export function tidy(pieces: readonly Piece[], allowed: ReadonlySet<string>): Piece[] {
  const groups: Piece[][] = []
  let before: Piece | undefined
  for (const piece of pieces) {
    for (const whole of edges(piece)) {
      const part = before ? afterSpace(whole, before) : whole
      if (part.text.value === '') continue
      const kept = restrict(part, allowed)
      before = part
      const group = groups.at(-1)
      if (group?.[0] && sameMarks(group[0], kept)) group.push(kept)
      else groups.push([kept])
    }
  }
  const tidied = groups.flatMap(([first, ...rest]): Piece[] => {
    if (!first) return []
    return rest.length === 0 ? [first] : [{...first, text: join([first, ...rest].map(({text}) => text))}]
  })
  trimEnds(tidied)
  return tidied
}

/** Something that left the line (an image, a tag) may have had a space on either side; one is enough. */
function afterSpace(piece: Piece, before: Piece): Piece {
  if (!piece.text.value.startsWith(' ') || piece.decorators.has('code') || before.decorators.has('code'))
    return piece
  return /[ \n]$/.test(before.text.value) ? {...piece, text: slice(piece.text, 1)} : piece
}

/** Moves white space at the edges of a marked piece out of the mark. */
function edges(piece: Piece): Piece[] {
  const {text, decorators, link} = piece
  if (decorators.size === 0 && !link) return [piece]
  const {value} = text
  if (blank.test(value)) return [{text, decorators: plain, link: undefined}]
  const start = value.length - value.trimStart().length
  const end = value.trimEnd().length
  if (start === 0 && end === value.length) return [piece]
  const outside = (from: number, to: number): Piece[] =>
    from < to ? [{text: slice(text, from, to), decorators: plain, link: undefined}] : []
  return [...outside(0, start), {...piece, text: slice(text, start, end)}, ...outside(end, value.length)]
}

function restrict(piece: Piece, allowed: ReadonlySet<string>): Piece {
  if (piece.decorators.size === 0) return piece
  const kept = [...piece.decorators].filter((decorator) => allowed.has(decorator))
  return kept.length === piece.decorators.size ? piece : {...piece, decorators: new Set(kept)}
}

function sameMarks(a: Piece, b: Piece): boolean {
  if (a.decorators === b.decorators && a.link === b.link) return true
  return (
    a.link?.href === b.link?.href &&
    a.link?.title === b.link?.title &&
    a.decorators.size === b.decorators.size &&
    [...a.decorators].every((decorator) => b.decorators.has(decorator))
  )
}

function trimEnds(pieces: Piece[]): void {
  for (let first = pieces[0]; first; first = pieces[0]) {
    const from = first.text.value.length - first.text.value.trimStart().length
    if (from < first.text.value.length) {
      if (from > 0) pieces[0] = {...first, text: slice(first.text, from)}
      break
    }
    pieces.shift()
  }
  for (let last = pieces.at(-1); last; last = pieces.at(-1)) {
    const to = last.text.value.trimEnd().length
    if (to > 0) {
      if (to < last.text.value.length) pieces[pieces.length - 1] = {...last, text: slice(last.text, 0, to)}
      break
    }
    pieces.pop()
  }
}

/** Spans and link definitions of a tidy line. */
export function toSpans(pieces: readonly Piece[]): {children: Span[]; markDefs: Link[]} {
  const spanKey = createKeys()
  const linkKey = createKeys()
  const links = new Map<string, Link>()
  const children = pieces.map(({text, decorators, link}): Span => {
    const marks: string[] =
      decorators.size === 0 ? [] : DECORATORS.filter((decorator) => decorators.has(decorator))
    if (link) {
      const name = `link\n${link.href}\n${link.title ?? ''}`
      let definition = links.get(name)
      if (!definition) {
        // Producers number notes anew in each scrape, so the address of one makes no key.
        definition = {_type: 'link', _key: linkKey(isWithin(link) ? 'link\n#' : name), ...link}
        links.set(name, definition)
      }
      marks.push(definition._key)
    }
    return {
      _type: 'span',
      _key: spanKey(marks.length === 0 ? '\n' : `${marks.join(' ')}\n`, text.value),
      text: text.value,
      marks,
    }
  })
  return {children, markDefs: [...links.values()]}
}

/** The text of the pieces with its origin in the source. */
export function textOfPieces(pieces: readonly Piece[]): TracedText {
  const [only] = pieces
  return only && pieces.length === 1 ? only.text : join(pieces.map(({text}) => text))
}
