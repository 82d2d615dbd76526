/** @portabletext/block-tools as it is compared with: everything that its schema can say, on jsdom. */
import {htmlToBlocks} from '@portabletext/block-tools'
import {JSDOM} from 'jsdom'

const named = (...names: string[]) => names.map((name) => ({name, value: name}))

/** What it may make: the styles, lists, marks and links that our own blocks have. */
const schema = {
  block: {name: 'block'},
  span: {name: 'span'},
  styles: named('normal', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote'),
  lists: named('bullet', 'number'),
  decorators: named('strong', 'em', 'code', 'underline', 'sub', 'sup'),
  annotations: [{name: 'link', fields: [{name: 'href', type: 'string' as const}]}],
  blockObjects: [],
  inlineObjects: [],
}

export const parseHtml = (html: string): Document => new JSDOM(html).window.document

export const blockTools = (html: string): ReturnType<typeof htmlToBlocks> =>
  htmlToBlocks(html, schema, {parseHtml})
