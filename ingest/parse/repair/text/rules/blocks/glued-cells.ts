/**
 * A row of piped cells that begins with the remnant of a cell’s tag and is one cell short of its table. Whatever wrote
 * the pipes puts them between visible cells, and none before the first: so before the row’s first pipe two cells
 * merged, and divide where a word or number follows another without a space.
 *
 * @example
 *   in: Land | Routes | Risk |\n<td>PeruNew road | Low |\nChad | None | High |
 *   out: Land | Routes | Risk |\n<td>Peru | New road | Low |\nChad | None | High |
 * @example
 *   in: Side | Goals | Rival | Ground |\n<td>Quay<td>7 - 2Mill | Park |\nHill | 4 - 1 | Vale | Moor |
 *   out: Side | Goals | Rival | Ground |\n<td>Quay<td>7 - 2 | Mill | Park |\nHill | 4 - 1 | Vale | Moor |
 * @example
 *   in: Land | Routes |\n<td>McDonald Lake | Low |\nChad | None |
 *   out: Land | Routes |\n<td>McDonald Lake | Low |\nChad | None |
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {sourceRange} from '../../../../trace/traced-text.ts'
import {apply, type TextRule} from '../../rule.ts'
import {isPiped, namesOf} from './pipe-rows/clusters.ts'
import {type RowLine, rowLines, widestOf} from './pipe-rows/rows.ts'

const joint =
  /(?<=[\p{Ll})%\d]|\p{Ll}[.!?*])(?=\p{Lu}\p{Ll})|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=[\d$€£])|(?<=[\p{L}\d])(?=["“«]\p{Lu})|(?<=[\p{L}\d.!?]["”»])(?=\p{Lu}\p{Ll}|\d)/gu
/** A tag, whose attributes contain no cells. */
const tag = /<[^<>]{0,400}>/g

export const gluedCells: TextRule = (text, report) => {
  const {value} = text
  const rows = rowLines(text)
  if (!rows) return text
  const {lines, widths} = rows
  const edits: Edit[] = []
  lines.forEach((line, index) => {
    if (!beginsWithCell(line) || widestOf(line, value, true) !== (widths[index] ?? 0) - 1) return
    const from = line.clusters[0]?.end ?? line.start
    const pipe = value.indexOf('|', from)
    if (pipe < 0 || pipe >= line.end) return
    const stretch = value.slice(from, pipe)
    const tags = Array.from(stretch.matchAll(tag), ({index, 0: {length}}) => ({
      start: index,
      end: index + length,
    }))
    const joints = Array.from(stretch.matchAll(joint), ({index}) => index).filter(
      (at) => !tags.some(({start, end}) => start < at && at < end),
    )
    const [place] = joints
    if (place === undefined || joints.length > 1) return
    const at = from + place
    edits.push({start: at, end: at, value: ' | '})
    report({
      code: 'table-row-rebuilt',
      message: 'Two table cells had run together. They were split where two words meet.',
      ranges: [sourceRange(text, from, pipe)],
      weight: 'doubtful',
    })
  })
  return apply(text, edits)
}

/** Whether the remnant of a cell’s start tag, without a pipe, precedes a row’s first text. */
function beginsWithCell({start, clusters: [first]}: RowLine): boolean {
  return (
    first !== undefined &&
    first.start <= start &&
    !isPiped(first) &&
    namesOf(first).some((name) => /^t[dh]$/.test(name))
  )
}
