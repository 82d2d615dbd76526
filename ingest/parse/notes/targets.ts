/**
 * Plugin: once the article is chosen and traced, names the notes that it holds, so that links of marks survive the stations
 * that know no place within a page. Blocks have no ids on the way; the place of its words in the source tells which block a note is.
 */
import type {Element, ElementContent, Root} from 'hast'
import type {VFile} from 'vfile'
import {tracedTextOf} from '../trace/attach.ts'
import {hull, type Run, type SourceRange} from '../trace/traced-text.ts'
import {elementAt} from './nodes.ts'
import type {Note} from './settle-marks.ts'

/** Create a unified transform that sets `file.data.noteTargets`. */
export default function nameNotes() {
  return (tree: Root, file: VFile): void => {
    const {notes} = file.data
    if (!notes) return
    const inside = elementsIn(tree)
    const targets = new Map<string, SourceRange>()
    for (const [index, note] of notes.entries()) {
      if (!inside.has(note.block)) continue
      const place = placeOf(note.block)
      if (!place) continue
      for (const mark of note.links) targets.set(linked(mark, note, index), place)
    }
    if (targets.size > 0) file.data.noteTargets = targets
  }
}

/** The address of a mark; one that is no link becomes a link to the note, by an id of ours where it has none. */
function linked(mark: Element, {block}: Note, index: number): string {
  const {href} = mark.properties
  if (typeof href === 'string') return href
  block.properties.id ??= `note-${index}`
  const address = `#${block.properties.id}`
  const link = mark.tagName === 'a' ? mark : elementAt('a', mark, mark.children)
  link.properties.href = address
  if (link !== mark) mark.children = [link]
  return address
}

/** Where the words of a note are in the source. */
function placeOf(block: Element): SourceRange | undefined {
  const runs: Run[] = []
  const stack: ElementContent[] = [block]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text' && node.value.trim() !== '')
      for (const run of tracedTextOf(node).origin) runs.push(run)
    if (node.type === 'element') for (const child of node.children) stack.push(child)
  }
  // A number that we gave has the place of the mark; words of an attribute are copied from nowhere else.
  const copied = runs.filter((run) => run.copied)
  return hull((copied.length > 0 ? copied : runs).filter(({start, end}) => start < end))
}

function elementsIn(tree: Root): Set<Element> {
  const found = new Set<Element>()
  const stack: (Element | Root)[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop())
    for (const child of node.children)
      if (child.type === 'element') {
        found.add(child)
        stack.push(child)
      }
  return found
}
