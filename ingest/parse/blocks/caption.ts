/** A caption as plain text. */
import type {PhrasingContent} from 'mdast'
import type {Caption} from '../markdown/nodes.ts'
import type {TracedText} from '../trace/traced-text.ts'
import {inserted, join, slice, sourceRange} from '../trace/traced-text.ts'
import {type Piece, partsOf, textOfPieces, tidy} from './spans.ts'

const noMarks: ReadonlySet<string> = new Set()

/** The plain text of caption lines, each on a line of its own. */
export function captionText(captions: readonly Caption[]): TracedText {
  const lines = captions.flatMap(({children}, index): PhrasingContent[] =>
    index === 0 ? children : [{type: 'break'}, ...children],
  )
  const pieces = partsOf(lines).filter((part): part is Piece => 'text' in part)
  const unlinked = pieces.map((piece): Piece => ({...piece, link: undefined}))
  return textOfPieces(tidy(unlinked, noMarks))
}

/** The same text in one line: the caption of an embed is the text of a link. */
export function inOneLine(caption: TracedText): TracedText {
  const lines = Array.from(caption.value.matchAll(/[^\n]+/g), ({0: line, index}) => ({
    start: index + line.length - line.trimStart().length,
    end: index + line.trimEnd().length,
  })).filter(({start, end}) => start < end)
  return join(
    lines.flatMap(({start, end}, index) => [
      ...(index === 0 ? [] : [inserted(' ', sourceRange(caption, start, end).start)]),
      slice(caption, start, end),
    ]),
  )
}
