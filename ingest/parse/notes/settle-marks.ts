/** Finds the notes that marks lead to, and makes the marks superscripts. */
import type {Element, ElementContent, Root} from 'hast'
import {textIn} from '../element-text.ts'
import {holdsRaised, isNamedNote, isRaised, markText, targetOf} from './marks.ts'
import {elementAt, hasText, isBlank, rangeOf, spaceAt} from './nodes.ts'
import {isInline, type Place, type Places} from './places.ts'

/** A note of the article. */
export interface Note {
  /** Holds the note. */
  block: Element
  /** The marks in the text that lead to it; for a note that was in a line, the element that it was in. */
  marks: Element[]
  /** The marks themselves, which become links to it. */
  links: Element[]
}

/** Make marks superscripts, and list the notes that they lead to, in the order of their first marks. */
export function settleMarks(places: Places, page: string | undefined): Note[] {
  const notes = new Map<Element, Note>()
  const ids = new Set<string>()
  for (const mark of places.marks) {
    if (!looksRaised(mark)) continue
    const id = targetOf(mark.element, page) ?? described(mark.element)
    const target = id === undefined ? undefined : places.targets.get(id)
    // A mark that leads back is that of the note itself.
    if (target && target.order < mark.order) continue
    for (const name of namesOf(mark, places)) ids.add(name)
    if (id !== undefined && mark.element.tagName === 'a') mark.element.properties.href = `#${id}`
    raise(mark)
    const block = target && blockOf(target, places)
    if (!block || !isNote(block)) continue
    const note = notes.get(block) ?? {block, marks: [], links: []}
    note.marks.push(mark.element)
    note.links.push(mark.element)
    notes.set(block, note)
  }
  const found = widened([...notes.values()], places)
  for (const {block} of found) {
    setApart(block)
    dropReturns(block, ids, page)
  }
  return found
}

/** The id of the box that a button shows. */
function described({tagName, properties: {ariaDescribedBy, ariaControls}}: Element): string | undefined {
  const id = tagName === 'a' ? undefined : (ariaDescribedBy ?? ariaControls)
  return Array.isArray(id) ? String(id[0]) : typeof id === 'string' ? id : undefined
}

/** Whether a mark is set apart from the words before it, or is fused with them. */
function looksRaised({element, parent, before}: Place): boolean {
  const text = markText(element) ?? ''
  const isSign = !/^\p{L}+$/u.test(text) && before !== ''
  return (
    (parent.type === 'element' && (isRaised(parent) || isNamedNote(parent))) ||
    isRaised(element) ||
    holdsRaised(element) ||
    (element.tagName === 'a' && isNamedNote(element) && before !== '') ||
    (element.tagName !== 'a' && before !== '' && isNamedNote(element)) ||
    (element.tagName === 'a' &&
      isSign &&
      (/^[[(*†‡§¶‖]/.test(text) || /[\p{L}\p{N}\p{Po}\p{Pf}\p{Pe}]/u.test(before)))
  )
}

/** The block of a note from the element that its marks lead to. */
function blockOf({element, block, before, parent}: Place, {parents}: Places): Element | undefined {
  if (!isInline(element)) return ROW_PARTS.has(element.tagName) ? rowOf(element, parents) : element
  if (before !== '' || !block) return undefined
  if (!hasText(block) && parent.type === 'element') return parent
  return ROW_PARTS.has(block.tagName) ? rowOf(block, parents) : block
}

const ROW_PARTS = new Set(['td', 'th'])

function rowOf(cell: Element, parents: Places['parents']): Element | undefined {
  const row = parents.get(cell)
  return row?.type === 'element' && row.tagName === 'tr' ? row : undefined
}

const BLOCKS = new Set('aside blockquote dd div li p section tr'.split(' '))
/** Maximum length of a note, in characters: more is a part of the text that a mark-like link leads to. */
const MAX_NOTE_LENGTH = 4000

const isNote = (block: Element): boolean =>
  BLOCKS.has(block.tagName) && textIn(block, MAX_NOTE_LENGTH + 1).length <= MAX_NOTE_LENGTH

/** Levels above a note that may hold all of it. */
const MAX_LEVELS = 2

/** A note of several paragraphs is the element around them, where that holds no other note. */
function widened(notes: Note[], {parents}: Places): Note[] {
  const counts = new Map<Element | Root, number>()
  for (const {block} of notes) {
    let up = parents.get(block)
    for (
      let level = 0;
      up && level < MAX_LEVELS;
      level++, up = up.type === 'element' ? parents.get(up) : undefined
    )
      counts.set(up, (counts.get(up) ?? 0) + 1)
  }
  return notes.map((note) => {
    let {block} = note
    for (let level = 0; level < MAX_LEVELS; level++) {
      const up = parents.get(block)
      if (up?.type !== 'element' || counts.get(up) !== 1 || !BLOCKS.has(up.tagName) || !isNote(up)) break
      if (!(up.tagName === 'li' || isNamedNote(up)) || up.children.find((child) => !isBlank(child)) !== block)
        break
      block = up
    }
    return block === note.block ? note : {...note, block}
  })
}

/** The names that a note leads back to. */
function namesOf({element, parent}: Place, {parents}: Places): string[] {
  const around: (Element | Root | undefined)[] = [element, parent]
  if (parent.type === 'element') around.push(parents.get(parent))
  for (const child of element.children) around.push(child.type === 'element' ? child : undefined)
  if ('children' in parent) {
    const at = parent.children.indexOf(element)
    const before = parent.children[at - 1]
    if (before?.type === 'element' && !hasText(before)) around.push(before)
  }
  return around.flatMap((one) =>
    one?.type === 'element'
      ? [one.properties.id, one.properties.name].filter((name) => typeof name === 'string')
      : [],
  )
}

/** Put a mark into a superscript, unless it is in one. */
function raise({element, parent}: Place): void {
  if (element.tagName !== 'a') {
    element.tagName = 'sup'
    // What it is called is no name of a region.
    element.properties = {}
    return
  }
  if ((parent.type === 'element' && parent.tagName === 'sup') || holdsRaised(element)) return
  if (parent.type === 'element' && isRaised(parent) && isInline(parent)) {
    parent.tagName = 'sup'
    return
  }
  const at = parent.children.indexOf(element)
  if (at >= 0) parent.children[at] = elementAt('sup', element, [element])
}

/** Make the mark at the start of a note a superscript, with a space before the words of the note and in one line with them. */
function setApart(block: Element): void {
  let parent = block
  for (;;) {
    const {children} = parent
    const at = children.findIndex((child) => !isBlank(child))
    const first = children[at]
    if (first?.type !== 'element') return
    if (!isInline(first) || markText(first) === undefined) {
      parent = first
      continue
    }
    if (!UNMARKED.has(first.tagName)) return
    const raised = holdsRaised(first) ? first : elementAt('sup', first, [first])
    const space = spaceAt(rangeOf(first).end)
    const next = children.slice(at + 1).find((child) => !isBlank(child))
    const line = next?.type === 'element' && !isInline(next) ? firstLine(next) : undefined
    if (line) {
      children.splice(at, 1)
      line.children.unshift(raised, space)
      return
    }
    const after = children[at + 1]
    const isApart = after === undefined || (after.type === 'text' && /^\s/.test(after.value))
    children.splice(at, 1, ...(isApart ? [raised] : [raised, space]))
    return
  }
}

/** Elements that say nothing else of a mark in them. */
const UNMARKED = new Set(['a', 'span', 'sup'])

/** The innermost first block of a block. */
function firstLine(block: Element): Element | undefined {
  for (let inner = block; ; ) {
    const first = inner.children.find((child) => !isBlank(child))
    if (!first) return undefined
    if (first.type !== 'element' || isInline(first)) return inner
    inner = first
  }
}

/** Maximum length of the words of a link back, in characters. */
const MAX_RETURN_LENGTH = 24

/** Remove links from a note back to its marks: they name no word of it. */
function dropReturns(block: Element, ids: ReadonlySet<string>, page: string | undefined): void {
  const stack: Element[] = [block]
  for (let element = stack.pop(); element; element = stack.pop()) {
    const {children} = element
    const kept = children.filter((child) => !isReturn(child, ids, page))
    if (kept.length < children.length) element.children = kept
    for (const child of kept) if (child.type === 'element') stack.push(child)
  }
}

function isReturn(child: ElementContent, ids: ReadonlySet<string>, page: string | undefined): boolean {
  if (child.type !== 'element') return false
  const {className} = child.properties
  if (Array.isArray(className) && className.includes('mw-cite-backlink')) return true
  if (child.tagName !== 'a' || markText(child) !== undefined) return false
  const target = targetOf(child, page)
  return (
    target !== undefined &&
    ids.has(target) &&
    textIn(child, MAX_RETURN_LENGTH + 1).length <= MAX_RETURN_LENGTH
  )
}
