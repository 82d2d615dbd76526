/** A line of phrasing as blocks: one text block, and a block for each image or embed in it. */
import type {PhrasingContent} from 'mdast'
import type {Embed, Figure, ListPlace, TextBlock} from '../../../schemas/body.ts'
import {type BlockStyle, DECORATORS} from '../../../schemas/names.ts'
import {inserted, slice} from '../trace/traced-text.ts'
import {type Entry, originAt} from './entry.ts'
import {type Part, type Piece, partsOf, textOfPieces, tidy, toSpans} from './spans.ts'

/** What kind of text block a line becomes. */
export type LineStyle = {style: BlockStyle} & ListPlace

const everything: ReadonlySet<string> = new Set(DECORATORS)

/** One text block, or nothing where the line has no text. */
export function textBlock(
  pieces: readonly Piece[],
  style: LineStyle,
  allowed = everything,
): Entry<TextBlock> | undefined {
  const heading = style.style.startsWith('h')
  const tidied = tidy(heading ? withoutFullStrong(pieces) : pieces, allowed)
  if (tidied.length === 0) return undefined
  const {children, markDefs} = toSpans(tidied)
  const {value, origin} = textOfPieces(tidied)
  return {block: blockOf(style, children, markDefs), value, origin}
}

/** Written out for items and other lines: an article has hundreds of them, and spreading the style would double the cost. */
function blockOf(
  {style, listItem, level}: LineStyle,
  children: TextBlock['children'],
  markDefs: TextBlock['markDefs'],
): TextBlock {
  return listItem === undefined
    ? {_type: 'block', _key: '', style, children, markDefs}
    : {_type: 'block', _key: '', style, listItem, level, children, markDefs}
}

/** A heading that is bold throughout is just a heading. */
function withoutFullStrong(pieces: readonly Piece[]): readonly Piece[] {
  const lettered = pieces.filter(({text}) => text.value.trim() !== '')
  if (!lettered.every(({decorators}) => decorators.has('strong'))) return pieces
  return pieces.map((piece) => ({
    ...piece,
    decorators: new Set([...piece.decorators].filter((decorator) => decorator !== 'strong')),
  }))
}

/** A line as blocks in reading order. */
export function lineBlocks(nodes: readonly PhrasingContent[], style: LineStyle): Entry[] {
  const parts = partsOf(nodes)
  if (parts.every(isPiece)) {
    const text = textBlock(parts, style)
    return text ? [text] : []
  }
  const entries: Entry[] = []
  for (const {before, pieces, after} of segments(parts)) {
    for (const node of before) entries.push(mediaEntry(node))
    const text = textBlock(pieces, style)
    if (text) entries.push(text)
    for (const node of after) entries.push(mediaEntry(node))
  }
  return entries
}

type Media = Exclude<Part, Piece>

interface Segment {
  before: Media[]
  pieces: Piece[]
  after: Media[]
}

const isPiece = (part: Part | undefined): part is Piece => part !== undefined && 'text' in part
const isBreak = (part: Part | undefined): boolean => isPiece(part) && part.text.value === '\n'

/**
 * An image set off by a line break divides the line; one in the middle of a sentence follows the line, so that the
 * sentence stays whole.
 */
function segments(parts: readonly Part[]): Segment[] {
  let current: Segment = {before: [], pieces: [], after: []}
  const found = [current]
  for (const [index, part] of parts.entries()) {
    if (isPiece(part)) current.pieces.push(isPiece(parts[index - 1]) ? part : afterMedia(part, current))
    else if (!current.pieces.some(({text}) => text.value.trim() !== '')) current.before.push(part)
    else if (isBreak(parts[index - 1]) || isBreak(parts[index + 1])) {
      current = {before: [part], pieces: [], after: []}
      found.push(current)
    } else {
      current.after.push(part)
      separate(current.pieces, parts[index + 1])
    }
  }
  return found
}

/** Of the white space on both sides of an image that leaves the line, one is enough. */
function afterMedia(piece: Piece, {pieces}: Segment): Piece {
  const before = pieces.at(-1)?.text.value ?? ''
  return /[ \n]$/.test(before) && piece.text.value.startsWith(' ')
    ? {...piece, text: slice(piece.text, 1)}
    : piece
}

/** Words on both sides of an image that leaves the line do not run into each other. */
function separate(pieces: Piece[], next: Part | undefined): void {
  const last = pieces.at(-1)
  if (!last || !isPiece(next) || /\s$/.test(last.text.value) || /^\s/.test(next.text.value)) return
  pieces.push({
    text: inserted(' ', last.text.origin.at(-1)?.end ?? 0),
    decorators: new Set(),
    link: undefined,
  })
}

function mediaEntry(node: Media): Entry {
  return node.type === 'image' ? figureEntry(node) : embedEntry(node)
}

function figureEntry(node: Extract<Media, {type: 'image'}>, caption?: string): Entry<Figure> {
  const {url, alt} = node
  const block: Figure = {_type: 'figure', _key: '', url, ...(alt ? {alt} : {}), ...(caption ? {caption} : {})}
  return {block, value: '', origin: originAt(node)}
}

function embedEntry(node: Extract<Media, {type: 'embed'}>, caption?: string): Entry<Embed> {
  return {
    block: {_type: 'embed', _key: '', url: node.url, ...(caption ? {caption} : {})},
    value: '',
    origin: originAt(node),
  }
}
