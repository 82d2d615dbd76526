/**
 * The walk of one article, from bytes to blocks, as one unified processor. Pure: the same bytes give the same result,
 * whatever came before in the process.
 */
import type {Root} from 'hast'
import rehypeParse from 'rehype-parse'
import type {Processor} from 'unified'
import {unified} from 'unified'
import {VFile} from 'vfile'
import portableText, {type Blocks} from './blocks/index.ts'
import {MAX_DEPTH, parseBounded} from './bounded-parse.ts'
import {type Decoded, decode} from './decode/index.ts'
import {InputError} from './errors.ts'
import chooseArticle from './extract/index.ts'
import './file-data.ts'
import {LISTING, notAnArticle} from './extract/not-an-article.ts'
import {inBatch} from './findings/batch.ts'
import {toFindings} from './findings/index.ts'
import {createReport, repairsOf} from './findings/messages.ts'
import toMdast from './markdown/index.ts'
import settleMedia from './media/index.ts'
import readMetadata from './metadata/index.ts'
import {lostText, partition, withReason} from './partition/index.ts'
import {markupOf} from './partition/markup.ts'
import {ownRanges} from './partition/ranges.ts'
import applyProfile from './profile/index.ts'
import type {Profile} from './profile/profile.ts'
import {repairText} from './repair/text/index.ts'
import repairTree from './repair/tree/index.ts'
import sanitize, {judgeContent} from './sanitize/index.ts'
import {suggest} from './suggest/index.ts'
import {attachOrigins} from './trace/attach.ts'
import {sourceRange, traced} from './trace/traced-text.ts'
import type {ParseResult, Scrape} from './types.ts'
import {unwrap} from './unwrap/index.ts'

export interface ParseOptions {
  /** Largest input, in bytes; 10 MB when not given. */
  maxBytes?: number
  /** False leaves damage as it is, so that a test can tell what the repairs do to clean input: nothing. */
  repair?: boolean
  /** Of the scrape's source. */
  profile?: Profile
}

export const DEFAULT_MAX_BYTES = 10_000_000

const createWalk = (repair: boolean) =>
  unified()
    .use(rehypeParse)
    // Around the parser: the article is unwrapped and its text repaired; each text node comes out with its origin in the source.
    .use(parseUnwrapped, {repair})
    // Before the article is chosen, since most of what a page says of itself stands outside it.
    .use(readMetadata)
    // Images and embeds as they are once a page's scripts have run.
    .use(settleMedia)
    // What the source's profile says comes before the general rules.
    .use(applyProfile)
    .use(chooseArticle)
    .use(judgeContent)
    .use(repair ? [repairTree] : [])
    // After the repairs, so that nothing they put together escapes the policy.
    .use(sanitize)
    // By rehype-remark with our handlers, white space settled beforehand.
    .use(toMdast)
    .use(portableText)
    .freeze()

const walk = createWalk(true)
const walkUnrepaired = createWalk(false)

/**
 * Parse one scrape into an article, its findings and where each block stands in the source.
 *
 * @throws {InputError} `empty`, `binary`, `too-large`, or `no-article` where nothing readable is left, or
 *   the page is a challenge, an error or a login.
 */
export function parseScrape(scrape: Scrape, options: ParseOptions = {}): ParseResult {
  const {text, charset, notes} = decodeWithin(scrape, options.maxBytes ?? DEFAULT_MAX_BYTES)
  const file = new VFile({
    value: text,
    data: {
      ...(scrape.url !== undefined && {url: scrape.url}),
      ...(options.profile && {profile: options.profile}),
    },
  })
  const report = createReport(file)
  for (const note of notes) report(note)

  const processor = options.repair === false ? walkUnrepaired : walk
  const {article, blockSources, texts} = processor.processSync(file).result as Blocks
  // A profile that tells articles from other pages has told this one already.
  const isTold = options.profile?.isArticle !== undefined
  if (file.data.isListing && !isTold) throw insteadOfArticle(scrape, LISTING)
  if (article.body.length === 0) {
    throw new InputError(
      'no-article',
      `${scrape.origin} holds no article: nothing readable is left once markup and page furniture are gone. Look at the source, or fetch the page again.`,
    )
  }
  const instead = isTold ? undefined : notAnArticle(article.title, article.body)
  if (instead) throw insteadOfArticle(scrape, instead)
  const findings = toFindings(repairsOf(file.messages), blockSources)
  suggest({body: article.body, blockSources, findings, source: text, language: article.language}, report)
  const explained = toFindings(repairsOf(file.messages), blockSources)
  const intervals = partition({source: text, texts, findings: explained, markup: file.data.markup ?? []})
  const lost = lostText(intervals, text)
  for (const repair of lost) report(repair)
  const all = lost.length > 0 ? toFindings(repairsOf(file.messages), blockSources) : explained
  return {
    article,
    findings: all,
    blockSources: ownRanges(blockSources, intervals),
    partition: withReason(intervals, all),
    source: text,
    charset,
  }
}

const insteadOfArticle = ({origin}: Scrape, {name, advice}: {name: string; advice: string}): InputError =>
  new InputError('no-article', `${origin} is ${name}. ${advice}.`)

function decodeWithin({bytes, contentType, origin}: Scrape, maxBytes: number): Decoded {
  if (bytes.length > maxBytes) {
    const [size, most] = [bytes.length, maxBytes].map((number) => (number / 1e6).toFixed(1))
    throw new InputError(
      'too-large',
      `${origin} is ${size} MB, and at most ${most} MB are read. Raise the limit, or give the article alone.`,
    )
  }
  return decode(bytes, {contentType, name: origin})
}

/** Plugin: wraps the parser before it, so that it reads unwrapped and repaired text and its tree points into the source. */
function parseUnwrapped(this: Processor, {repair}: {repair: boolean}): void {
  const parse = this.parser
  if (!parse) throw new Error('Expected a parser to wrap: use rehype-parse first')
  this.parser = (document, file) => {
    const report = createReport(file)
    const repaired = inBatch(document, report, (collect) => {
      const {html, declared, base} = unwrap(traced(document), collect)
      file.data.declared = declared
      if (base !== undefined) file.data.base = base
      return repair ? repairText(html, collect) : html
    })
    file.data.markup = markupOf(repaired)
    const {tree, cut} = parseBounded(repaired, (html) => parse(html, file) as Root)
    if (cut.length > 0) {
      report({
        code: 'depth-capped',
        message: `Elements are nested more than ${MAX_DEPTH} levels deep; those below were put side by side.`,
        ranges: cut.map(({start, end}) => sourceRange(repaired, start, end)),
      })
    }
    attachOrigins(tree, repaired, document)
    return tree
  }
}
