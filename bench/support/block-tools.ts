/** @portabletext/block-tools on jsdom, with everything that its schema supports, for comparison. */
import {htmlToBlocks} from '@portabletext/block-tools'
import {JSDOM} from 'jsdom'

const named = (...names: string[]) => names.map((name) => ({name, value: name}))

/** Its schema: the styles, lists, marks and links of our blocks. */
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

/** Parse HTML with jsdom. */
export const parseHtml = (html: string): Document => new JSDOM(html).window.document

/** The blocks that block-tools makes of HTML. */
export const blockTools = (html: string): ReturnType<typeof htmlToBlocks> =>
  htmlToBlocks(html, schema, {parseHtml})
