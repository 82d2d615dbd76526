/**
 * Notes and their marks, before the article is chosen: every mark is a superscript, so that it fuses with no word; a note inside a
 * line leaves it; and the extraction learns which blocks are notes of the article, wherever the page has them.
 */
import type {Element, Root} from 'hast'
import type {VFile} from 'vfile'
import {createReport} from '../findings/messages.ts'
import {takeButtonNotes} from './buttons.ts'
import {dropReviewComments} from './comments.ts'
import {takeInlineNotes} from './inline-notes.ts'
import {hasMarks, placesIn} from './places.ts'
import {type Note, settleMarks} from './settle-marks.ts'

export type {Note}

/** Names of notes, anywhere in a source. */
const NAMES = /(?:side|margin|foot|end)-?note/i

/** Create a unified transform that sets `file.data.notes`. */
export default function settleNotes() {
  return (tree: Root, file: VFile): void => {
    const report = createReport(file)
    const source = file.data.html?.value ?? String(file.value)
    dropReviewComments(tree, source, report)
    if (!hasMarks(tree, NAMES.test(source))) return
    const places = placesIn(tree)
    const page = file.data.url
    const inButtons = takeButtonNotes(places, report)
    const notes = settleMarks(places, page)
    const loose = [...takeInlineNotes(places, notes, report), ...inButtons]
    const all = [...notes, ...loose]
    if (all.length > 0) file.data.notes = all
    // A fragment is the article: its end is the end of the text.
    if (loose.length > 0) fragmentOf(tree)?.children.push(...loose.map(({block}) => block))
  }
}

/** Where the blocks of a fragment are: in the tree, or in the body that the parser made, which has no position. Undefined for a page. */
function fragmentOf(tree: Root): Root | Element | undefined {
  const html = childOf(tree, 'html')
  if (!html) return tree
  const body = childOf(html, 'body')
  const isPage = [html, childOf(html, 'head'), body].some((element) => element?.position !== undefined)
  return isPage ? undefined : body
}

const childOf = (parent: Root | Element, name: string): Element | undefined =>
  (parent.children as Root['children']).find(
    (child): child is Element => child.type === 'element' && child.tagName === name,
  )
