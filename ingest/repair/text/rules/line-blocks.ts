/**
 * In text whose lines are its blocks, each line becomes an element: a paragraph, or a heading where a rest of its tag
 * is left. Block tags inside a line part it; those that carry no more meaning are dropped. Bullets, dashes, numbers and
 * pipes stay as they are: lists and tables are found on the tree.
 *
 * @example
 *   in: A title\nThe Rise of Things</h2>It began. <p>Then more.\n- one</li>
 *   out: <p>A title</p>\n<h2>The Rise of Things</h2><p>It began.</p> <p>Then more.</p>\n<p>- one</p>
 * @example
 *   in: Text.\n- <b>Lead:</b> one\n<li>two</li> </ul> <p>After.
 *   out: <p>Text.</p>\n<p>- <b>Lead:</b> one</p>\n<p>- two</p> <p>After.</p>
 * @example
 *   in: <p>Only\nwhite space.</p>
 *   out: <p>Only\nwhite space.</p>
 */
import type {Report} from '../../../findings/report.ts'
import type {Edit, TracedText} from '../../../trace/traced-text.ts'
import {edit, sourceRange} from '../../../trace/traced-text.ts'
import {headings, isBlock} from '../markup/names.ts'
import {structureOf} from '../markup/structure.ts'
import {type Token, tokens} from '../markup/tokens.ts'
import type {TextRule} from '../rule.ts'
import {hardWrapped} from './line-blocks/hard-wrap.ts'
import {inlineEdits} from './line-blocks/inlines.ts'

type TagToken = Extract<Token, {type: 'tag'}>

/** A stretch of a line between block tags. */
interface Segment {
  /** From its first to after its last unit that is not white space. */
  start: number
  end: number
  /** Block tags right before and right after it. */
  before: TagToken[]
  after: TagToken[]
  content: Token[]
}

export const lineBlocks: TextRule = (text, report) => {
  const {value} = text
  if (!/[^\s<>]/.test(value)) return text
  const list = tokens(value)
  if (structureOf(list) !== 'lines') return text
  const edits: Edit[] = []
  for (const line of joinedLines(list, value)) {
    const segments = segmentsOf(line)
    if (segments.length === 0) dropAll(line, text, report, edits)
    segments.forEach((segment, index) => {
      resolve(segment, segments[index - 1], segments[index + 1], text, report, edits)
    })
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end)
  return edit(text, edits)
}

/** Lines as lists of tokens; in hard-wrapped text, the lines of one paragraph together. */
function joinedLines(list: readonly Token[], value: string): Token[][] {
  const joins = hardWrapped(list, value)
  const lines: Token[][] = []
  let line: Token[] = []
  list.forEach((token, index) => {
    if (token.type !== 'newline') line.push(token)
    else if (!joins.has(index)) {
      if (line.length > 0) lines.push(line)
      line = []
    }
  })
  if (line.length > 0) lines.push(line)
  return lines
}

function segmentsOf(line: readonly Token[]): Segment[] {
  const segments: Segment[] = []
  let tags: TagToken[] = []
  let open: Segment | undefined
  for (const token of line) {
    if (token.type === 'tag' && isBlock(token.tag.name)) {
      if (open) open.after.push(token)
      else tags.push(token)
      continue
    }
    if (open && open.after.length === 0) {
      open.content.push(token)
      open.end = token.end
      continue
    }
    if (open) {
      // Tags between two stretches: those that open belong to the later one.
      const split = open.after.findIndex(({tag}) => !tag.closing)
      tags = split < 0 ? [] : open.after.splice(split)
    }
    open = {start: token.start, end: token.end, before: tags, after: [], content: [token]}
    segments.push(open)
    tags = []
  }
  return segments.filter((segment) => {
    const full = segment.content.some(
      (token) => token.type === 'text' || (token.type === 'tag' && token.tag.name === 'img'),
    )
    return full
  })
}

function openingOf(segment: Segment): TagToken | undefined {
  return segment.before.findLast(({tag}) => !tag.closing)
}

function closingOf(segment: Segment): TagToken | undefined {
  return segment.after.find(({tag}) => tag.closing)
}

function headingOf(segment: Segment): TagToken | undefined {
  return [openingOf(segment), closingOf(segment)].find((token) => token && headings.has(token.tag.name))
}

function resolve(
  segment: Segment,
  previous: Segment | undefined,
  next: Segment | undefined,
  text: TracedText,
  report: Report,
  edits: Edit[],
): void {
  const {value} = text
  const opening = openingOf(segment)
  const closing = closingOf(segment)
  const heading = headingOf(segment)
  const dashed = /^(?:[-–—•·*▪◦‣●○■]|\d{1,3}[.)])\s/.test(value.slice(segment.start, segment.start + 6))
  const item =
    !heading && (opening?.tag.name === 'li' || (closing?.tag.name === 'li' && opening?.tag.name !== 'p'))
  const name = heading?.tag.name ?? 'p'
  const place = (token: TagToken) => [sourceRange(text, token.start, token.end)]
  // The tags that this element is made of; the others are rests.
  const used = new Set<TagToken>()
  if (opening?.tag.name === name) used.add(opening)
  if (closing?.tag.name === name) used.add(closing)
  for (const token of [...segment.before, ...segment.after]) {
    if (used.has(token)) continue
    const plain = token.end - token.start === token.tag.name.length + (token.tag.closing ? 3 : 2)
    report({
      code: plain || token.tag.closing ? 'tag-debris-dropped' : 'markup-text-dropped',
      message: `The rest of a tag, ${token.tag.closing ? '</' : '<'}${token.tag.name}>, carries no text and was removed.`,
      ranges: place(token),
      data: {tag: token.tag.name, closing: token.tag.closing},
    })
  }
  if (heading?.tag.closing && next) {
    report({
      code: 'heading-split',
      message: `A broken </${name}> parts a heading from the paragraph after it.`,
      ranges: place(heading),
      data: {tag: name},
    })
  } else if (closing && used.has(closing) && !(opening && used.has(opening))) {
    report({
      code: 'tag-debris-dropped',
      message: `The rest of a tag, </${name}>, has no opening; it was read as the end of its line.`,
      ranges: place(closing),
      data: {tag: name, closing: true},
    })
  }
  if (previous && !headingOf(previous) && !heading && !item) {
    report({
      code: 'paragraph-split',
      message: 'A paragraph began in the middle of a line.',
      ranges: [sourceRange(text, segment.start, Math.min(segment.end, segment.start + 80))],
    })
  }
  const from = Math.min(segment.start, segment.before[0]?.start ?? segment.start)
  const to = Math.max(segment.end, segment.after.at(-1)?.end ?? segment.end)
  const quote = opening?.tag.name === 'blockquote'
  const startTag = `${quote ? '<blockquote>' : ''}<${name}>${item && !dashed ? '- ' : ''}`
  if (value.slice(from, segment.start) !== startTag)
    edits.push({start: from, end: segment.start, value: startTag})
  edits.push(...inlineEdits(segment.content, segment.start, text, report))
  const endTag = `</${name}>${quote ? '</blockquote>' : ''}`
  if (value.slice(segment.end, to) !== endTag) edits.push({start: segment.end, end: to, value: endTag})
}

/** A line of nothing but rests. */
function dropAll(line: readonly Token[], text: TracedText, report: Report, edits: Edit[]): void {
  for (const token of line) {
    if (token.type !== 'tag') continue
    edits.push({start: token.start, end: token.end, value: ''})
    report({
      code: 'tag-debris-dropped',
      message: `The rest of a tag, ${token.tag.closing ? '</' : '<'}${token.tag.name}>, stood alone on its line.`,
      ranges: [sourceRange(text, token.start, token.end)],
      data: {tag: token.tag.name, closing: token.tag.closing},
    })
  }
}
