/**
 * One handler per element, one line each. Only elements of a normalized tree are listed (see normalize.ts); for others
 * rehype-remark’s own handlers are right.
 */
import type {Handle, NodeHandle} from 'hast-util-to-mdast'
import {caption, credit} from './caption.ts'
import {cell} from './cell.ts'
import {code} from './code.ts'
import {decorated} from './decorated.ts'
import {dl} from './dl.ts'
import {embed} from './embed.ts'
import {emphasis} from './emphasis.ts'
import {figure} from './figure.ts'
import {flow} from './flow.ts'
import {image} from './image.ts'
import {inlineCode} from './inline-code.ts'
import {item} from './item.ts'
import {link} from './link.ts'
import {list} from './list.ts'
import {row} from './row.ts'
import {table} from './table.ts'
import {text} from './text.ts'

/** Handlers by tag name. */
export const handlers: Record<string, Handle> = {
  a: link,
  audio: embed,
  caption,
  cite: emphasis,
  code: inlineCode,
  credit,
  dd: flow,
  dfn: emphasis,
  dl,
  dt: caption,
  embed,
  figcaption: caption,
  figure,
  iframe: embed,
  img: image,
  ins: decorated('underline', 'u'),
  kbd: inlineCode,
  li: item,
  object: embed,
  ol: list,
  pre: code,
  samp: inlineCode,
  sub: decorated('subscript', 'sub'),
  sup: decorated('superscript', 'sup'),
  table,
  tbody: flow,
  td: cell,
  tfoot: flow,
  th: cell,
  thead: flow,
  tr: row,
  tt: inlineCode,
  u: decorated('underline', 'u'),
  ul: list,
  var: emphasis,
  video: embed,
}

/** Handlers by node type. */
export const nodeHandlers: Record<string, NodeHandle> = {text}
