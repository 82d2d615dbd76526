/**
 * The walk of one article, from bytes to blocks. Pure: the same bytes give the same result, whatever came before in the
 * process. Two unified processors, one after the other: the first finds the article in the source, the second turns it
 * into blocks.
 */
import type {Root} from 'hast'
import type {Root as MdastRoot} from 'mdast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {account} from './account.ts'
import {type Blocks, toBlocks} from './blocks/index.ts'
import {type Decoded, decode} from './decode/index.ts'
import readDialects from './dialects/index.ts'
import {InputError} from './errors.ts'
import chooseArticle from './extract/index.ts'
import './file-data.ts'
import {insteadOfArticle, notAnArticle} from './extract/not-an-article.ts'
import {createReport} from './findings/messages.ts'
import toMdast from './markdown/index.ts'
import settleMath from './math/index.ts'
import {DEFAULT_MAX_BYTES} from './max-bytes.ts'
import settleMedia from './media/index.ts'
import readMetadata from './metadata/index.ts'
import settleNotes from './notes/index.ts'
import nameNotes from './notes/targets.ts'
import applyProfile from './profile/index.ts'
import type {Profile} from './profile/profile.ts'
import readSource from './read-source.ts'
import {showsDamage} from './repair/damage.ts'
import repairTree from './repair/tree/index.ts'
import sanitize, {judgeContent} from './sanitize/index.ts'
import flattenShadowRoots from './shadow-roots.ts'
import traceTree from './trace/index.ts'
import type {ParseResult, Scrape} from './types.ts'

/** How to parse. */
export interface ParseOptions {
  /** Maximum input size, in bytes; 10 MB by default. */
  maxBytes?: number
  /** False leaves damage as it is, so that a test can show what the repairs do to clean input: nothing. */
  repair?: boolean
  /** Of the scrape's source. */
  profile?: Profile
}

const find = unified()
  .use(rehypeParse)
  // Wraps the parser: what it reads is unwrapped, and repaired unless only a part of it may need that.
  .use(readSource)
  // As a reader sees it: what is in a shadow root may be the article.
  .use(flattenShadowRoots)
  // Before the article is chosen, since most of what a page declares is outside of it.
  .use(readMetadata)
  // Before images are: some are formulas.
  .use(settleMath)
  // Images and embeds as they are once a page’s scripts have run.
  .use(settleMedia)
  // Marks and notes keep apart from the words, and notes outside of the article are known as its own.
  .use(settleNotes)
  // The source’s profile takes precedence over the general rules.
  .use(applyProfile)
  .use(chooseArticle)
  .freeze()

const createConversion = (repair: boolean) =>
  unified()
    // From here on every text knows where it is from, so that it can be split and joined.
    .use(traceTree)
    .use(nameNotes)
    .use(readDialects)
    .use(judgeContent)
    .use(repair ? [repairTree] : [])
    // After the repairs, so that nothing they assemble escapes the policy.
    .use(sanitize)
    // By rehype-remark with our handlers, with white space settled beforehand.
    .use(toMdast)
    .freeze()

const convert = createConversion(true)
const convertUnrepaired = createConversion(false)

/**
 * Parse one scrape into an article, its findings and where each block is in the source.
 *
 * @throws {InputError} `empty`, `binary`, `too-large`, or `no-article` where nothing readable is left, or
 *   the page is a challenge, an error or a login.
 */
export function parseScrape(scrape: Scrape, options: ParseOptions = {}): ParseResult {
  const decoded = decodeWithin(scrape, options.maxBytes ?? DEFAULT_MAX_BYTES)
  const {tree, file} = findArticle(decoded, scrape, options)
  const processor = options.repair === false ? convertUnrepaired : convert
  const blocks = toBlocks(processor.runSync(tree, file) as MdastRoot, file)
  refuseOthers(scrape, blocks.article, options.profile)
  return {
    article: blocks.article,
    ...account(blocks, file, convertUnrepaired),
    source: decoded.text,
    charset: decoded.charset,
  }
}

interface Found {
  tree: Root
  file: VFile
}

/**
 * The article's part of a source. The text of a whole page is repaired only where that part shows damage: most pages are
 * sound, and to look for 45 kinds of damage in all their menus costs more than anything else.
 */
function findArticle(decoded: Decoded, scrape: Scrape, options: ParseOptions): Found {
  if (options.repair === false) return findIn(decoded, scrape, options, 'never')
  const found = findIn(decoded, scrape, options, 'unless-page')
  return found.file.data.isUnrepaired && showsDamage(found)
    ? findIn(decoded, scrape, options, 'always')
    : found
}

function findIn(
  {text, notes}: Decoded,
  {url, origin, unread = []}: Scrape,
  {profile}: ParseOptions,
  repair: 'always' | 'never' | 'unless-page',
): Found {
  const file = new VFile({
    value: text,
    data: {origin, repair, ...(url !== undefined && {url}), ...(profile && {profile})},
  })
  const report = createReport(file)
  for (const note of notes) report(note)
  for (const each of unread) {
    report({
      code: 'provenance-unread',
      message: `What came with the scrape could not be read and was left out: ${each}. Give a web address, and a time such as 2026-01-31T12:00:00Z.`,
      ranges: [],
    })
  }
  return {tree: find.runSync(find.parse(file), file) as Root, file}
}

/** @throws {InputError} `no-article`: nothing is left, or what is left is no article. */
function refuseOthers(
  {origin}: Scrape,
  {title, body}: Blocks['article'],
  profile: Profile | undefined,
): void {
  if (body.length === 0) {
    throw new InputError(
      'no-article',
      `${origin} holds no article: nothing readable is left once markup and page furniture are gone. Look at the source, or fetch the page again.`,
    )
  }
  // A profile that knows articles from other pages has decided already.
  const instead = profile?.isArticle === undefined ? notAnArticle(title, body) : undefined
  if (instead) throw insteadOfArticle(origin, instead)
}

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
