/**
 * Count the sentences that people marked as the article's, that are in the page, and that are not in what the pipeline
 * makes of it: all pages with text as truth (../shared/corpora/pages), by set and by what became of the sentence.
 * `--list` prints each of them, `--list=PART` those whose fate contains PART. Needs ../shared beside the checkout.
 */

import {InputError} from '../ingest/parse/errors.ts'
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

/** Why the sentence is not in the article: the message of the finding that took it. */
function fateOf(key: string, {partition, findings, source}: ParseResult): string {
  const messages = new Map(findings.map(({_key, message}) => [_key, message]))
  for (const interval of partition)
    if (interval.kind === 'removed' && textOfPage(source.slice(interval.start, interval.end)).includes(key))
      return (messages.get(interval.finding) ?? interval.code)
        .replace(/^.{1,60}? was left out: /u, 'left out: ')
        .replace(/^The article is in .{1,80}?\. /u, '')
  return 'other'
}

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
let [pages, truths, lost] = [0, 0, 0]
for (const set of SETS) {
  let [ofSet, lostOfSet] = [0, 0]
  for (const page of pagesOf(set)) {
    pages++
    const whole = textOfPage(page.html)
    const result = parsed(page)
    const article = result ? textOfArticle(result) : ''
    for (const [key, sentence] of sentencesOf(page.truth as Truth)) {
      if (!whole.includes(key)) continue
      ofSet++
      if (article.includes(key)) continue
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
console.log(`${lost} of ${truths} sentences on ${pages} pages are not in the article`)
