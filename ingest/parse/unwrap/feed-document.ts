/**
 * A feed (RSS 2.0, RSS 1.0, Atom) or an entry of one: the text and the title of each entry are taken out, one level of
 * escaping undone where the format says so, and the other elements are left out.
 *
 * @example
 *   in: <item><title>Wells &amp; more</title><link>https://example.com/a</link><description>&lt;p&gt;One.&lt;/p&gt;</description></item>
 *   out: <h1>Wells &amp; more</h1>\n<p>One.</p>
 * @example
 *   in: <entry><title>Wells</title><id>urn:x</id><summary>Short.</summary><content type="html"><![CDATA[<p>One.</p>]]></content></entry>
 *   out: <h1>Wells</h1>\n<p>One.</p>
 * @example
 *   in: <p>One &lt;item&gt; of a feed.</p>
 *   out: <p>One &lt;item&gt; of a feed.</p>
 */
import type {Edit, SourceRange, TracedText} from '../trace/traced-text.ts'
import {edit, slice} from '../trace/traced-text.ts'
import {type Carried, compose, trimmed} from './lib/compose.ts'
import type {Unwrapper} from './unwrapper.ts'

const documents = new Set(['rss', 'feed', 'rdf:rdf', 'channel', 'item', 'entry'])
/** Elements that hold an entry's text, the fullest first (RSS content module, Atom 4.1.3 and 4.2.13). */
const bodies = ['content:encoded', 'content', 'atom:content', 'description', 'summary', 'atom:summary']
const titles = ['title', 'atom:title', 'media:title']
const reference = /&(?:amp|lt|gt|quot|apos|#0?3[49]|#0?38|#0?6[02]|#x2[267]|#x3[ce]);/gi
const characters: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"}
const opening = '<![CDATA['
const markup = /<\/?[a-z][a-z0-9]*[\s>/]/i

interface Inner extends SourceRange {
  /** The start tag. */
  tag: string
}

export const feedDocument: Unwrapper = (text, report) => {
  const {value} = text
  if (!isFeed(value.slice(0, 4000))) return undefined
  const articles = entriesOf(value).flatMap((entry): Carried[] => {
    const body = innerOf(value, entry, bodies)
    if (!body) return []
    const title = innerOf(value, entry, titles)
    return [
      {
        ...(title ? titleIn(text, title) : {}),
        bodies: contentRanges(value, body).map((range) => content(text, body, range)),
        bodiesAt: contentRanges(value, body),
      },
    ]
  })
  if (articles.length === 0) return undefined
  const {text: article, left} = compose(text, articles)
  report({
    code: 'document-unwrapped',
    message:
      articles.length === 1
        ? 'The article was an entry of a feed; its text was taken out, other elements were left out.'
        : `The source is a feed of ${articles.length} entries; the texts of all were taken out, other elements were left out.`,
    ranges: left,
  })
  return {html: article}
}

/** Whether the first element, after declarations, is that of a feed. */
function isFeed(start: string): boolean {
  const first = /<([a-z][\w:-]{0,30})[\s>]/i.exec(start)
  return /^\s*</.test(start) && documents.has((first?.[1] ?? '').toLowerCase())
}

/** The inside of each entry. */
function entriesOf(value: string): SourceRange[] {
  const entries: SourceRange[] = []
  const start = /<(item|entry)(?:\s[^<>]{0,2000})?>/g
  for (let match = start.exec(value); match; match = start.exec(value)) {
    const from = match.index + match[0].length
    const end = endOf(value, match[1] ?? '', from, value.length)
    entries.push({start: from, end})
    start.lastIndex = end
  }
  return entries
}

/** Where the end tag of an element begins, CDATA sections passed over; the end of the range where there is none. */
function endOf(value: string, name: string, from: number, to: number): number {
  const next = new RegExp(`<!\\[CDATA\\[|</${name}\\s{0,9}>`, 'g')
  next.lastIndex = from
  for (let match = next.exec(value); match && match.index < to; match = next.exec(value)) {
    if (!match[0].startsWith('<!')) return match.index
    const end = value.indexOf(']]>', match.index)
    if (end < 0) return to
    next.lastIndex = end + 3
  }
  return to
}

/** The inside of the first of the elements that an entry has, and that is not empty. */
function innerOf(value: string, {start, end}: SourceRange, names: readonly string[]): Inner | undefined {
  const first = new Map<string, Inner>()
  const tag = /<!\[CDATA\[|<([a-zA-Z]+(?::[a-zA-Z]+)?)(?:\s[^<>]{0,2000})?>/g
  tag.lastIndex = start
  // Only elements right inside the entry: what one of them holds is passed over.
  for (let match = tag.exec(value); match && match.index < end; match = tag.exec(value)) {
    const name = match[1]
    const from = match.index + match[0].length
    if (name === undefined || match[0].endsWith('/>')) {
      if (name === undefined) tag.lastIndex = Math.max(from, value.indexOf(']]>', from))
      continue
    }
    const close = endOf(value, name, from, end)
    const inner = trimmed(value, {start: from, end: close})
    if (inner.end > inner.start && !first.has(name)) first.set(name, {...inner, tag: match[0]})
    tag.lastIndex = close
  }
  return names.map((name) => first.get(name)).find(Boolean)
}

/** Where the text of an element stands: in its CDATA sections, or all of it. */
function contentRanges(value: string, {start, end}: Inner): SourceRange[] {
  if (!value.startsWith(opening, start)) return [{start, end}]
  const ranges: SourceRange[] = []
  for (let at = value.indexOf(opening, start); at >= 0 && at < end; at = value.indexOf(opening, at)) {
    const close = value.indexOf(']]>', at)
    const to = close < 0 || close > end ? end : close
    ranges.push({start: at + opening.length, end: to})
    at = to
  }
  return ranges
}

/** What an element says: CDATA as it is, XHTML as it is, all else with one level of escaping undone. */
function content(text: TracedText, inner: Inner, range: SourceRange): TracedText {
  const part = slice(text, range.start, range.end)
  // Markup that stands unescaped is what it is, whatever the format asks for.
  if (range.start > inner.start || /type\s*=\s*["']xhtml/.test(inner.tag) || markup.test(part.value))
    return part
  // Atom's plain text would read as markup once unescaped.
  const plain = /^<(?:atom:)?(?:content|summary)[\s>]/.test(inner.tag)
  return plain && !/type\s*=\s*["'](?:text\/)?html/.test(inner.tag) ? part : unescaped(part)
}

/** A title is a line of text: what is escaped in it stays so, unless it is markup. */
function titleIn(text: TracedText, inner: Inner): Pick<Carried, 'title' | 'titleAt'> {
  const [range = inner] = contentRanges(text.value, inner)
  const part = slice(text, range.start, range.end)
  const isMarkup = /type\s*=\s*["']html/.test(inner.tag) || /&lt;\/\w{1,10}&gt;/.test(part.value)
  return {title: isMarkup && range === inner ? unescaped(part) : part, titleAt: range}
}

function unescaped(text: TracedText): TracedText {
  const edits: Edit[] = []
  for (const match of text.value.matchAll(reference)) {
    const name = match[0].slice(1, -1).toLowerCase()
    const hex = name.startsWith('#x')
    const value =
      characters[name] ?? String.fromCodePoint(Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10))
    edits.push({start: match.index, end: match.index + match[0].length, value})
  }
  return edit(text, edits)
}
