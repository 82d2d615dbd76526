/** The words of an article as plain text. */
import {type AnyBlock, type TextRole, textsOf} from '../block-texts.ts'

/** Which texts are compared. Those of figures and embeds are ignored, because the same story may have other pictures. */
const COUNTS: Record<TextRole, boolean> = {
  line: true,
  row: true,
  code: true,
  caption: false,
  credit: false,
  alternative: false,
  address: false,
}

/** A line for each block with words, and for each row of a table. */
export function plainTextOf(body: readonly AnyBlock[]): string {
  return body
    .flatMap((block) => textsOf(block))
    .flatMap(({role, text}) => (COUNTS[role] ? text.replaceAll('\t', ' ') : []))
    .join('\n')
}
