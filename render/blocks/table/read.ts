import type {Alignment, Reading, ShownCell, ShownTable, TextBlock} from '../../body.ts'
import {countOf, type Fields, keyOf, objectsOf, oneOf, textOf} from '../../read/fields.ts'
import {paragraph, readTextBlock} from '../block/read.ts'

const ALIGNMENTS: readonly Alignment[] = ['left', 'center', 'right']

/** A table with rows of one length, a paragraph with its caption when it has no cells, or undefined. */
export function readTable(
  fields: Fields,
  index: number,
  reading: Reading,
): ShownTable | TextBlock | undefined {
  const rows = objectsOf(fields.rows).map((row) =>
    objectsOf(row.cells).map((cell) => readCell(cell, reading)),
  )
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const caption = textOf(fields.caption)
  if (width === 0) return caption ? paragraph(caption, keyOf(fields, index)) : undefined
  for (const row of rows) while (row.length < width) row.push([])
  const alignment = Array.isArray(fields.alignment) ? fields.alignment : []
  return {
    _type: 'table',
    _key: keyOf(fields, index),
    ...(caption && {caption}),
    headerRows: countOf(fields.headerRows, 0, rows.length, 0),
    headerColumns: countOf(fields.headerColumns, 0, width, 0),
    alignment: Array.from({length: width}, (_, column) => oneOf(ALIGNMENTS, alignment[column])),
    rows,
  }
}

function readCell(fields: Fields, reading: Reading): ShownCell {
  const blocks: TextBlock[] = []
  for (const [index, value] of objectsOf(fields.value).entries()) {
    if (value._type === 'block') {
      const block = readTextBlock(value, index, reading)
      // A heading in a cell would break the outline of the page. No link leads into a cell, so its keys are none of the body's.
      if (block) blocks.push({...block, _key: `cell-${block._key}`, style: 'normal'})
    } else reading.onUnknown({kind: 'block', type: String(value._type)})
  }
  return blocks
}
