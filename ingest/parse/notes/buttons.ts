/** Notes in the attributes of a button, which shows them in a box. */
import type {Element, ElementContent} from 'hast'
import type {Report} from '../findings/report.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import {isNamedNote, markText} from './marks.ts'
import {elementAt, rangeOf, spaceAt, textAt} from './nodes.ts'
import type {Places} from './places.ts'
import type {Note} from './settle-marks.ts'

/** Attributes with the words of a note, by the scripts that show it. */
const WORDS = [
  'dataDefinition',
  'dataBigfootFootnote',
  'dataFootnoteContent',
  'dataFootnote',
  'dataNote',
  'dataContent',
  'dataTippyContent',
]

/** Take the notes of buttons and marks, as paragraphs. Call it before their names are cleared. */
export function takeButtonNotes({marks}: Places, report: Report): Note[] {
  const ranges: SourceRange[] = []
  const taken = marks.flatMap(({element, parent, before}): Note[] => {
    if (element.tagName === 'a' || before === '' || !isNamedNote(element)) return []
    const words = WORDS.map((name) => element.properties[name]).find(
      (value): value is string => typeof value === 'string' && /\S\s+\S/.test(value),
    )
    if (words === undefined || /[<>]/.test(words)) return []
    const tag = {
      start: rangeOf(element).start,
      end: element.children[0]?.position?.start.offset ?? rangeOf(element).end,
    }
    ranges.push(tag)
    return [
      {
        block: noteOf(element, markText(element) ?? '', words, tag),
        marks: [parent as Element],
        links: [element],
      },
    ]
  })
  if (ranges.length > 0)
    report({
      code: 'note-moved',
      message: 'Notes in the attributes of buttons were put at the end of the text.',
      ranges,
    })
  return taken
}

/** Mark and words of a note get the place of the button: the mark that of its first character, the words the rest. */
function noteOf(button: Element, mark: string, words: string, {start, end}: SourceRange): Element {
  const children: ElementContent[] = [
    elementAt('sup', button, [textAt(mark, {start, end: start + 1})]),
    spaceAt(start + 1),
    textAt(words.replace(/\s+/g, ' ').trim(), {start: start + 1, end}),
  ]
  return elementAt('p', button, children)
}
