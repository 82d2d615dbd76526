/**
 * One handler per element, one line each. Only elements of a normalized tree are listed (see normalize.ts); for others
 * rehype-remark’s own handlers are right.
 */
import type {Handle, NodeHandle} from 'hast-util-to-mdast'
import {PHRASING, type PhrasingKind} from '../elements.ts'
import {caption, credit} from './caption.ts'
import {cell} from './cell.ts'
import {code} from './code.ts'
import {decorated} from './decorated.ts'
import {dl} from './dl.ts'
import {embed} from './embed.ts'
import {figure} from './figure.ts'
import {flow} from './flow.ts'
import {image} from './image.ts'
import {inlineCode} from './inline-code.ts'
import {inlineMath} from './inline-math.ts'
import {item} from './item.ts'
import {link} from './link.ts'
import {list} from './list.ts'
import {marked} from './marked.ts'
import {row} from './row.ts'
import {table} from './table.ts'
import {text} from './text.ts'

/** How phrasing of each kind becomes mdast. */
const phrasing: Record<PhrasingKind, Handle> = {
  link,
  strong: marked('strong'),
  em: marked('emphasis'),
  underline: decorated('underline', 'u'),
  'strike-through': marked('delete'),
  sub: decorated('subscript', 'sub'),
  sup: decorated('superscript', 'sup'),
  latex: inlineMath,
  code: inlineCode,
}

/** Handlers by tag name. */
export const handlers: Record<string, Handle> = {
  ...Object.fromEntries([...PHRASING].map(([name, kind]) => [name, phrasing[kind]])),
  audio: embed,
  caption,
  credit,
  dd: flow,
  dl,
  dt: caption,
  embed,
  figcaption: caption,
  figure,
  iframe: embed,
  img: image,
  li: item,
  object: embed,
  ol: list,
  pre: code,
  table,
  tbody: flow,
  td: cell,
  tfoot: flow,
  th: cell,
  thead: flow,
  tr: row,
  ul: list,
  video: embed,
}

/** Handlers of nodes that are not elements. */
export const nodeHandlers: Record<string, NodeHandle> = {text}
