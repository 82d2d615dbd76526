/** What each type of block must say about its reading and its renderings. */
import type {PortableTextBlockComponent, PortableTextTypeComponent} from '@portabletext/to-html'
import type {RootContent} from 'mdast'
import type {BlockName} from '../../schemas/body.ts'
import type {Reading, ShownBlock, ShownBlocks, ShownName} from '../body.ts'
import type {HtmlContext} from '../html/context.ts'
import type {Fields} from '../read/fields.ts'

/** The renderings of one type. Text differs in HTML: its component is given its marks rendered. */
export interface Renderer<Name extends ShownName> {
  html(
    context: HtmlContext,
  ): Name extends 'block' ? PortableTextBlockComponent : PortableTextTypeComponent<ShownBlocks[Name]>
  markdown(block: ShownBlocks[Name]): RootContent[]
  /** Plain text; empty where the block has no words. */
  text(block: ShownBlocks[Name]): string
}

/** A type that documents hold: it can be read, too. */
export interface BlockRenderer<Name extends BlockName> extends Renderer<Name> {
  /**
   * Reads a block of this type. What has lost its shape but not its words becomes a paragraph; what shows nothing is
   * undefined. `index` makes a key where the block has none.
   */
  read(fields: Fields, index: number, reading: Reading): ShownBlock | undefined
}
