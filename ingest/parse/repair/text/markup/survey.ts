/**
 * A survey of a text’s markup, made in one walk and cached for every rule: most texts pass from rule to rule unchanged.
 * It also reports what a text is free of, so that a rule that cannot apply need not search.
 */
import type {SourceRange, TracedText} from '../../../trace/traced-text.ts'
import {mayHold} from './content-model.ts'
import {inlineElements, isBlock, knownElements, separatingElements, voidElements} from './names.ts'
import {opaqueElements} from './opaque.ts'
import {rawElements, type Tag, walkMarkup} from './tags.ts'

/** What is known of a text’s markup. */
export interface Survey {
  /** All sound tags, in order, outside raw elements, comments and declarations. */
  tags: readonly Tag[]
  /** Ranges that are certainly markup: sound tags, comments, declarations, the content of raw elements. */
  markup: readonly SourceRange[]
  /** Of those, the contents of raw elements and comments. */
  raw: readonly SourceRange[]
  /**
   * Whether each `<` begins a sound tag with an HTML name, a comment or a declaration, none is in an attribute, and no
   * element has raw content. Then no tag of the text is broken, truncated or invented.
   */
  isSound: boolean
  /**
   * Whether each element with content is closed before its parent, and inline elements are closed in the block and on
   * the line where they were opened. Then no tag of the text lacks its partner.
   */
  isNested: boolean
  /**
   * Whether the text is nested, each text is inside exactly one element for running text, and none is where a cell or
   * item would have to begin. Then tags delimit the blocks, and no block lacks its start tag.
   */
  isDelimited: boolean
  /** Whether a `<` is outside all markup, or in a tag. */
  hasLooseLess: boolean
  /** Whether a `>` is outside all markup. */
  hasStrayGreater: boolean
  /** Maximum number of open elements, for a nested text. */
  depth: number
}

const surveys = new WeakMap<TracedText, Survey>()

/** Survey a text, or return its cached survey. */
export function surveyOf(text: TracedText): Survey {
  const found = surveys.get(text)
  if (found) return found
  const survey = walk(text.value)
  keepSurvey(text, survey)
  return survey
}

/** Cache a survey, so that the text is not walked again. */
export function keepSurvey(text: TracedText, survey: Survey): void {
  surveys.set(text, survey)
}

function walk(value: string): Survey {
  const tags: Tag[] = []
  const markup: SourceRange[] = []
  const raw: SourceRange[] = []
  const nesting = createNesting(value)
  const delimiting = createDelimiting(value)
  const greater = createFinder(value, '>')
  const less = createFinder(value, '<')
  let isSound = true
  let isNested = true
  let isDelimited = true
  let hasLooseLess = false
  let hasStrayGreater = false
  /** End of the previous markup. */
  let from = 0
  const pass = (start: number, end: number): void => {
    if (less(from) < start) hasLooseLess = true
    if (greater(from) < start) hasStrayGreater = true
    from = end
  }
  walkMarkup(
    value,
    (tag) => {
      if (isDelimited && !(delimiting.takesText(from, tag.start) && delimiting.takes(tag)))
        isDelimited = false
      pass(tag.start, tag.end)
      tags.push(tag)
      extend(markup, tag)
      if (less(tag.start + 1) < tag.end) hasLooseLess = true
      if (!knownElements.has(tag.name) || rawElements.has(tag.name)) isSound = false
      if (isNested && !nesting.takes(tag)) isNested = false
    },
    (range) => {
      if (isDelimited && !delimiting.takesText(from, range.start)) isDelimited = false
      pass(range.start, range.end)
      extend(markup, range)
      const isComment = value.startsWith('<!--', range.start)
      const isDeclaration = !isComment && value.charCodeAt(range.start) === 60 /* < */
      if (!isDeclaration) extend(raw, range)
      if (!isComment && less(range.start + 1) < range.end) isSound = false
    },
  )
  if (isDelimited && !delimiting.takesText(from, value.length)) isDelimited = false
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

/**
 * Create a function that finds the next occurrence of a character, to be called with increasing offsets; returns the
 * length of the text if there is none.
 */
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

/** Append a range, or extend the last one if they touch. */
function extend(ranges: SourceRange[], {start, end}: SourceRange): void {
  const last = ranges.at(-1)
  if (last?.end === start) last.end = end
  else ranges.push({start, end})
}

/** Track tags while they are nested. */
function createNesting(value: string) {
  const open: string[] = []
  /** Number of open inline elements, all inside the innermost block. */
  let marks = 0
  let most = 0
  /** Start of the innermost inline text that was not yet searched for a line break. */
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

/** Elements between whose siblings there is no text. */
const holders = new Set(['td', 'th', 'li'])
const cellParents = new Set(['tr', 'ul', 'ol'])

/** Track the tags and texts of a nested text while tags delimit its blocks. */
function createDelimiting(value: string) {
  /** Open elements whose tags separate blocks. */
  const open: string[] = []
  /** Whether a text here would need a cell or item of its own. */
  let wanted = false
  return {
    takesText: (start: number, end: number): boolean =>
      (open.length > 0 && !wanted) || isBlankFrom(value, start, end),
    takes({name, closing, selfClosing}: Tag): boolean {
      if (wanted && (!isBlock(name) || opaqueElements.has(name))) return false
      wanted = closing ? holders.has(name) : cellParents.has(name)
      if (!separatingElements.has(name)) return true
      if (closing) open.pop()
      else {
        if (selfClosing) return false
        const outer = open.at(-1)
        // Else the outer element reads as if it had lost its end tag.
        if (outer !== undefined && !mayHold(outer, name)) return false
        open.push(name)
      }
      return true
    },
  }
}

/** Whether only white space is between two offsets. */
function isBlankFrom(value: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = value.charCodeAt(at)
    if (code !== 32 && !(code >= 9 && code <= 13)) return false
  }
  return true
}
