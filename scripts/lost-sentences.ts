/**
 * Count the sentences that people marked as the article's, that are in the page, and that are not in what the pipeline
 * makes of it: all pages with text as truth (../shared/corpora/pages), by set and by what became of the sentence.
 * `--list` prints each of them, `--list=PART` those whose fate contains PART. Needs ../shared beside the checkout.
 */

import {InputError} from '../ingest/parse/errors.ts'
import {findDate} from '../ingest/parse/metadata/dates/index.ts'
import {parseScrape} from '../ingest/parse/parse.ts'
import type {ParseResult} from '../ingest/parse/types.ts'
import type {BodyBlock} from '../schemas/body.ts'
import {type CorpusPage, pagesOf} from './corpora.ts'

const SETS = ['scrapinghub', 'trafilatura', 'wcxb', 'fundus']
/** Shorter pieces are names and labels, which occur everywhere in a page. */
const MIN_LETTERS = 12

/** Truth in the forms that the sets give it: a text, paragraphs, or snippets that must be there. */
interface Truth {
  text?: string | null
  paragraphs?: string[]
  with?: string[]
}

const sentences = new Intl.Segmenter(undefined, {granularity: 'sentence'})
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The sentences of a truth as letters and digits, each once. */
function sentencesOf({text, paragraphs, with: snippets}: Truth): Map<string, string> {
  const found = new Map<string, string>()
  for (const paragraph of [...(text?.split('\n') ?? []), ...(paragraphs ?? []), ...(snippets ?? [])])
    for (const {segment} of sentences.segment(paragraph)) {
      const key = letters(segment)
      if (key.length >= MIN_LETTERS) found.set(key, segment.trim())
    }
  return found
}

/** What readers may see of a page, as letters and digits. */
const textOfPage = (html: string): string =>
  letters(
    html
      .replace(/<(head|script|style|template)\b[\s\S]*?<\/\1\s*>/gi, ' ')
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<[^>]*>/g, '')
      .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (_, decimal, hex, name) =>
        name
          ? (NAMED[name.toLowerCase()] ?? ' ')
          : String.fromCodePoint(Math.min(0x10ffff, decimal ? Number(decimal) : Number.parseInt(hex, 16))),
      ),
  )
const NAMED: Readonly<Record<string, string>> = {
  aacute: 'á',
  agrave: 'à',
  auml: 'ä',
  ccedil: 'ç',
  eacute: 'é',
  egrave: 'è',
  iacute: 'í',
  ntilde: 'ñ',
  oacute: 'ó',
  ouml: 'ö',
  szlig: 'ß',
  uacute: 'ú',
  uuml: 'ü',
}

/** All words of a block. */
function textOfBlock(block: BodyBlock): string {
  switch (block._type) {
    case 'block':
      return block.children.map((child) => ('text' in child ? child.text : '')).join('')
    case 'table':
      return [
        block.caption,
        ...block.rows.flatMap((row) => row.cells.flatMap(({value}) => value.map(textOfBlock))),
      ].join(' ')
    case 'code':
      return block.code
    default:
      return ['alt', 'caption', 'credit', 'url']
        .map((key) => String((block as unknown as Record<string, unknown>)[key] ?? ''))
        .join(' ')
  }
}

/** All words of an article, its fields included. */
function textOfArticle({article: {title, subtitle, byline, leadImage, body}}: ParseResult): string {
  return letters(
    [
      title,
      subtitle,
      byline,
      leadImage?.alt,
      leadImage?.caption,
      leadImage?.credit,
      ...body.map(textOfBlock),
    ].join(' '),
  )
}

/** A letter that no page has, where text was removed. */
const GAP = ' \u{10000} '

/** What the article kept of the source, as letters and digits: repaired characters and list marks read otherwise there. */
function keptOfSource({partition, source}: ParseResult): string {
  let kept = ''
  for (const {kind, start, end} of partition) kept += kind === 'removed' ? GAP : source.slice(start, end)
  return textOfPage(kept)
}

/** Maximum length of the words around a name or a date in a line that says no more, in letters. */
const MAX_CUE = 14

/** Whether a sentence only says what the article has as metadata: its authors or a date. */
function isMetadata(
  sentence: string,
  {article: {authors = [], publishedAt, modifiedAt}}: ParseResult,
): boolean {
  const rest = authors.reduce((left, name) => left.replace(letters(name), ''), letters(sentence))
  if (authors.length > 0 && rest.length <= MAX_CUE && rest.length < letters(sentence).length) return true
  const date = findDate(sentence)
  if (date === undefined || sentence.length > 50) return false
  return [publishedAt, modifiedAt].some((known) => known?.slice(0, 10) === date.slice(0, 10))
}

/** Why the sentence is not in the article: the message of the finding that took it. */
function fateOf(key: string, {partition, findings, source}: ParseResult): string {
  const messages = new Map(findings.map(({_key, message}) => [_key, message]))
  const runs: {message: string; text: string}[] = []
  for (const interval of partition) {
    const last = runs.at(-1)
    const text = source.slice(interval.start, interval.end)
    const message =
      interval.kind === 'removed' ? (messages.get(interval.finding) ?? interval.code) : interval.kind
    if (last && (message === 'markup' || message === last.message)) last.text += text
    else runs.push({message, text})
  }
  const fates = runs.filter(({text}) => textOfPage(text).includes(key)).map(({message}) => message)
  // The head repeats what the page says further down.
  const [fate] = fates.toSorted((a, b) => Number(a.startsWith('The head')) - Number(b.startsWith('The head')))
  return fate === undefined ? 'in several parts' : shortened(fate)
}

const shortened = (message: string): string =>
  message.replace(/^.{1,60}? was left out: /u, 'left out: ').replace(/^The article is in .{1,80}?\. /u, '')

function parsed({html, url}: CorpusPage): ParseResult | undefined {
  try {
    return parseScrape({
      bytes: Buffer.from(html),
      origin: 'page',
      contentType: 'text/html; charset=utf-8',
      ...(url ? {url} : {}),
    })
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

const option = process.argv.find((one) => one.startsWith('--list'))
const part = option?.split('=')[1] ?? ''
const fates = new Map<string, number>()
let [pages, truths, lost, elsewhere] = [0, 0, 0, 0]
for (const set of SETS) {
  let [ofSet, lostOfSet] = [0, 0]
  for (const page of pagesOf(set)) {
    pages++
    const whole = textOfPage(page.html)
    const result = parsed(page)
    const article = result ? textOfArticle(result) : ''
    let kept: string | undefined
    for (const [key, sentence] of sentencesOf(page.truth as Truth)) {
      if (!whole.includes(key)) continue
      ofSet++
      if (article.includes(key)) continue
      if (result) {
        kept ??= keptOfSource(result)
        if (kept.includes(key) || isMetadata(sentence, result)) {
          elsewhere++
          if (option && 'elsewhere'.includes(part))
            console.log(`${set} ${page.id.slice(0, 24)} [elsewhere] ${sentence.slice(0, 160)}`)
          continue
        }
      }
      lostOfSet++
      const fate = result ? fateOf(key, result) : 'the page was refused'
      fates.set(fate, (fates.get(fate) ?? 0) + 1)
      if (option && fate.includes(part))
        console.log(`${set} ${page.id.slice(0, 24)} [${fate}] ${sentence.slice(0, 160)}`)
    }
  }
  console.log(`${set}: ${lostOfSet} of ${ofSet} sentences`)
  truths += ofSet
  lost += lostOfSet
}
for (const [fate, count] of [...fates].toSorted(([, a], [, b]) => b - a))
  console.log(`${String(count).padStart(5)} ${fate}`)
console.log(
  `${lost} of ${truths} sentences on ${pages} pages are not in the article; ${elsewhere} more are in it in other characters or as metadata`,
)
