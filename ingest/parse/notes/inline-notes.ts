/** Notes inside a line, which only a style sheet sets beside it: they leave the line. */
import type {Element, ElementContent} from 'hast'
import {textIn} from '../element-text.ts'
import type {Report} from '../findings/report.ts'
import {extentOf} from '../trace/extent.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import {holdsRaised, isRaised, markText} from './marks.ts'
import {elementAt, hasText, isBlank, rangeOf, spaceAt, textAt} from './nodes.ts'
import type {Place, Places} from './places.ts'
import type {Note} from './settle-marks.ts'

/** Take notes out of their lines, as paragraphs with the same mark. One that is among the notes of the page already is left out. */
export function takeInlineNotes({bodies}: Places, notes: readonly Note[], report: Report): Note[] {
  const inLines = bodies.filter(isInLine)
  if (inLines.length === 0) return []
  const known = notes.map(({block}) => textIn(block))
  const moved: SourceRange[] = []
  const copies: SourceRange[] = []
  const taken: Note[] = []
  for (const {element, parent} of inLines) {
    const siblings = parent.children as ElementContent[]
    const at = siblings.indexOf(element)
    const text = textIn(element)
    if (at < 0 || text === '') continue
    const extent = extentOf(element)
    const mark = markBefore(siblings, at, taken.length + 1)
    siblings.splice(siblings.indexOf(element), 1)
    if (known.some((note) => note.endsWith(text))) {
      if (extent) copies.push(extent)
      continue
    }
    if (extent) moved.push(extent)
    taken.push({
      block: paragraphOf(element, mark),
      marks: [parent as Element],
      links: mark ? [mark.element] : [],
    })
  }
  if (moved.length > 0)
    report({
      code: 'note-moved',
      message: 'Notes in the middle of a line were put at the end of the text.',
      ranges: moved,
    })
  if (copies.length > 0)
    report({
      code: 'duplicate-dropped',
      message: 'Notes in the middle of a line were left out: the same notes follow the text.',
      ranges: copies,
    })
  return taken
}

const isInLine = ({element, before, parent}: Place): boolean =>
  before !== '' && parent.type === 'element' && markText(element) === undefined

/** The mark before a note, its text, and the place of that. */
interface Mark {
  element: Element
  text: string
  range: SourceRange
}

/** The mark before a note. A label that a style sheet numbers gets its number. */
function markBefore(siblings: ElementContent[], at: number, count: number): Mark | undefined {
  let index = at - 1
  for (let node = siblings[index]; node; node = siblings[--index]) {
    if (isBlank(node) || (node.type === 'element' && node.tagName === 'input')) continue
    if (node.type !== 'element') return undefined
    const text = markText(node)
    const range = rangeOf(node)
    if (text !== undefined && (isRaised(node) || holdsRaised(node))) {
      clearNames(node)
      return {element: node, text, range: {...range, end: range.start}}
    }
    if (node.tagName !== 'label') return undefined
    if (hasText(node)) {
      // A sign that opens the note on small screens.
      siblings.splice(index, 1)
      return undefined
    }
    const number = String(count)
    const element = elementAt('sup', node, [textAt(number, range)])
    siblings[index] = element
    return {element, text: number, range}
  }
  return undefined
}

/** A mark is named after the box that it opens, and such a box may be no part of the text. */
function clearNames(mark: Element): void {
  for (
    let inner: Element | undefined = mark;
    inner;
    inner = inner.children.find((child) => child.type === 'element')
  )
    inner.properties = {}
}

function paragraphOf(element: Element, mark: Mark | undefined): Element {
  const {start} = rangeOf(element)
  const [open] = element.children
  const before: ElementContent[] = []
  if (mark) {
    const tag = {start, end: open?.position?.start.offset ?? start}
    before.push(elementAt('sup', element, [textAt(mark.text, tag)]), spaceAt(tag.end))
  }
  return elementAt('p', element, [...before, ...element.children])
}
