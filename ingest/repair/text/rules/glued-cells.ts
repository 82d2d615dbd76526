/**
 * A row of piped cells that begins with the rest of a cell's tag, and is one cell short of its neighbours: the first two
 * cells ran together, and part where a word or number joins another without a space.
 *
 * @example
 *   in: Land | Routes | Risk |\n<td>PeruNew road | Low |\nChad | None | High |
 *   out: Land | Routes | Risk |\n<td>Peru | New road | Low |\nChad | None | High |
 * @example
 *   in: Land | Routes |\n<td>McDonald Lake | Low |\nChad | None |
 *   out: Land | Routes |\n<td>McDonald Lake | Low |\nChad | None |
 */
import type {Edit} from '../../../trace/traced-text.ts'
import {sourceRange} from '../../../trace/traced-text.ts'
import {apply, type TextRule} from '../rule.ts'

const joint =
  /(?<=[\p{Ll})%\d])(?=\p{Lu}\p{Ll})|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=[\d$€£])|(?<=\d)(?=\p{Lu})/gu
const parts = /<\/?(?:t[dhr]|tbody|thead|table)(?:\s[^<>]{0,300})?>|\|/gi
const begins = /^\s*(?:<\/?(?:tr|tbody|thead)(?:\s[^<>]{0,300})?>\s*)*<t[dh](?:\s[^<>]{0,300})?>/i

export const gluedCells: TextRule = (text, report) => {
  const {value} = text
  if (!value.includes('|') || !/<t[dh][\s>]/i.test(value)) return text
  const lines = value.split('\n')
  const widths = lines.map((line) =>
    line.includes('|') ? line.split(parts).filter((part) => /\S/.test(part)).length : 0,
  )
  const edits: Edit[] = []
  let start = 0
  lines.forEach((line, index) => {
    const offset = start
    start += line.length + 1
    const width = Math.max(
      ...widths.slice(Math.max(0, index - 3), index),
      ...widths.slice(index + 1, index + 4),
      0,
    )
    if (widths[index] === 0 || widths[index] !== width - 1) return
    const from = begins.exec(line)?.[0].length
    if (from === undefined) return
    const rest = line.slice(from)
    const cell = rest.slice(0, rest.search(/[|<]/))
    const joints = [...cell.matchAll(joint)]
    const [place] = joints
    if (!place || joints.length > 1) return
    const at = offset + from + place.index
    edits.push({start: at, end: at, value: ' | '})
    report({
      code: 'table-row-rebuilt',
      message:
        'The first two cells of a row had run together; they were parted where one word joins another.',
      ranges: [sourceRange(text, offset + from, offset + from + cell.length)],
      doubtful: true,
    })
  })
  return apply(text, edits)
}
