/**
 * A NITF document (News Industry Text Format, IPTC). Its text becomes HTML: most elements are those of HTML, media become figures, and
 * marks of names keep their words. The head declares headline, byline, dates, keywords and section.
 *
 * @example
 *   in: <?xml version="1.0"?><nitf><head><docdata><date.issue norm="20240305T090000Z"/></docdata></head><body><body.head><hedline><hl1>The Well</hl1><hl2>It is deep</hl2></hedline><byline>By Ann Lee</byline></body.head><body.content><p>It was dug by <person>Bo Ek</person>.</p><hl2>Later</hl2><bq><p>Deep.</p></bq></body.content></body></nitf>
 *   out: <h1>The Well</h1>\n<p>It was dug by Bo Ek.</p><h2>Later</h2><blockquote><p>Deep.</p></blockquote>
 *   declares: {"title": "The Well", "subtitle": "It is deep", "byline": "By Ann Lee", "publishedAt": "2024-03-05T09:00:00Z"}
 * @example
 *   in: <p>One &lt;nitf&gt; document.</p>
 *   out: <p>One &lt;nitf&gt; document.</p>
 */
import type {Declaration, DeclaredFields, EveryField} from '../metadata/declared.ts'
import type {TracedText} from '../trace/traced-text.ts'
import {compose} from './lib/compose.ts'
import {dayAndTime} from './news/moment.ts'
import {headlineOf, nitfBody, nitfParts} from './news/nitf-body.ts'
import type {Unwrapper} from './unwrapper.ts'
import {attributeIn, lineIn, listIn, titleHtml} from './xml/content.ts'
import {childrenOf, descendants, readXml, rootName, type XmlElement} from './xml/tree.ts'

export const nitf: Unwrapper = (text, report) => {
  if (rootName(text.value) !== 'nitf') return undefined
  const [root] = descendants(readXml(text.value), 'nitf')
  if (!root) return undefined
  const {head, bodies} = nitfParts(root)
  const [first] = bodies
  if (!first) return undefined
  const read = bodies.map((body) => nitfBody(text, body))
  const title = headlineOf(head, 'hl1') ?? headlineOf(head, 'hedline')
  const {text: html, left} = compose(text, [
    {
      ...(title && titleHtml(text, title)),
      bodies: read.map((one) => one.html),
      bodiesAt: bodies.map(({inner}) => inner),
      kept: read.flatMap((one) => one.kept),
    },
  ])
  report({
    code: 'document-unwrapped',
    message: 'The source is a NITF document. Its text was kept, its head was read as metadata.',
    ranges: left,
  })
  return {html, declared: {source: 'document', fields: fieldsOf(text, root, head)}}
}

function fieldsOf(text: TracedText, root: XmlElement, head: XmlElement | undefined): EveryField {
  const line = (...names: string[]): Declaration<string> | undefined =>
    names
      .flatMap((name) => (head ? descendants([head], name) : []))
      .flatMap((one) => lineIn(text, one) ?? [])[0]
  const date = (...names: string[]): Declaration<string> | undefined => {
    const found = names
      .flatMap((name) => descendants([root], name))
      .flatMap((one) => attributeIn(text, one, 'norm') ?? [])[0]
    return found && {...found, value: dayAndTime(found.value)}
  }
  const [published] = descendants([root], 'pubdata')
  const printed = attributeIn(text, published, 'date.publication')
  return {
    title: line('hl1', 'hedline'),
    subtitle: line('hl2'),
    byline: head && bylineIn(text, head),
    authors: undefined,
    publishedAt:
      date('date.issue', 'date.release') ??
      (printed && {...printed, value: dayAndTime(printed.value)}) ??
      date('story.date'),
    modifiedAt: undefined,
    language: undefined,
    canonicalUrl: attributeIn(text, published, 'ex-ref'),
    siteName: attributeIn(text, published, 'name'),
    section: attributeIn(text, published, 'position.section'),
    tags: tagsOf(text, root),
    leadImage: undefined,
  }
}

/** The byline without the title of the writer that follows the name in it. */
function bylineIn(text: TracedText, head: XmlElement): Declaration<string> | undefined {
  return descendants([head], 'byline').flatMap((one) => {
    const [title] = descendants([one], 'byttl')
    const inner = {start: one.inner.start, end: title?.start ?? one.inner.end}
    return lineIn(text, {...one, inner}) ?? lineIn(text, one) ?? []
  })[0]
}

const tagsOf = (text: TracedText, root: XmlElement): DeclaredFields['tags'] =>
  listIn(
    descendants([root], 'key-list')
      .flatMap((list) => childrenOf(list, 'keyword'))
      .flatMap((one) => attributeIn(text, one, 'key') ?? []),
  )
