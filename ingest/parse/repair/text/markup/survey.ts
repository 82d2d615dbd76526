/**
 * What one walk over a text tells of its markup, kept for every rule that asks: most texts pass from rule to rule as they
 * are. It also tells what a text is free of, so that a rule that could find nothing need not look.
 */
import type {SourceRange, TracedText} from '../../../trace/traced-text.ts'
import {
  inlineElements,
  isBlock,
  knownElements,
  separatingElements as partingNames,
  textElements,
  voidElements,
} from './names.ts'
import {opaqueElements} from './opaque.ts'
import {rawElements, type Tag, walkMarkup} from './tags.ts'

export interface Survey {
  /** All sound tags, in order; what is in raw elements, comments and declarations is none. */
  tags: readonly Tag[]
  /** Stretches that are markup for certain: sound tags, comments, declarations, the content of raw elements. */
  markup: readonly SourceRange[]
  /** Of those, contents of raw elements and comments. */
  raw: readonly SourceRange[]
  /**
   * Each `<` begins a sound tag with a name that HTML knows, a comment or a declaration; none stands in an attribute, and
   * no element has a content that is not markup. Then no tag of the text is broken, cut or made up.
   */
  isSound: boolean
  /**
   * Each element that may have content is closed before the one round it is, and marks are closed in the block and on the
   * line that they were opened in. Then no tag of the text lacks its partner.
   */
  isNested: boolean
  /**
   * Nested, each text in an element that holds running text and in no other of its kind, and none where a cell or an item
   * would have to begin. Then tags part the blocks, and no start tag of one is lost.
   */
  isDelimited: boolean
  /** Whether a `<` stands outside of all markup, or in a tag. */
  hasLooseLess: boolean
  /** Whether a `>` stands outside of all markup. */
  hasStrayGreater: boolean
  /** Most elements that are open at once, of a text that is nested. */
  depth: number
}

const surveys = new WeakMap<TracedText, Survey>()

export function surveyOf(text: TracedText): Survey {
  const found = surveys.get(text)
  if (found) return found
  const survey = walk(text.value)
  keepSurvey(text, survey)
  return survey
}

/** Keep what is known of a text, so that it is not walked again. */
export function keepSurvey(text: TracedText, survey: Survey): void {
  surveys.set(text, survey)
}

function walk(value: string): Survey {
  const tags: Tag[] = []
  const markup: SourceRange[] = []
  const raw: SourceRange[] = []
  const nesting = createNesting(value)
  const parting = createParting(value)
  const greater = createFinder(value, '>')
  const less = createFinder(value, '<')
  let isSound = true
  let isNested = true
  let isDelimited = true
  let hasLooseLess = false
  let hasStrayGreater = false
  /** End of the markup before. */
  let from = 0
  const pass = (start: number, end: number): void => {
    if (less(from) < start) hasLooseLess = true
    if (greater(from) < start) hasStrayGreater = true
    from = end
  }
  walkMarkup(
    value,
    (tag) => {
      if (isDelimited && !(parting.takesText(from, tag.start) && parting.takes(tag))) isDelimited = false
      pass(tag.start, tag.end)
      tags.push(tag)
      extend(markup, tag)
      if (less(tag.start + 1) < tag.end) hasLooseLess = true
      if (!knownElements.has(tag.name) || rawElements.has(tag.name)) isSound = false
      if (isNested && !nesting.takes(tag)) isNested = false
    },
    (range) => {
      if (isDelimited && !parting.takesText(from, range.start)) isDelimited = false
      pass(range.start, range.end)
      extend(markup, range)
      const isComment = value.startsWith('<!--', range.start)
      const isDeclaration = !isComment && value.charCodeAt(range.start) === 60 /* < */
      if (!isDeclaration) extend(raw, range)
      if (!isComment && less(range.start + 1) < range.end) isSound = false
    },
  )
  if (isDelimited && !parting.takesText(from, value.length)) isDelimited = false
  pass(value.length, value.length)
  isNested = isNested && nesting.isClosed()
  return {
    tags,
    markup,
    raw,
    isSound: isSound && !hasLooseLess,
    isNested,
    isDelimited: isNested && isDelimited,
    hasLooseLess,
    hasStrayGreater,
    depth: nesting.deepest(),
  }
}

/** Where a character stands next, to be asked with rising offsets; the length of the text where it does not. */
function createFinder(value: string, character: string): (from: number) => number {
  let next = -1
  return (from) => {
    if (next < from) {
      const at = value.indexOf(character, from)
      next = at < 0 ? value.length : at
    }
    return next
  }
}

/** Add a range to others, in order; it may touch the last. */
function extend(ranges: SourceRange[], {start, end}: SourceRange): void {
  const last = ranges.at(-1)
  if (last?.end === start) last.end = end
  else ranges.push({start, end})
}

/** Follows tags for as long as they are nested. */
function createNesting(value: string) {
  const open: string[] = []
  /** Open marks, all of them inside of the innermost block. */
  let marks = 0
  let most = 0
  /** Where the innermost mark's text begins that has not been searched for a line break. */
  let from = 0
  const newline = createFinder(value, '\n')
  return {
    takes({name, closing, selfClosing, start, end}: Tag): boolean {
      if (marks > 0 && newline(from) < end) return false
      const isMark = inlineElements.has(name)
      if (isMark ? selfClosing : marks > 0 && (isBlock(name) || opaqueElements.has(name))) return false
      if (marks === 0) from = start
      if (voidElements.has(name) && !closing) return true
      if (closing) {
        if (open.pop() !== name) return false
        if (isMark) marks--
      } else {
        if (open.push(name) > most) most = open.length
        if (isMark) marks++
      }
      return true
    },
    isClosed: (): boolean => open.length === 0,
    deepest: (): number => most,
  }
}

/** Leaves that may hold other leaves. */
const holders = new Set(['td', 'th', 'li'])
const cellParents = new Set(['tr', 'ul', 'ol'])

/** Follows tags and texts, of a text that is nested, for as long as tags part its blocks. */
function createParting(value: string) {
  /** Open elements whose tags part blocks. */
  const open: string[] = []
  /** Whether a text here would have to be in a cell or an item of its own. */
  let wanted = false
  return {
    takesText: (start: number, end: number): boolean =>
      (open.length > 0 && !wanted) || isBlankFrom(value, start, end),
    takes({name, closing, selfClosing}: Tag): boolean {
      if (wanted && (!isBlock(name) || opaqueElements.has(name))) return false
      wanted = closing ? holders.has(name) : cellParents.has(name)
      if (!partingNames.has(name)) return true
      if (closing) open.pop()
      else {
        if (selfClosing) return false
        const outer = open.at(-1)
        if (outer !== undefined && isLeafIn(outer, name)) return false
        open.push(name)
      }
      return true
    },
  }
}

/** Whether an element of one name, right inside of one of another, reads as if that had lost its end tag. */
const isLeafIn = (outer: string, name: string): boolean =>
  textElements.has(outer) && textElements.has(name) && (outer === name || !holders.has(outer))

/** Whether nothing but white space stands between two offsets. */
function isBlankFrom(value: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = value.charCodeAt(at)
    if (code !== 32 && !(code >= 9 && code <= 13)) return false
  }
  return true
}
