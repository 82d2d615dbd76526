/** The parts of a table as the article's body stores them. */
import type {Body, Table} from '../../../schemas/sanity.types.ts'

export type {Table}
/** A row of a table. */
export type Row = Table['rows'][number]
/** A cell of a row. */
export type Cell = Row['cells'][number]
/** A block of text in a cell. */
export type CellBlock = Cell['value'][number]
/** A block of the body. */
export type BodyNode = Body[number]
/** A paragraph, heading or list item of the body. */
export type TextBlock = Extract<BodyNode, {_type: 'block'}>
/** A table in the body. */
export type TableNode = Extract<BodyNode, {_type: 'table'}>
/** A span of text with marks. */
export type Span = NonNullable<CellBlock['children']>[number]
/** The alignment of a column. */
export type Alignment = NonNullable<Table['alignment']>[number]

/** Returns a new key with each call. Keys identify the items of an array. */
export type NewKey = () => string
