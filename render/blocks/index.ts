/** The types of block, each a folder: how it is read, and how it looks in HTML, Markdown and plain text. */
import type {RootContent} from 'mdast'
import type {BlockName} from '../../schemas/body.ts'
import type {ShownBlocks, ShownName} from '../body.ts'
import {block} from './block/index.ts'
import {code} from './code/index.ts'
import {divider} from './divider/index.ts'
import {embed} from './embed/index.ts'
import {figure} from './figure/index.ts'
import {latex} from './latex/index.ts'
import {quote} from './quote/index.ts'
import type {BlockRenderer, Renderer} from './renderer.ts'
import {table} from './table/index.ts'

export {quote}

/** The types that documents hold. */
export const blockRenderers: {[Name in BlockName]: BlockRenderer<Name>} = {
  block,
  table,
  figure,
  code,
  latex,
  embed,
  divider,
}

const renderers: {[Name in ShownName]: Renderer<Name>} = {...blockRenderers, quote}

/** A block of any type as mdast. */
export function markdownOf<Name extends ShownName>(name: Name, shown: ShownBlocks[Name]): RootContent[] {
  return renderers[name].markdown(shown)
}

/** A block of any type as plain text. */
export function textOf<Name extends ShownName>(name: Name, shown: ShownBlocks[Name]): string {
  return renderers[name].text(shown)
}
