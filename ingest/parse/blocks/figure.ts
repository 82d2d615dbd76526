/** A figure as blocks: its caption goes to the block that it describes. */
import type {BlockContent} from 'mdast'
import type {BodyBlock, Figure} from '../../../schemas/body.ts'
import type {Caption, FigureBlock} from '../markdown/nodes.ts'
import type {TracedText} from '../trace/traced-text.ts'
import {join, slice, trim} from '../trace/traced-text.ts'
import {captionText, inOneLine} from './caption.ts'
import type {Context} from './context.ts'
import {creditIn} from './credit.ts'
import type {Entry} from './entry.ts'

/** The last image, table or embed takes the caption. Where there is none, the caption is a paragraph. */
export function figureBlocks(node: FigureBlock, context: Context): Entry[] {
  const captions = node.children.filter((child) => child.type === 'caption')
  const rest = node.children.filter((child): child is BlockContent => child.type !== 'caption')
  const entries = context.flow(rest, context)
  const last = entries.findLast(({block}) => block._type === 'figure')
  const credits = last ? captions.filter((line) => line.credit) : []
  addCaption(
    entries,
    captions.filter((line) => !credits.includes(line)),
    context,
  )
  const credit = captionText(credits)
  if (last?.block._type === 'figure') {
    if (credit.value) {
      last.block.credit = credit.value
      appendText(last, credit)
    } else splitCredit(last, last.block)
  }
  return entries
}

/** Characters between a caption and its credit. */
const SEPARATORS = new Set([' ', '\n', '\t', '\u00a0', '(', '[', '|', '/', '–', '—', '-'])

/** Moves a credit at the end of a caption to its own field, and drops the separators between the two. */
function splitCredit(entry: Entry, figure: Figure): void {
  const {caption} = figure
  const credit = caption === undefined ? undefined : creditIn(caption)
  if (caption === undefined || !credit || !entry.value.endsWith(caption)) return
  const text: TracedText = {value: entry.value, origin: entry.origin}
  const from = entry.value.length - caption.length
  const before = trim(slice(text, from, from + credit.start))
  let end = before.value.length
  while (end > 0 && SEPARATORS.has(before.value[end - 1] ?? '')) end--
  const kept = before.value.slice(0, end)
  const name = slice(text, from + credit.start, from + credit.end)
  const whole = join([slice(text, 0, from), slice(before, 0, end), name])
  if (kept === '') delete figure.caption
  else figure.caption = kept
  figure.credit = name.value
  entry.value = whole.value
  entry.origin = whole.origin
}

/** A block that can hold a caption, and the caption in the form that its type wants; undefined for the other types. */
function captioned(block: BodyBlock, caption: TracedText) {
  switch (block._type) {
    case 'table':
    case 'figure':
      return {block, text: caption}
    case 'embed':
      return {block, text: inOneLine(caption)}
    case 'block':
    case 'code':
    case 'latex':
    case 'divider':
      return undefined
    default:
      return block satisfies never
  }
}

function addCaption(entries: Entry[], captions: readonly Caption[], context: Context): void {
  const caption = captionText(captions)
  if (!caption.value) return
  for (const entry of entries.toReversed()) {
    const holder = captioned(entry.block, caption)
    if (!holder) continue
    if (holder.block.caption) break
    holder.block.caption = holder.text.value
    appendText(entry, holder.text)
    return
  }
  context.flow(captions, context, entries)
}

function appendText(entry: Entry, {value, origin}: TracedText): void {
  entry.value += value
  entry.origin = [...entry.origin, ...origin]
}
