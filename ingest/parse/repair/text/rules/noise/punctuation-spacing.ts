/**
 * Spaces before punctuation and around apostrophes, on lines where they are systematic. French keeps its spaces before
 * double punctuation; ellipses, decimals and emoticons stay.
 *
 * @example
 *   in: Trade , borders , and values . Russia ’ s view
 *   out: Trade, borders, and values. Russia’s view
 * @example
 *   in: One thing, and its end .</p>
 *   out: One thing, and its end.</p>
 * @example
 *   in: <p>She said " no way " and “ yes ”.</p>\n<p>Er rief „ nein “, dann „ ja “.</p>
 *   out: <p>She said "no way" and “yes”.</p>\n<p>Er rief „nein“, dann „ja“.</p>
 * @example
 *   in: 7 | Rita | "Shvil ha ' bricha" | they said ' no ' twice
 *   out: 7 | Rita | "Shvil ha'bricha" | they said ' no ' twice
 * @example
 *   in: <p>« Oui ! » dit-il ; « non ? »</p>\nVIP : 60 :)
 *   out: <p>« Oui ! » dit-il ; « non ? »</p>\nVIP : 60 :)
 * @example
 *   in: Look , ma: three cases, all fine. Really.
 *   out: Look , ma: three cases, all fine. Really.
 */
import type {Edit, TracedText} from '../../../../trace/traced-text.ts'
import {sourceRange} from '../../../../trace/traced-text.ts'
import {editsOutside} from '../../markup/outside.ts'
import {surveyOf} from '../../markup/survey.ts'
import {apply, type TextRule} from '../../rule.ts'

/** A quick test, since most lines have none: a mark with a space before it, or a quotation mark with one after it. */
const setOff = /[ \u00a0][.,:;!?’'”“"]|["“‘„][ \u00a0]/

/** A mark separated from the word before it, with nothing of its own right after it. */
const before = /(?<=[\p{L}\p{N})\]”’"%])[ \u00a0]{1,2}(?=[.,!?](?:[\s<&”"’)\]]|$)|[:;](?:[\s<&”"’]|$))/gu
const final = /(?<=[\p{L}\p{N})\]”’"%])[ \u00a0]{1,2}(?=\.[ \t\r]{0,4}(?:<|$))/gu
/** A correctly placed mark. */
const right = /(?<=[\p{L}\p{N})\]”’"%])[.,:;!?](?=[\s<&”"’)\]]|$)/gu
/** An apostrophe with spaces on both sides, between a word and a possible ending. */
const apostrophe = /(?<=\p{L}) ([’']) (?=(?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}]))/gu
const joined = /(?<=\b(?:[OD]|[LlDdJjNnSsTtCcMm]|[Qq]u)) ([’']) (?=\p{L})/gu
/** The same before any word: an apostrophe if no similar quotation mark is near. After an s it may end its word. */
const lone = /(?<=[^\P{L}sxzSXZ]) ([’']) (?=\p{Ll})/gu
const opening = /(?:(?<=[\s>(])|^)([“‘]) (?=\S)/gm
const closing = /(?<=\S) (?=”)/g
/** The same where „ opens a quotation, which “ or ” closes. */
const lowOpening = /„[ \u00a0](?=\S)/g
const lowClosing = /(?<=\S)[ \u00a0](?=[“”](?:[\s.,;:!?<)]|$))/g
/** Between straight quotes with spaces only on the inside. */
const straight =
  /(?<=[\s>(]|^)"([ \u00a0])(?=[\p{L}\p{N}])[^"\n]{1,400}(?<=[\p{L}\p{N}.,!?…])([ \u00a0])"(?=[\s.,;:!?<)]|$)/gu

const firstStop = /[\p{L}\p{N}] [.,] /u
const nextStop = /[\p{L}\p{N}] [.,](?: |$)/u

/** Whether a line sets off two stops or commas. */
function setsOffTwice(line: string): boolean {
  const first = firstStop.exec(line)
  return first !== null && nextStop.test(line.slice(first.index + first[0].length + 1))
}

export const punctuationSpacing: TextRule = (text, report) => {
  const {value} = text
  if (!setOff.test(value)) return text
  const isHit = linesWithMarks(text)
  if (!isHit) return text
  const french = isFrench(value)
  /** Whether some line of the text separates its full stops or commas. */
  const habit = !french && value.split('\n').some(setsOffTwice)
  const all: Edit[] = []
  let start = 0
  while (start <= value.length) {
    const newline = value.indexOf('\n', start)
    const end = newline < 0 ? value.length : newline
    const edits = isHit(end) ? editsOutside(text, inLine(value.slice(start, end), start, french, habit)) : []
    if (edits.length > 0) {
      report({
        code: 'punctuation-spacing',
        message: 'Extra spaces before punctuation or inside quotation marks were removed.',
        ranges: edits.map((one) => sourceRange(text, one.start, one.end)),
      })
      for (const one of edits) all.push(one)
    }
    start = end + 1
  }
  return apply(text, all)
}

/**
 * Create a test whether a line has a separated mark outside tags, called in order with line ends; attributes have many
 * such marks.
 */
function linesWithMarks(text: TracedText): ((end: number) => boolean) | undefined {
  const {value} = text
  const hits: number[] = []
  let from = 0
  for (const {start, end} of [...surveyOf(text).markup, {start: value.length, end: value.length}]) {
    // A mark may be at the edge of a tag.
    for (let at = Math.max(0, from - 1); start > from && at < start; ) {
      const newline = value.indexOf('\n', at)
      const stop = newline < 0 ? start + 1 : Math.min(start + 1, newline)
      if (setOff.test(value.slice(at, stop))) hits.push(Math.min(stop - 1, start))
      at = newline < 0 ? start : newline + 1
    }
    from = Math.max(from, end)
  }
  if (hits.length === 0) return undefined
  let next = 0
  let last = -1
  return (end) => {
    const begin = last
    last = end
    let found = false
    while (next < hits.length && (hits[next] ?? 0) <= end) {
      if ((hits[next] ?? 0) >= begin) found = true
      next++
    }
    return found
  }
}

function inLine(line: string, offset: number, french: boolean, habit: boolean): Edit[] {
  const found: Edit[] = []
  if (!setOff.test(line)) return found
  const add = (index: number, length: number, value: string): void => {
    found.push({start: offset + index, end: offset + index + length, value})
  }
  // The dots of `. . .` are one mark.
  const all = [...line.matchAll(before)].filter(
    ({index}) =>
      !/^\s+\.\s?\./.test(line.slice(index, index + 8)) &&
      !/\.\s$/.test(line.slice(Math.max(0, index - 2), index)),
  )
  const simple = all.filter((match) => /[.,]/.test(markOf(line, match)))
  // Colons and the like have a space before them in French, and in some people’s style: they follow full stops and
  // commas.
  const marks = !french && !line.includes('«') && (habit || simple.length > 0) ? all : simple
  const correct = marks.length > 0 ? [...line.matchAll(right)].length : 0
  // A single mark proves little, unless no other mark on the line is correct.
  const systematic = marks.length > 1 && marks.length >= correct
  if (systematic || (marks.length === 1 && correct === 0)) {
    for (const match of marks) add(match.index, match[0].length, '')
  } else if (habit) {
    // If other lines are damaged so, a separated full stop or comma is damage too; `. . .` is not one.
    for (const match of simple) add(match.index, match[0].length, '')
  }
  // A separated full stop at the end of a line or element is never intended; three of them are.
  for (const match of line.matchAll(final)) add(match.index, match[0].length, '')
  for (const match of line.matchAll(apostrophe)) add(match.index, match[0].length, match[1] ?? '')
  for (const match of line.matchAll(joined)) add(match.index, match[0].length, match[1] ?? '')
  for (const match of line.matchAll(lone))
    if (isAlone(line, match.index + 1)) add(match.index, match[0].length, match[1] ?? '')
  let quotes = 0
  let counted = 0
  for (const match of line.includes('"') ? line.matchAll(straight) : []) {
    for (; counted < match.index; counted++) if (line[counted] === '"') quotes++
    // After an odd number of quotes, it closes a quotation.
    if (quotes % 2 === 1) continue
    add(match.index + 1, 1, '')
    add(match.index + match[0].length - 2, 1, '')
  }
  if (line.includes('„')) {
    for (const match of line.matchAll(lowOpening)) add(match.index + 1, 1, '')
    for (const match of line.matchAll(lowClosing)) add(match.index, 1, '')
  } else {
    for (const match of line.matchAll(opening)) add(match.index, match[0].length, match[1] ?? '')
    for (const match of line.matchAll(closing)) add(match.index, match[0].length, '')
  }
  found.sort((a, b) => a.start - b.start || a.end - b.end)
  return found.filter((one, index) => index === 0 || one.start >= (found[index - 1]?.end ?? 0))
}

/** Maximum distance to search for a quotation mark’s partner, in UTF-16 units. */
const REACH = 300

/** Whether no other separated single quotation mark is in the same cell or element. */
function isAlone(line: string, at: number): boolean {
  const left = line.slice(Math.max(0, at - REACH), at)
  const right = line.slice(at + 1, at + 1 + REACH)
  const from = Math.max(...[...'|<>'].map((unit) => left.lastIndexOf(unit)))
  const near = `${left.slice(from + 1)} ${right.slice(0, right.search(/[|<>]|$/))}`
  return !/(?<!\p{L})[’'‘‚]|[’'‘‚](?!\p{L})/u.test(near)
}

/** Read the mark after a match of `before`. */
function markOf(line: string, match: RegExpExecArray | undefined): string {
  return match ? (line[match.index + match[0].length] ?? '') : ''
}

/** Roughly test which of two sets of function words is more frequent at the beginning. */
function isFrench(value: string): boolean {
  const sample = value.slice(0, 20_000)
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0
  return (
    count(/\b(?:le|la|les|des|est|une|dans|que|du)\b/g) >
    count(/\b(?:the|and|of|is|to|der|die|und|el|los|y)\b/g)
  )
}
