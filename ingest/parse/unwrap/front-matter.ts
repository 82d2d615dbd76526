/**
 * Front matter (YAML or TOML) before a Markdown text, as static site generators use it. It is not text of the article. Settings with
 * the same meaning in most generators become metadata.
 *
 * @example
 *   in: ---\ntitle: "Owls & mice"\ndate: 2023-04-02\ntags:\n  - birds\n---\n\nThree owls.
 *   out: <h1>Owls & mice</h1>\n\nThree owls.
 *   declares: {"title": "Owls & mice", "publishedAt": "2023-04-02", "tags": ["birds"]}
 * @example
 *   in: +++\ntitle = "Owls"\ndate = 2023-04-02T10:00:00Z\nauthors = ["Ann Lee", "Bo Ek"]\n+++\n\nThree owls.
 *   out: <h1>Owls</h1>\n\nThree owls.
 *   declares: {"title": "Owls", "authors": ["Ann Lee", "Bo Ek"], "publishedAt": "2023-04-02T10:00:00.000Z"}
 * @example
 *   in: ---\nOnce: a tale\n\nIt was cold.\n---\nThe end.
 *   out: ---\nOnce: a tale\n\nIt was cold.\n---\nThe end.
 */
import {parse as parseToml, TomlError} from 'smol-toml'
import {parseDocument} from 'yaml'
import {isPage} from '../repair/text/markup/outside.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import {inserted, join, slice, sourceRange} from '../trace/traced-text.ts'
import {
  address,
  declaredBy,
  type FieldTable,
  image,
  line,
  list,
  moment,
  people,
  summary,
} from './json/fields.ts'
import type {Unwrapped, Unwrapper} from './unwrapper.ts'

/** Maximum length of the front matter, in characters. */
const MAX_BLOCK_LENGTH = 8000
const setting = /^(?:[\w.-]{1,60}\s{0,3}[:=](?:\s.*|$)|\s+\S.*|-\s.*|\[\[?[\w.-]+\]?\]|#.*|)$/
const title =
  /^title\s{0,3}[:=]\s{0,3}(?:"((?:[^"\\]|\\.){1,300})"[ \t]*|'([^'\n]{1,300})'[ \t]*|([^\n\r"'].{0,300}))$/m

export const frontMatter: Unwrapper = (text, report) => {
  const {value} = text
  const start = /^\s{0,20}(---|\+\+\+)[ \t]*\r?\n/.exec(value.slice(0, 60))
  if (!start) return undefined
  const from = start[0].length
  const end = value.indexOf(`\n${start[1]}`, from - 1)
  if (end < 0 || end > MAX_BLOCK_LENGTH) return undefined
  const block = value.slice(from, end)
  const lines = block.split(/\r?\n/)
  if (
    !lines.every((line) => setting.test(line)) ||
    !/^(?:title|date|layout|author|tags|slug|draft)\s{0,3}[:=]/m.test(block)
  )
    return undefined
  const close = end + 4
  const named = title.exec(block)
  const name = named?.[1] ?? named?.[2] ?? named?.[3]?.trimEnd()
  report({
    code: 'document-unwrapped',
    message: 'The front matter of a Markdown document was left out, its title was kept.',
    ranges: [sourceRange(text, 0, close)],
  })
  const rest = slice(text, close)
  const declared = declaredIn(block, start[1] === '+++', sourceRange(text, from, end), rest.value)
  // A page begins with its own head, and shows its own heading.
  if (!named || !name || isPage(rest.value) || /^\s*#\s/.test(rest.value)) return {html: rest, ...declared}
  const at = from + named.index + named[0].indexOf(name)
  const place = sourceRange(text, at, at + name.length).start
  const heading = [inserted('<h1>', place), slice(text, at, at + name.length), inserted('</h1>', place)]
  return {html: join([...heading, rest]), ...declared}
}

const SETTINGS: FieldTable = {
  title: [{paths: ['title'], read: line}],
  subtitle: [
    {paths: ['subtitle'], read: line},
    {paths: ['description', 'summary', 'excerpt'], read: summary},
  ],
  byline: [{paths: ['byline'], read: line}],
  authors: [{paths: ['authors', 'author'], read: people}],
  publishedAt: [{paths: ['publishDate', 'pubDate', 'published', 'date'], read: moment}],
  modifiedAt: [{paths: ['lastmod', 'last_modified_at', 'updated', 'updatedDate', 'modified'], read: moment}],
  language: [{paths: ['lang', 'language'], read: line}],
  canonicalUrl: [{paths: ['canonicalURL', 'canonicalUrl', 'canonical_url', 'canonical'], read: address}],
  siteName: [],
  section: [{paths: ['section', 'category'], read: line}],
  tags: [{paths: ['tags', 'keywords', 'categories'], read: list}],
  leadImage: [{paths: ['image', 'cover', 'featured_image', 'thumbnail'], read: image}],
}

/** Read metadata from front matter; unreadable settings declare nothing. */
function declaredIn(
  block: string,
  isToml: boolean,
  place: SourceRange,
  article: string,
): Pick<Unwrapped, 'declared'> {
  const settings = isToml ? tomlIn(block) : yamlIn(block)
  const fields = declaredBy(SETTINGS, {article, byId: () => undefined}, (path) => {
    const value = settings[path]
    return value === undefined || value === null ? [] : [{value: plainDate(value), place}]
  })
  return {declared: {source: 'frontMatter', fields}}
}

type Settings = Readonly<Record<string, unknown>>

/** Maximum number of brackets: more than real settings have. The YAML parser takes a second for thousands of them. */
const MAX_BRACKETS = 100

function yamlIn(block: string): Settings {
  if ((block.match(/[[{]/g)?.length ?? 0) > MAX_BRACKETS) return {}
  const document = parseDocument(block, {logLevel: 'silent'})
  if (document.errors.length > 0) return {}
  try {
    const settings: unknown = document.toJS()
    return typeof settings === 'object' && settings !== null ? {...settings} : {}
  } catch (error) {
    // An alias without an anchor, or one that would expand forever.
    if (error instanceof ReferenceError) return {}
    throw error
  }
}

function tomlIn(block: string): Settings {
  try {
    return parseToml(block)
  } catch (error) {
    if (error instanceof TomlError) return {}
    throw error
  }
}

/** TOML dates are objects; their JSON form is as exact as the source. */
const plainDate = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value)
