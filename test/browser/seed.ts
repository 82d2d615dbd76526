/**
 * The seed article as the pipeline would write it, made from what an expert says it is: browser tests then fail for
 * the desk's reasons only.
 */
import {readFileSync} from 'node:fs'
import type {SanityClient} from '@sanity/client'
import type {Finding, ParseResult} from '../../ingest/parse/types.ts'
import type {Drafted} from '../../ingest/store/draft/documents.ts'
import {draft} from '../../ingest/store/draft/draft.ts'
import type {BodyBlock, Span, Table, TextBlock} from '../../schemas/body.ts'
import type {FindingCode} from '../../schemas/findings.ts'
import type {FindingAction, Severity} from '../../schemas/names.ts'

const FIXTURE = new URL('../fixtures/seed--taliban-recognition/', import.meta.url)

type ExpectedBlock =
  | {type: 'heading'; level: number; text: string}
  | {type: 'paragraph'; text: string}
  | {type: 'list'; ordered: boolean; items: {lead?: string; text: string}[]}
  | {type: 'table'; header: string[]; rows: string[][]}

interface Expected {
  conservative: ExpectedBlock[]
  findings: {code: FindingCode; action: FindingAction; lines: number[]; quote?: string; message: string}[]
}

export interface SeedOptions {
  /** Where it was fetched; also tells copies apart. */
  url?: string
  title?: string
  /** Severity of every suggestion, which is a warning unless said otherwise. */
  suggestionSeverity?: Severity
}

/** The documents of the seed article, ready to be written. */
export function seedDocuments({url, title, suggestionSeverity = 'warning'}: SeedOptions = {}): Drafted {
  const bytes = readFileSync(new URL('input.txt', FIXTURE))
  const source = bytes.toString('utf8')
  const expected = JSON.parse(readFileSync(new URL('expected.json', FIXTURE), 'utf8')) as Expected
  const body = expected.conservative.flatMap(blocksOf)
  const heading = expected.conservative.find((block) => block.type === 'heading')
  const result: ParseResult = {
    article: {title: title ?? heading?.text ?? 'Untitled', language: 'en', body},
    findings: expected.findings.map((finding, index) =>
      findingOf(finding, index, body, source, suggestionSeverity),
    ),
    blockSources: [],
    partition: [],
    source,
    charset: 'utf-8',
  }
  return draft({bytes, origin: 'test', contentType: 'text/plain', ...(url ? {url} : {})}, result, 'test')
}

/** Writes the seed article as a draft with review and scrape; resolves to what was written. */
export async function seedArticle(client: SanityClient, options: SeedOptions = {}): Promise<Drafted> {
  const drafted = seedDocuments(options)
  const transaction = client.transaction()
  if (drafted.source) transaction.createIfNotExists(drafted.source)
  await transaction
    .createIfNotExists(drafted.scrape)
    .createOrReplace(drafted.article)
    .createOrReplace(drafted.review)
    .commit()
  return drafted
}

function blocksOf(block: ExpectedBlock, index: number): BodyBlock[] {
  const key = `b${index}`
  if (block.type === 'heading')
    return block.level === 1 ? [] : [textBlock(key, [[block.text]], {style: block.level === 2 ? 'h2' : 'h3'})]
  if (block.type === 'paragraph') return [textBlock(key, [[block.text]])]
  if (block.type === 'table') return [tableOf(key, [block.header, ...block.rows])]
  return block.items.map(({lead, text}, item) =>
    textBlock(`${key}i${item}`, lead ? [[lead, 'strong'], [` ${text}`]] : [[text]], {
      listItem: block.ordered ? 'number' : 'bullet',
      level: 1,
    }),
  )
}

function textBlock(
  key: string,
  parts: [text: string, mark?: 'strong'][],
  more: Partial<TextBlock> = {},
): TextBlock {
  const children = parts.map(
    ([text, mark], index): Span => ({
      _type: 'span',
      _key: `${key}s${index}`,
      text,
      marks: mark ? [mark] : [],
    }),
  )
  return {_type: 'block', _key: key, style: 'normal', markDefs: [], children, ...more}
}

function tableOf(key: string, grid: string[][]): Table {
  return {
    _type: 'table',
    _key: key,
    headerRows: 1,
    rows: grid.map((cells, r) => ({
      _type: 'row',
      _key: `${key}r${r}`,
      cells: cells.map((text, c) => ({
        _type: 'cell',
        _key: `${key}r${r}c${c}`,
        value: [{...textBlock(`${key}r${r}c${c}v`, [[text]]), style: 'normal'}],
      })),
    })),
  }
}

function findingOf(
  {code, action, lines, quote, message}: Expected['findings'][number],
  index: number,
  body: readonly BodyBlock[],
  source: string,
  suggestionSeverity: Severity,
): Finding {
  const at = quote ? source.indexOf(quote) : -1
  const line =
    source
      .split('\n')
      .slice(0, (lines[0] ?? 1) - 1)
      .join('\n').length + 1
  const start = at >= 0 ? at : line
  const end = at >= 0 && quote ? at + quote.length : Math.min(source.length, start + 40)
  const target = body[Math.min(body.length - 1, Math.floor((start / source.length) * body.length))]
  return {
    _key: `f${index}`,
    code,
    severity: action === 'suggested' ? suggestionSeverity : action === 'applied-check' ? 'warning' : 'info',
    message,
    action,
    targets: target ? [{blockKey: target._key}] : [],
    ranges: [{start, end}],
    ...(quote ? {before: source.slice(start, end)} : {}),
  }
}
