/**
 * A news item of NewsML-G2, or a NewsML 1 document (IPTC), with its text as HTML or NITF inside. The first item with text is read. Its
 * metadata are those of the item: headline, byline, authors, dates, subjects.
 *
 * @example
 *   in: <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><versionCreated>2024-03-05T10:00:00Z</versionCreated></itemMeta><contentMeta><contentCreated>2024-03-05T09:00:00Z</contentCreated><by>By Ann Lee</by><headline>The Well</headline><subject><name>Water</name></subject></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>It is deep.</p></body></html></inlineXML></contentSet></newsItem>
 *   out: <h1>The Well</h1>\n<p>It is deep.</p>
 *   declares: {"title": "The Well", "byline": "By Ann Lee", "publishedAt": "2024-03-05T09:00:00Z", "modifiedAt": "2024-03-05T10:00:00Z", "tags": ["Water"]}
 * @example
 *   in: <newsItem><itemMeta/><contentMeta><headline>The Well</headline></contentMeta></newsItem>
 *   out: <newsItem><itemMeta/><contentMeta><headline>The Well</headline></contentMeta></newsItem>
 */
import type {Declaration, DeclaredFields, EveryField} from '../metadata/declared.ts'
import type {SourceRange, TracedText} from '../trace/traced-text.ts'
import {compose} from './lib/compose.ts'
import {dayAndTime} from './news/moment.ts'
import {nitfBody, nitfParts} from './news/nitf-body.ts'
import type {Unwrapper} from './unwrapper.ts'
import {attributeIn, htmlIn, lineIn, listIn, rangesIn, titleHtml} from './xml/content.ts'
import {childrenOf, descendants, readXml, rootName, type XmlElement} from './xml/tree.ts'

const ROOTS = /^(?:[\w-]{1,20}:)?(?:newsitem|newsmessage|newsml|packageitem)$/

export const newsml: Unwrapper = (text, report) => {
  if (!ROOTS.test(rootName(text.value))) return undefined
  for (const item of descendants(readXml(text.value), 'newsItem', 'NewsItem')) {
    const read = bodyOf(text, item)
    if (!read) continue
    const [title] = descendants([item], 'headline', 'HeadLine')
    const {text: html, left} = compose(text, [
      {...(title && titleHtml(text, title)), bodies: read.html, bodiesAt: read.places, kept: read.kept},
    ])
    report({
      code: 'document-unwrapped',
      message:
        'The source is a NewsML document. The text of its item was kept, other elements were left out.',
      ranges: left,
    })
    return {html, declared: {source: 'document', fields: fieldsOf(text, item)}}
  }
  return undefined
}

interface Body {
  html: TracedText[]
  places: SourceRange[]
  kept: SourceRange[]
}

/** The text of an item: of a NITF document, of a page, or as such. */
function bodyOf(text: TracedText, item: XmlElement): Body | undefined {
  const sets = descendants([item], 'inlineXML', 'inlineData', 'DataContent')
  for (const set of sets) {
    const [document] = descendants([set], 'nitf')
    const bodies = document ? nitfParts(document).bodies : []
    if (bodies.length > 0) {
      const read = bodies.map((body) => nitfBody(text, body))
      return {
        html: read.map(({html}) => html),
        places: bodies.map(({inner}) => inner),
        kept: read.flatMap(({kept}) => kept),
      }
    }
    const [body = set] = descendants([set], 'body')
    const ranges = rangesIn(text.value, body)
    if (ranges.length > 0)
      return {html: ranges.map((range) => htmlIn(text, body, range)), places: ranges, kept: ranges}
  }
  return undefined
}

function fieldsOf(text: TracedText, item: XmlElement): EveryField {
  const line = (...names: string[]): Declaration<string> | undefined =>
    names.flatMap((name) => descendants([item], name)).flatMap((one) => lineIn(text, one) ?? [])[0]
  const date = (...names: string[]): Declaration<string> | undefined => {
    const found = line(...names)
    return found && {...found, value: dayAndTime(found.value)}
  }
  const [meta] = descendants([item], 'contentMeta')
  const creators = childrenOf(meta, 'creator').flatMap(
    (one) => lineIn(text, childrenOf(one, 'name')[0]) ?? [],
  )
  return {
    title: line('headline', 'HeadLine'),
    subtitle: line('SubHeadLine'),
    byline: line('by', 'ByLine'),
    authors: listIn(creators),
    publishedAt: date('contentCreated', 'firstCreated', 'FirstCreated', 'DateLine'),
    modifiedAt: date('contentModified', 'versionCreated', 'ThisRevisionCreated'),
    language: attributeIn(text, descendants([item], 'language')[0], 'tag'),
    canonicalUrl: undefined,
    siteName: undefined,
    section: undefined,
    tags: subjectsOf(text, meta),
    leadImage: undefined,
  }
}

const subjectsOf = (text: TracedText, meta: XmlElement | undefined): DeclaredFields['tags'] =>
  listIn(
    childrenOf(meta, 'subject', 'keyword').flatMap(
      (one) =>
        lineIn(text, childrenOf(one, 'name')[0]) ?? (one.name === 'keyword' ? (lineIn(text, one) ?? []) : []),
    ),
  )
