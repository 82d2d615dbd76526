/**
 * A text that came as the quotation of a mail: a mark before every line. Where nearly all lines have one, the text is not a
 * quotation in an article but an article that was quoted.
 *
 * @example
 *   in: > The ferry sails again on Monday.\n> It was late.\n>\n> Three boats share the crossing.\n> They are old.
 *   out: The ferry sails again on Monday.\nIt was late.\n\nThree boats share the crossing.\nThey are old.
 * @example
 *   in: The ferry sails again.\n> It was late.\n> It was cold.\nThree boats share the crossing.
 *   out: The ferry sails again.\n> It was late.\n> It was cold.\nThree boats share the crossing.
 */
import type {TracedText} from '../../../../trace/traced-text.ts'
import {amend, type TextRule} from '../../rule.ts'

const MARK = /^[ \t]{0,3}(?:>|&gt;)[ \t]?/gm
/** Minimum number of marked lines. */
const MIN_LINES = 4
/** Minimum share of marked lines: the others are words about the mail, such as who wrote it. */
const MIN_SHARE = 0.9
/** Maximum number of mails that quote one another. */
const MAX_LEVELS = 6

export const quotedLines: TextRule = (text, report) => {
  let result = text
  for (let level = 0; level < MAX_LEVELS && isQuoted(result); level++) {
    const edits = Array.from(result.value.matchAll(MARK), ({0: mark, index}) => ({
      start: index,
      end: index + mark.length,
      value: '',
    }))
    result = amend(result, edits, report, {
      code: 'quote-marks-dropped',
      message: 'The marks of a quoted mail before each line were removed.',
    })
  }
  return result
}

function isQuoted({value}: TracedText): boolean {
  // A quick test: the first line is marked.
  if (!/^\s{0,20}(?:>|&gt;)/.test(value)) return false
  const marked = value.match(MARK)?.length ?? 0
  return (
    marked >= MIN_LINES && marked >= MIN_SHARE * value.split('\n').filter((line) => line.trim() !== '').length
  )
}
