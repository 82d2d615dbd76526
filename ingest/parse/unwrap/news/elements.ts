/** Elements of news formats as HTML. */
import type {Edit, SourceRange, TracedText} from '../../trace/traced-text.ts'
import {edit, slice} from '../../trace/traced-text.ts'
import type {XmlElement} from '../xml/tree.ts'

/** For each element: the tag that it becomes, an empty string if only its content stays, or undefined if it stays as it is. */
export type Renaming = (element: XmlElement) => {open: string; close: string} | 'drop' | undefined

/** An element's content as HTML, and the ranges of the document that it was made of. */
export function renamed(
  text: TracedText,
  element: XmlElement,
  rename: Renaming,
): {html: TracedText; kept: SourceRange[]} {
  const {start, end} = element.inner
  const edits: Edit[] = []
  const dropped: SourceRange[] = []
  const visit = (one: XmlElement): void => {
    const change = rename(one)
    if (change === 'drop') {
      edits.push({start: one.start, end: one.end, value: ''})
      dropped.push(one)
      return
    }
    if (change) edits.push({start: one.tag.start, end: one.tag.end, value: change.open})
    for (const child of one.children) visit(child)
    if (change) edits.push({start: one.inner.end, end: one.end, value: change.close})
  }
  for (const child of element.children) visit(child)
  const html = edit(
    slice(text, start, end),
    edits
      .filter((one) => one.end <= end && one.start >= start)
      .map((one) => ({...one, start: one.start - start, end: one.end - start})),
  )
  return {html, kept: without({start, end}, dropped)}
}

/** The rest of a range without ranges in it. */
function without({start, end}: SourceRange, holes: readonly SourceRange[]): SourceRange[] {
  const rest: SourceRange[] = []
  let at = start
  for (const hole of holes) {
    if (hole.start > at) rest.push({start: at, end: hole.start})
    at = Math.max(at, hole.end)
  }
  if (end > at) rest.push({start: at, end})
  return rest
}
