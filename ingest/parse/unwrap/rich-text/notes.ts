/** Notes in rich text: their words are where their marks are, and come after the document. */
import type {TracedText} from '../../trace/traced-text.ts'
import {sourceRange} from '../../trace/traced-text.ts'
import type {Context} from './context.ts'
import {element, type HtmlNode, hasContent} from './html.ts'

/** Create a collection of the notes of a document, which numbers them in the order of their marks. */
export function createNotes(document: TracedText): {add: Context['note']; list(): HtmlNode[]} {
  const items: HtmlNode[] = []
  return {
    add(value, content) {
      if (!hasContent(content)) return undefined
      // Unique among the documents of one source, and the same whenever it is parsed.
      const id = `footnote-${value.start}`
      items.push(element('li', content, {id}))
      const number = String(items.length)
      const {start} = sourceRange(document, value.start, value.start)
      // The number takes the place of the sign that begins the data of the note.
      const text: TracedText = {
        value: number,
        origin: [{length: number.length, start, end: start + 1, copied: false}],
      }
      return element('sup', [element('a', [text], {href: `#${id}`})])
    },
    list: () => (items.length > 0 ? [element('ol', items)] : []),
  }
}
