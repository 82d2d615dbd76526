/** What may reach a draft, as data. Everything else is unwrapped to its text or dropped. */
import type {Schema} from 'hast-util-sanitize'
import type {BlockName} from '../../../schemas/body.ts'
import {PHRASING} from '../markdown/elements.ts'

/** Protocols of links. */
export const LINK_PROTOCOLS = ['http', 'https', 'mailto', 'tel'] as const
/** Protocols of images and embeds. */
export const MEDIA_PROTOCOLS = ['http', 'https'] as const

/** Elements dropped with all their content: code, forms and other active content. */
export const ACTIVE_ELEMENTS = [
  'applet',
  'base',
  'basefont',
  'bgsound',
  'button',
  'canvas',
  'datalist',
  'dialog',
  'frame',
  'frameset',
  'input',
  'keygen',
  'link',
  'menuitem',
  'meta',
  'meter',
  'noembed',
  'noframes',
  'noscript',
  'option',
  'optgroup',
  'param',
  'progress',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'title',
] as const

/** Attributes with the address of a resource, in order of trust; lazy loaders use the later ones. */
export const MEDIA_ADDRESSES = ['src', 'dataSrc', 'dataLazySrc', 'dataOriginal', 'data'] as const

/** The elements that each type of block is made from. */
const BLOCK_ELEMENTS: Record<BlockName, readonly string[]> = {
  block: ['blockquote', 'dd', 'dl', 'dt', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ol', 'p', 'ul'],
  table: ['caption', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'],
  figure: ['figcaption', 'figure', 'img'],
  code: ['listing', 'pre', 'xmp'],
  // A `pre` in the language of formulas.
  latex: ['pre'],
  embed: ['audio', 'embed', 'iframe', 'object', 'source', 'video'],
  divider: ['hr'],
}

/** Elements that only group blocks. */
const CONTAINERS = ['article', 'aside', 'body', 'div', 'html', 'main', 'section']

/** Policy for hast-util-sanitize: only these elements, with only these attributes. */
export const schema: Schema = {
  ancestors: {
    caption: ['table'],
    tbody: ['table'],
    td: ['table'],
    tfoot: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
  },
  attributes: {
    a: ['href', 'title'],
    audio: ['src'],
    code: [['className', /^lang(?:uage)?-./]],
    embed: ['src'],
    iframe: ['src', 'title'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    object: ['data'],
    ol: ['start'],
    pre: [['className', /^lang(?:uage)?-./]],
    source: ['src'],
    span: [['className', 'credit']],
    table: ['role'],
    td: ['align', 'colSpan', 'rowSpan', 'scope'],
    th: ['align', 'colSpan', 'rowSpan', 'scope'],
    video: ['src'],
  },
  clobber: [],
  clobberPrefix: '',
  protocols: {href: [...LINK_PROTOCOLS], src: [...MEDIA_PROTOCOLS], data: [...MEDIA_PROTOCOLS]},
  required: {},
  strip: [...ACTIVE_ELEMENTS],
  tagNames: ['br', 'q', 'span', ...PHRASING.keys(), ...CONTAINERS, ...Object.values(BLOCK_ELEMENTS).flat()],
}
