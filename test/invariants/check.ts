/** The invariants of a parse, as functions that name each violation: the tests and the conformance run share them. */
import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import {articleHtml} from '../../ingest/cli/render/article.ts'
import {InputError} from '../../ingest/parse/errors.ts'
import {type ParseOptions, parseScrape} from '../../ingest/parse/parse.ts'
import {hasWord, listWords} from '../../ingest/parse/partition/words.ts'
import {activeContent} from '../../ingest/parse/sanitize/audit.ts'
import type {ChangedInterval, Interval, KeptInterval, ParseResult} from '../../ingest/parse/types.ts'
import type {BodyBlock, TextBlock} from '../../schemas/body.ts'

export const parse = (body: string | Uint8Array, options?: ParseOptions): ParseResult =>
  parseScrape(
    typeof body === 'string'
      ? {bytes: Buffer.from(body), origin: 'test', contentType: 'text/html; charset=utf-8'}
      : {bytes: body, origin: 'test'},
    options,
  )

/** The result, or undefined where the input is refused with a reason. Any other exception is a violation. */
export function parseOrRefuse(body: string | Uint8Array): ParseResult | undefined {
  try {
    return parse(body)
  } catch (error) {
    if (error instanceof InputError) return undefined
    throw error
  }
}

const plain = (block: TextBlock): string => block.children.map((span) => span.text).join('')

/** Text of a block, including its cells. Text that a span repeats is listed as often as it is stored. */
function textsOf(block: BodyBlock): string[] {
  switch (block._type) {
    case 'block':
      return [plain(block)]
    case 'table':
      return [
        block.caption ?? '',
        ...block.rows.flatMap((row) => row.cells.map((cell) => cell.value.map(plain).join(''))),
      ]
    case 'figure':
      return [block.caption ?? '', block.credit ?? '']
    case 'embed':
      return [block.caption ?? '']
    case 'code':
      return [block.code]
    case 'latex':
      return [block.body]
    case 'divider':
      return ['']
  }
}

type Claim = KeptInterval | ChangedInterval
const isClaim = (interval: Interval): interval is Claim =>
  interval.kind === 'kept' || interval.kind === 'changed'

/** Invariant 1: the intervals cover the source, their text is the article's, and every word that left has a finding. */
export function conserved({article, partition, findings, source}: ParseResult): string[] {
  const wrong: string[] = []
  let at = 0
  for (const {start, end} of partition) {
    if (start !== at || end < start) wrong.push(`gap or overlap at ${at}: [${start}, ${end})`)
    at = end
  }
  if (at !== source.length) wrong.push(`ends at ${at} of ${source.length}`)

  const keys = new Set(findings.map(({_key}) => _key))
  for (const interval of partition) {
    const {start, end} = interval
    if (interval.kind === 'removed') {
      if (!keys.has(interval.finding)) wrong.push(`no finding ${interval.finding} for [${start}, ${end})`)
      if (interval.code === 'text-lost') wrong.push(`lost: ${quote(source.slice(start, end))}`)
    }
    if (interval.kind === 'changed') {
      if (interval.before !== source.slice(start, end)) wrong.push(`before is not the source at ${start}`)
      if (interval.before === '' && hasWord(interval.after))
        wrong.push(`from nowhere: ${quote(interval.after)}`)
    }
  }

  const claims = new Map<string, Claim[]>()
  for (const claim of partition.filter(isClaim)) {
    const list = claims.get(claim.blockKey ?? '')
    if (list) list.push(claim)
    else claims.set(claim.blockKey ?? '', [claim])
  }
  const textFrom = (key: string): string =>
    (claims.get(key) ?? [])
      .toSorted((a, b) => a.offset - b.offset)
      .map((claim) => (claim.kind === 'kept' ? source.slice(claim.start, claim.end) : claim.after))
      .join('')
  if (claims.has('') && textFrom('') !== article.title)
    wrong.push(`the title differs: ${quote(textFrom(''))}`)
  const spans = findings.some(({code}) => code === 'table-spans-expanded')
  for (const block of article.body) {
    const got = textFrom(block._key)
    const texts = textsOf(block)
    claims.delete(block._key)
    if (block._type === 'table' && spans) {
      for (const text of texts)
        if (!got.includes(text)) wrong.push(`a cell is not in the source: ${quote(text)}`)
    } else if (got !== texts.join(''))
      wrong.push(`a block differs: ${quote(got)} for ${quote(texts.join(''))}`)
  }
  claims.delete('')
  for (const key of claims.keys()) wrong.push(`text of a block that is not there: ${key}`)
  return wrong
}

/** Invariant 5: what a block's ranges hold, mapped through the partition, is that block's text and nothing else. */
export function provenance({article, partition, blockSources, source}: ParseResult): string[] {
  const wrong: string[] = []
  const own = new Map<string, string>()
  for (const interval of partition.filter(isClaim)) {
    if (interval.blockKey === undefined) continue
    const text = interval.kind === 'kept' ? source.slice(interval.start, interval.end) : interval.after
    own.set(interval.blockKey, (own.get(interval.blockKey) ?? '') + text)
  }
  if (blockSources.map(({blockKey}) => blockKey).join() !== article.body.map(({_key}) => _key).join())
    wrong.push('not every block has its ranges')
  for (const {blockKey, ranges} of blockSources) {
    let text = ''
    for (const range of ranges) {
      for (let index = firstAt(partition, range.start); index < partition.length; index++) {
        const interval = partition[index]
        if (!interval || interval.start > range.end) break
        if (!isClaim(interval) || (interval.start === interval.end && interval.blockKey !== blockKey))
          continue
        const start = Math.max(range.start, interval.start)
        const end = Math.min(range.end, interval.end)
        if (start > end || (start === end && interval.start !== interval.end)) continue
        // Two ranges that meet share what is put in between them.
        if (start === end && start === range.start && ranges.some((other) => other.end === start)) continue
        if (interval.blockKey !== blockKey)
          wrong.push(
            `a range of ${blockKey} holds text of ${interval.blockKey}: ${quote(source.slice(start, end))}`,
          )
        text += interval.kind === 'kept' ? source.slice(start, end) : interval.after
      }
    }
    const expected = own.get(blockKey) ?? ''
    if (text !== expected) wrong.push(`ranges of ${blockKey} give ${quote(text)}, not ${quote(expected)}`)
  }
  return wrong
}

function firstAt(partition: readonly Interval[], offset: number): number {
  let low = 0
  let high = partition.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((partition[middle]?.end ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Invariant 2. */
export function deterministic(body: string, first: ParseResult): string[] {
  return JSON.stringify(parseOrRefuse(body)) === JSON.stringify(first) ? [] : ['a second parse differs']
}

/** Invariant 3: the article as HTML, parsed, gives the same article. Metadata that HTML of a body cannot say is left out. */
export function idempotent({article}: ParseResult): string[] {
  const again = parseOrRefuse(articleHtml(article))
  if (!again) return ['its own HTML is refused']
  const wrong: string[] = []
  if (again.article.title !== article.title)
    wrong.push(`title: ${quote(article.title ?? '')} became ${quote(again.article.title ?? '')}`)
  const length = Math.max(article.body.length, again.article.body.length)
  for (let index = 0; index < length; index++) {
    const [before, after] = [article.body[index], again.article.body[index]].map((block) =>
      JSON.stringify(block),
    )
    if (before !== after) {
      wrong.push(
        `block ${index}: ${quote(before ?? 'nothing', 400)} became ${quote(after ?? 'nothing', 400)}`,
      )
      break
    }
  }
  return wrong
}

/** Invariant 4, for clean input: the repairs change nothing, and no finding asks for a look. */
export function leftAlone(body: string): string[] {
  const repaired = parse(body)
  const unrepaired = parse(body, {repair: false})
  const loud = repaired.findings.filter(({severity}) => severity !== 'info')
  return [
    ...(JSON.stringify(repaired.article) === JSON.stringify(unrepaired.article)
      ? []
      : ['the repairs change it']),
    ...loud.map(({code, message}) => `${code}: ${message}`),
  ]
}

/** Invariant 6, keys: each array of keyed things has every key once. */
export function keyed(value: unknown): string[] {
  const wrong: string[] = []
  const stack: unknown[] = [value]
  for (let item = stack.pop(); stack.length > 0 || item !== undefined; item = stack.pop()) {
    if (Array.isArray(item)) {
      const keys = item.flatMap((one) => (isKeyed(one) ? [one._key] : []))
      if (new Set(keys).size !== keys.length) wrong.push(`a key comes twice among ${keys.join(', ')}`)
    }
    if (typeof item === 'object' && item !== null) {
      for (const one of Object.values(item)) if (typeof one === 'object' && one !== null) stack.push(one)
    }
  }
  return wrong
}

const isKeyed = (value: unknown): value is {_key: string} =>
  typeof value === 'object' && value !== null && '_key' in value && typeof value._key === 'string'

/** Invariant 7, apart from time: nothing in the article acts. */
export const inert = ({article}: ParseResult): string[] => activeContent(article)

/** Words of metadata that are copied from elsewhere in the source (its head, its attributes, its scripts). */
export function fromSource({article, partition, source}: ParseResult): string[] {
  const isTaken = partition.some((interval) => isClaim(interval) && interval.blockKey === undefined)
  const text = partition.map((interval) =>
    interval.kind === 'changed' ? interval.after : source.slice(interval.start, interval.end),
  )
  const known = decoded(text.join('')).toLowerCase()
  return [isTaken ? undefined : article.title, article.subtitle, article.byline]
    .flatMap((field) => listWords(field ?? ''))
    .filter((word) => !known.includes(word.toLowerCase()))
    .map((word) => `metadata from nowhere: ${word}`)
}

/** References and JSON escapes, as attributes and scripts have them. */
const decoded = (text: string): string =>
  text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{0,40}));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })

const quote = (text: string, most = 120): string =>
  JSON.stringify(text.length > most ? `${text.slice(0, most)}…` : text)
