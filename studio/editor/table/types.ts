/** The parts of a table and of its text, as the article's body stores them. */
import type {Stored, StoredBlock} from '../../../schemas/body.ts'
import type {Table} from '../../../schemas/sanity.types.ts'

export type {Table}
/** A row of a table. */
export type Row = Table['rows'][number]
/** A cell of a row. */
export type Cell = Row['cells'][number]
/** A block of text in a cell. */
export type CellBlock = Cell['value'][number]
/** A block of the body. */
export type BodyNode = StoredBlock
/** A paragraph, heading or item of the body. */
export type TextBlock = Stored<'block'>
/** A table of the body. */
export type TableNode = Stored<'table'>
/** A stretch of text with the same marks. */
export type Span = NonNullable<CellBlock['children']>[number]
/** How a column is aligned. */
export type Alignment = NonNullable<Table['alignment']>[number]

/** Returns a new key with each call. Keys identify the items of an array. */
export type NewKey = () => string
