/** Notes as footnotes of GitHub's Markdown, which numbers them itself and puts them at the end. */
import type {FootnoteDefinition} from 'mdast'
import type {Span} from '../schemas/body.ts'
import {textBlock} from './blocks/block/markdown.ts'
import type {ShownBlock, TextBlock} from './body.ts'
import {footnoteAddress} from './markdown/footnote-address.ts'
import {linesOf, linkedNotes, mapLines} from './notes.ts'

/** A body, its notes apart. */
interface Noted {
  blocks: readonly ShownBlock[]
  notes: FootnoteDefinition[]
}

/**
 * Take the notes off the end of a body where footnotes say the same: they are numbered from 1 in the order of their marks, and nothing
 * follows them. Elsewhere a mark is a superscript.
 *
 * @see https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax
 */
export function withFootnotes(blocks: readonly ShownBlock[]): Noted {
  const keys = [...linkedNotes(blocks)]
  const text = blocks.slice(0, blocks.length - keys.length)
  const notes = blocks.slice(blocks.length - keys.length)
  const numbers = new Map(keys.map((key, index) => [`#${key}`, String(index + 1)]))
  const definitions = notes.flatMap((note, index) =>
    note._key === keys[index] ? definitionOf(note, String(index + 1)) : [],
  )
  const areSaid =
    keys.length > 0 &&
    definitions.length === keys.length &&
    linkedNotes(notes).size === 0 &&
    linesOf(text).every((line) => hasNumbers(line, numbers))
  return areSaid
    ? {blocks: mapLines(text, (line) => withReferences(line, numbers)), notes: definitions}
    : {blocks, notes: []}
}

const isMark = ({text}: Span, number: string): boolean =>
  text === number || text === `[${number}]` || text === `(${number})`

/** A note as a footnote: an item of a numbered list, or a paragraph that begins with the number of the note. */
function definitionOf(note: ShownBlock, number: string): FootnoteDefinition[] {
  if (note._type !== 'block') return []
  const block = note as TextBlock
  if (block.listItem === 'number') return block.level === 1 ? [definition(block, number)] : []
  const [mark, ...words] = block.children
  const isNumbered = mark?.marks.includes('sup') === true && isMark(mark, number)
  return block.listItem === undefined && isNumbered && words.length > 0
    ? [definition({...block, children: words}, number)]
    : []
}

const definition = (block: TextBlock, number: string): FootnoteDefinition => ({
  type: 'footnoteDefinition',
  identifier: number,
  label: number,
  children: [textBlock({...block, style: 'normal'})],
})

/** Whether each mark of a line is the number of its note, raised. */
function hasNumbers({children, markDefs}: TextBlock, numbers: ReadonlyMap<string, string>): boolean {
  return markDefs.every(({_key, href}) => {
    const number = numbers.get(href)
    if (number === undefined) return true
    const spans = children.filter(({marks}) => marks.includes(_key))
    return spans.length === 1 && spans.every((span) => span.marks.includes('sup') && isMark(span, number))
  })
}

function withReferences(line: TextBlock, numbers: ReadonlyMap<string, string>): TextBlock {
  const notes = new Set(line.markDefs.flatMap(({_key, href}) => (numbers.has(href) ? [_key] : [])))
  if (notes.size === 0) return line
  return {
    ...line,
    markDefs: line.markDefs.map((link) =>
      notes.has(link._key) ? {...link, href: footnoteAddress(numbers.get(link.href) ?? '')} : link,
    ),
    children: line.children.map((span) => {
      const mark = span.marks.find((each) => notes.has(each))
      return mark === undefined ? span : {...span, marks: [mark]}
    }),
  }
}
