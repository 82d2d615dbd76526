/**
 * The body of an article, block by block: the one definition that every room uses. It is derived from the types that
 * `npm run typegen` generates of the schema, so the two cannot differ.
 */
import type {BlockStyle, BlockType, ListItem} from './names.ts'
import type {Body} from './sanity.types.ts'

/** `Part` itself. It fails to compile unless every value of `Part` is one of `Whole` too. */
export type Within<Whole, Part extends Whole> = Part

/** A block as a document holds it: an editor or another program may leave optional fields out. */
export type StoredBlock = Body[number]

/** Every type of block; `block` is text. Where the next line fails to compile, run `npm run typegen`. */
export type BlockName = Within<StoredBlock['_type'], 'block' | BlockType>

/** The blocks that a document holds, by type. */
type StoredBlocks = {[Name in BlockName]: Extract<StoredBlock, {_type: Name}>}

/** A block of one type as a document holds it. */
export type Stored<Name extends BlockName> = StoredBlocks[Name]

/** A stretch of text with the same marks: decorators, and keys of `markDefs`. */
export type Span = Required<NonNullable<Stored<'block'>['children']>[number]>

/** A link that spans of the same block refer to by its key. */
export type Link = NonNullable<Stored<'block'>['markDefs']>[number]

/** A list item has both fields; any other text has neither. */
export type ListPlace = {listItem: ListItem; level: number} | {listItem?: never; level?: never}

/** A paragraph, a heading, a quotation or a list item. Every field is present. */
export type TextBlock = {
  _type: 'block'
  _key: string
  style: BlockStyle
  children: Span[]
  markDefs: Link[]
} & ListPlace

/** A paragraph or a list item: cells hold no headings and no quotations. */
export type CellBlock = TextBlock & {style: 'normal'}

type StoredRow = Stored<'table'>['rows'][number]

/** One cell of a table. */
export type TableCell = Omit<StoredRow['cells'][number], 'value'> & {value: CellBlock[]}

/** One row of a table. */
export type TableRow = Omit<StoredRow, 'cells'> & {cells: TableCell[]}

/** A table in the shape of the Studio's native tables. It is always rectangular. */
export type Table = Omit<Stored<'table'>, 'rows'> & {rows: TableRow[]}

/**
 * An image with its caption and credit. `url` is its address at the source, or the picture itself as a `data:` address; an editor may
 * upload an `image` in its place.
 */
export type Figure = Omit<Stored<'figure'>, 'image'> & {url: string}

/** Preformatted lines. */
export type Code = Stored<'code'>

/** A formula of its own, in TeX. */
export type Latex = Stored<'latex'>

/** A video, a post or a document that lives on a page of its own. */
export type Embed = Stored<'embed'>

/** A break between two parts of the text. */
export type Divider = Stored<'divider'>

/** The blocks that the pipeline writes, by type. They are stricter than what a document may hold. */
interface Written {
  block: TextBlock
  table: Table
  figure: Figure
  code: Code
  latex: Latex
  embed: Embed
  divider: Divider
}

/** A block that the pipeline writes. */
export type BodyBlock = Within<StoredBlock, Written[BlockName]>

/** A block in the documents that the pipeline writes: a picture of the page itself is an asset there. */
export type DraftedBlock = Exclude<BodyBlock, Figure> | Stored<'figure'>
