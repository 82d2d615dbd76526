/** The parts of a table as the article's body stores them. */
import type {Body, Table} from '../../../schemas/sanity.types.ts'

export type {Table}
export type Row = Table['rows'][number]
export type Cell = Row['cells'][number]
/** Text of a cell. */
export type CellBlock = Cell['value'][number]
export type BodyNode = Body[number]
/** A paragraph, heading or item of the body. */
export type TextBlock = Extract<BodyNode, {_type: 'block'}>
export type TableNode = Extract<BodyNode, {_type: 'table'}>
export type Span = NonNullable<CellBlock['children']>[number]
export type Alignment = NonNullable<Table['alignment']>[number]

/** Gives a new key each time it is called: keys tell the members of an array apart. */
export type NewKey = () => string
