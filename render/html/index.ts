import {
  defaultComponents,
  mergeComponents,
  type PortableTextComponents,
  type PortableTextTypeComponent,
  toHTML,
} from '@portabletext/to-html'
import type {BlockType} from '../../schemas/names.ts'
import type {Unknown} from '../body.ts'
import {nest} from '../nest.ts'
import {readBody} from '../read-body.ts'
import {code} from './code.ts'
import {createContext, type HtmlContext, type HtmlOptions} from './context.ts'
import {element, escapeText} from './element.ts'
import {embed} from './embed.ts'
import {figure} from './figure.ts'
import {listItem, lists} from './lists.ts'
import {marks} from './marks.ts'
import {quote} from './quote.ts'
import {table} from './table.ts'
import {textBlocks} from './text-blocks.ts'

export interface RenderHtmlOptions extends HtmlOptions {
  /** Components of your own, over ours. What they get has been read by `readBody`. */
  components?: PortableTextComponents
  /** Told of what is left out because no renderer knows it. */
  onUnknown?: (unknown: Unknown) => void
}

function createComponents(context: HtmlContext): PortableTextComponents {
  const types: Record<BlockType | 'quote', PortableTextTypeComponent> = {
    table: table(context),
    figure: figure(context),
    code,
    embed,
    divider: () => element('hr'),
    quote,
  }
  return {
    types,
    block: textBlocks(context),
    list: lists,
    listItem,
    marks,
    hardBreak: () => element('br'),
    escapeHTML: escapeText,
  }
}

/**
 * The body of an article as HTML: semantic, without scripts, styles or ids that could clash, and safe whatever the
 * body holds. The title is not part of it, so its headings start at `h2`.
 *
 * @param body Portable Text, as stored or as the queries give it; null for none.
 */
export function renderHtml(body: unknown, options: RenderHtmlOptions = {}): string {
  const blocks = nest(readBody(body, options.onUnknown))
  const ours = mergeComponents(defaultComponents, createComponents(createContext(options)))
  return toHTML(blocks, {components: options.components ? mergeComponents(ours, options.components) : ours})
}
