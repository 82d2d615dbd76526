/** A body as HTML. */
import {
  defaultComponents,
  mergeComponents,
  type PortableTextComponents,
  type PortableTextTypeComponent,
  toHTML,
} from '@portabletext/to-html'
import {blockRenderers, quote} from './blocks/index.ts'
import {listItem, lists} from './blocks/list/html.ts'
import type {OnUnknown, ShownName} from './body.ts'
import {createContext, type HtmlContext, type HtmlOptions} from './html/context.ts'
import {element, escapeText} from './html/element.ts'
import {marks} from './html/marks.ts'
import {nest} from './nest.ts'
import {linkedNotes} from './notes.ts'
import {readBody} from './read-body.ts'

/** Options of `renderHtml`. */
export interface RenderHtmlOptions extends HtmlOptions {
  /** Components of your own, which replace ours. What they are given has been read by `readBody`. */
  components?: PortableTextComponents
  /** Called for each part that is left out because no renderer knows it. */
  onUnknown?: OnUnknown
  /** Text between blocks: `\n` puts each of them on a line of its own. Nothing by default. */
  separator?: string
}

function createComponents(context: HtmlContext): PortableTextComponents {
  const {block, ...objects} = blockRenderers
  const types = Object.entries({...objects, quote} satisfies Record<Exclude<ShownName, 'block'>, unknown>)
  return {
    types: Object.fromEntries(
      types.map(([name, {html}]): [string, PortableTextTypeComponent] => [name, html(context)]),
    ),
    block: block.html(context),
    list: lists,
    listItem: listItem(context),
    marks: marks(context),
    hardBreak: () => element('br'),
    escapeHTML: escapeText,
  }
}

/**
 * The body of an article as HTML. It is semantic, has no scripts, no styles and no ids that could clash (a block that a mark leads to has one), and is safe
 * whatever the body holds. The title is not part of it, so its headings start at `h2`.
 *
 * @param body Portable Text, as stored or as the queries return it; null for none.
 */
export function renderHtml(body: unknown, options: RenderHtmlOptions = {}): string {
  const blocks = readBody(body, options.onUnknown)
  const context = createContext(options, linkedNotes(blocks))
  const ours = mergeComponents(defaultComponents, createComponents(context))
  const components = options.components ? mergeComponents(ours, options.components) : ours
  return nest(blocks)
    .map((node) => toHTML(node, {components}))
    .join(options.separator ?? '')
}
