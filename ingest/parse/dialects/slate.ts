/** Plate and other editors on Slate, which write the type of an element only as data. */
import type {Element} from 'hast'
import {textOf} from './hast.ts'

const NAMES: Readonly<Record<string, string>> = {
  a: 'a',
  blockquote: 'blockquote',
  code_block: 'pre',
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h5',
  h6: 'h6',
  hr: 'hr',
  img: 'img',
  li: 'li',
  media_embed: 'iframe',
  ol: 'ol',
  table: 'table',
  td: 'td',
  th: 'th',
  tr: 'tr',
  ul: 'ul',
  video: 'iframe',
}

/** Make an element what its `data-slate-type` says, in place. */
export function readSlateType(element: Element): void {
  if (element.tagName !== 'div' && element.tagName !== 'span') return
  const name = NAMES[textOf(element, 'dataSlateType') ?? '']
  if (name === undefined) return
  const {properties} = element
  element.tagName = name
  const url = textOf(element, 'dataSlateUrl')
  if (name === 'a') properties.href ??= url
  if (name === 'img' || name === 'iframe') {
    if (url !== undefined) properties.src ??= url
    const alt = textOf(element, 'dataSlateAlt')
    if (alt !== undefined) properties.alt ??= alt
    element.children = []
  }
  const span = textOf(element, 'dataSlateColSpan')
  if (span !== undefined && /^\d{1,3}$/.test(span)) properties.colSpan ??= Number(span)
}
