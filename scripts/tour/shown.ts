/** What docs/tour.md shows, by the name that its markers use. */

import type {Finding, Interval, ParseResult} from '../../ingest/parse/types.ts'
import type {BodyBlock} from '../../schemas/body.ts'
import {differenceOf} from './difference.ts'
import type {Stations} from './stations.ts'

/** A code block of the page. */
export interface Shown {
  /** After the fence. */
  language: string
  text: string
}

/** Everything that the tour shows, made from one walk. */
export function shownOf(stations: Stations): Record<string, Shown> {
  const {decoded, charset, result, documents} = stations
  const {body} = result.article
  return {
    page: {language: 'html', text: decoded.trimEnd()},
    decoded: text(`${charset}, ${decoded.length} UTF-16 units`),
    repaired: {language: 'diff', text: differenceOf(decoded, stations.repaired)},
    metadata: json(stations.metadata),
    chosen: {language: 'html', text: stations.chosen},
    structured: {language: 'diff', text: differenceOf(stations.chosen, stations.structured)},
    safe: text(differenceOf(stations.structured, stations.safe) || 'nothing to take away'),
    blocks: text(...body.map((block) => lineOfBlock(block, result))),
    paragraph: json(body[0]),
    partition: text(...summaryOf(result)),
    findings: text(...result.findings.map((finding) => lineOfFinding(finding, result.source))),
    suggestion: json(result.findings.find((finding) => finding.suggestion)?.suggestion),
    documents: text(
      ...[documents.article, documents.review, documents.scrape, documents.source].flatMap((document) =>
        document ? [`${document._type.padEnd(8)}${document._id}`] : [],
      ),
    ),
  }
}

const text = (...lines: string[]): Shown => ({language: 'text', text: lines.join('\n')})

const json = (value: unknown): Shown => ({language: 'json', text: JSON.stringify(value, null, 2)})

/** What a block is, where it is from, and how its text begins. */
function lineOfBlock(block: BodyBlock, {blockSources, source}: ParseResult): string {
  const ranges = blockSources.find(({blockKey}) => blockKey === block._key)?.ranges ?? []
  const [start, end] = [ranges[0]?.start ?? 0, ranges.at(-1)?.end ?? 0]
  const [first, last] = [lineAt(source, start), lineAt(source, end)]
  const place = first === last ? `line ${first}` : `lines ${first} to ${last}`
  const kind = block._type === 'block' ? (block.listItem ?? block.style) : block._type
  return `${kind.padEnd(8)}${place.padEnd(16)}${shorten(textOf(block))}`
}

function textOf(block: BodyBlock): string {
  if (block._type === 'block') return block.children.map((span) => span.text).join('')
  if (block._type !== 'table') return ''
  const [first] = block.rows
  const header = first?.cells.map((cell) => cell.value.map(textOf).join(' ')).join(' | ')
  return `${block.rows.length} rows: ${header}`
}

const lineOfFinding = ({code, action, message, ranges}: Finding, source: string): string =>
  `line ${String(ranges[0] ? lineAt(source, ranges[0].start) : 1).padEnd(4)}${code.padEnd(19)}${action.padEnd(15)}${message}`

/** How many units of the source became what. */
function summaryOf({partition, source}: ParseResult): string[] {
  const kinds: Interval['kind'][] = ['kept', 'changed', 'removed', 'markup']
  const sizes = kinds.map((kind) =>
    partition.reduce((sum, one) => (one.kind === kind ? sum + one.end - one.start : sum), 0),
  )
  return [
    ...kinds.map((kind, index) => `${kind.padEnd(8)}${String(sizes[index]).padStart(5)}`),
    `${'source'.padEnd(8)}${String(source.length).padStart(5)}`,
  ]
}

const lineAt = (source: string, offset: number): number => source.slice(0, offset).split('\n').length

const shorten = (value: string): string => (value.length > 60 ? `${value.slice(0, 57).trimEnd()}…` : value)
