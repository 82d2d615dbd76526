/** A figure as blocks: its caption goes with what it shows. */
import type {BlockContent, PhrasingContent} from 'mdast'
import type {Caption, FigureBlock} from '../markdown/nodes.ts'
import type {Origin, TracedText} from '../trace/traced-text.ts'
import {inserted, join, slice, sourceRange, trim} from '../trace/traced-text.ts'
import type {Figure} from '../types.ts'
import {creditIn} from './credit.ts'
import type {Entry} from './entry.ts'
import {type Context, flowBlocks} from './flow.ts'
import {type Piece, partsOf, textOfPieces, tidy} from './spans.ts'

const noMarks: ReadonlySet<string> = new Set()

/** Plain text of caption lines, one under the other, and where they stand. */
export function captionText(captions: readonly Caption[]): {text: string; origin: Origin} {
  const lines = captions.flatMap(({children}, index): PhrasingContent[] =>
    index === 0 ? children : [{type: 'break'}, ...children],
  )
  const pieces = partsOf(lines).filter((part): part is Piece => 'text' in part)
  const unlinked = pieces.map((piece): Piece => ({...piece, link: undefined}))
  const {value, origin} = textOfPieces(tidy(unlinked, noMarks))
  return {text: value, origin}
}

/** The last image, table or embed takes the caption; where there is none, the caption is a paragraph. */
export function figureBlocks(node: FigureBlock, context: Context): Entry[] {
  const captions = node.children.filter((child) => child.type === 'caption')
  const rest = node.children.filter((child): child is BlockContent => child.type !== 'caption')
  const entries = flowBlocks(rest, context)
  const last = entries.findLast(({block}) => block._type === 'figure')
  const credits = last ? captions.filter((line) => line.credit) : []
  addCaption(
    entries,
    captions.filter((line) => !credits.includes(line)),
    context,
  )
  const credit = captionText(credits)
  if (last?.block._type === 'figure') {
    if (credit.text) {
      last.block.credit = credit.text
      last.value += credit.text
      last.origin = [...last.origin, ...credit.origin]
    } else partCredit(last, last.block)
  }
  return entries
}

/** Marks between a caption and its credit. */
const PARTING = new Set([' ', '\n', '\t', '\u00a0', '(', '[', '|', '/', '–', '—', '-'])

/** A credit that ends a caption has a field of its own; the marks that parted them go. */
function partCredit(entry: Entry, figure: Figure): void {
  const {caption} = figure
  const credit = caption === undefined ? undefined : creditIn(caption)
  if (caption === undefined || !credit || !entry.value.endsWith(caption)) return
  const text: TracedText = {value: entry.value, origin: entry.origin}
  const from = entry.value.length - caption.length
  const before = trim(slice(text, from, from + credit.start))
  let end = before.value.length
  while (end > 0 && PARTING.has(before.value[end - 1] ?? '')) end--
  const kept = before.value.slice(0, end)
  const said = slice(text, from + credit.start, from + credit.end)
  const whole = join([slice(text, 0, from), slice(before, 0, end), said])
  if (kept === '') delete figure.caption
  else figure.caption = kept
  figure.credit = said.value
  entry.value = whole.value
  entry.origin = whole.origin
}

function addCaption(entries: Entry[], captions: readonly Caption[], context: Context): void {
  const caption = captionText(captions)
  if (!caption.text) return
  for (const entry of entries.toReversed()) {
    const {block} = entry
    if (block._type !== 'figure' && block._type !== 'table' && block._type !== 'embed') continue
    if (block.caption) break
    const {value, origin} = block._type === 'embed' ? inOneLine(caption) : traced(caption)
    block.caption = value
    entry.value += value
    entry.origin = [...entry.origin, ...origin]
    return
  }
  flowBlocks(captions, context, entries)
}

const traced = ({text, origin}: {text: string; origin: Origin}): TracedText => ({value: text, origin})

/** What a post says is shown in one line, as the words of its link. */
function inOneLine(caption: {text: string; origin: Origin}): TracedText {
  const whole = traced(caption)
  const lines = Array.from(caption.text.matchAll(/[^\s\n](?:[^\n]*[^\s\n])?/g), ({0: line, index}) => ({
    start: index,
    end: index + line.length,
  }))
  return join(
    lines.flatMap(({start, end}, index) => [
      ...(index === 0 ? [] : [inserted(' ', sourceRange(whole, start, end).start)]),
      slice(whole, start, end),
    ]),
  )
}
