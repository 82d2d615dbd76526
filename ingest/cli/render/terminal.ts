/** Print an article and its findings on a terminal. */
import {styleText} from 'node:util'
import type {BodyBlock, Span, TextBlock} from '../../../schemas/body.ts'
import {isDataPicture} from '../../../schemas/data-picture.ts'
import {createLines} from '../../parse/findings/lines.ts'
import {summarize} from '../../parse/partition/summary.ts'
import type {Finding, ParseResult} from '../../parse/types.ts'
import {box} from './box.ts'
import {wrap} from './width.ts'

/** The width of the terminal, and whether it has colours. */
export interface TerminalOptions {
  /** Width of the terminal. */
  columns: number
  color: boolean
}

/** Longest line: longer ones are hard to read, even on a wide terminal. */
const WIDEST = 100
const NARROWEST = 40

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

/** The text of an article and its findings. */
export function renderTerminal(result: ParseResult, options: TerminalOptions): string {
  const width = Math.max(NARROWEST, Math.min(options.columns, WIDEST))
  const paint: Paint = (style, text) =>
    options.color ? styleText(style, text, {validateStream: false}) : text
  const {article} = result
  const numbers = numbersOf(article.body)
  const parts = [
    ...(article.title === undefined
      ? []
      : [
          wrap(article.title, width)
            .map((line) => paint('bold', line))
            .join('\n'),
        ]),
    ...metadataLines(result, paint),
    ...article.body.map((block, index) => renderBlock(block, numbers[index] ?? 0, width, paint)),
  ]
  const conserved = wrap(conservation(result), width).filter((line) => line !== '')
  return [
    joinBlocks(parts, article.body),
    ...(conserved.length > 0 ? [conserved.map((line) => paint('dim', line)).join('\n')] : []),
    `${renderFindings(result, width, paint)}\n`,
  ].join('\n\n')
}

/** How much of the source was kept, as one sentence; empty without words. */
function conservation({partition, source}: ParseResult): string {
  const {kept, changed, removed, reasons} = summarize(partition, source)
  const all = kept + changed + removed
  if (all === 0) return ''
  const why = reasons.filter(({words}) => words > 0).map(({code, findings}) => `${findings} ${code}`)
  const parts = [
    ...(changed > 0 ? [`${count(changed)} changed`] : []),
    ...(removed > 0 ? [`${count(removed)} removed (${why.join(', ')})`] : []),
  ]
  const share = parts.length === 0 ? 'all' : `${percent(kept / all)} %`
  return `${[`Of ${count(all)} words in the source ${share} kept`, ...parts].join(', ')}.`
}

const count = (number: number): string => number.toLocaleString('en-US')
/** Rounded down, so that 100 % means all. */
const percent = (share: number): string => String(Math.floor(share * 1000) / 10)

/** No blank line between items of one list. */
function joinBlocks(parts: readonly string[], body: readonly BodyBlock[]): string {
  const first = parts.length - body.length
  const isItem = (index: number): boolean => {
    const block = body[index - first]
    return block?._type === 'block' && block.listItem !== undefined
  }
  return parts
    .map((part, index) => (index === 0 ? '' : isItem(index) && isItem(index - 1) ? '\n' : '\n\n') + part)
    .join('')
}

function metadataLines({article}: ParseResult, paint: Paint): string[] {
  const {subtitle, byline, publishedAt, siteName, canonicalUrl} = article
  const about = [byline, publishedAt?.slice(0, 10), siteName].filter(Boolean).join(' · ')
  const lines = [
    ...(subtitle ? [subtitle] : []),
    ...[about, canonicalUrl].filter(Boolean).map((line) => paint('dim', line ?? '')),
  ]
  return lines.length > 0 ? [lines.join('\n')] : []
}

function renderBlock(block: BodyBlock, number: number, width: number, paint: Paint): string {
  switch (block._type) {
    case 'block':
      return renderText(block, number, width, paint)
    case 'table': {
      const caption = block.caption ? `${wrap(block.caption, width).join('\n')}\n` : ''
      const rows = block.rows.map((row) => row.cells.map((cell) => cell.value.map(plain).join('\n')))
      return caption + box(rows, {width, headerRows: block.headerRows, alignment: block.alignment ?? []})
    }
    case 'latex':
    case 'code':
      return (block._type === 'code' ? block.code : block.body)
        .split('\n')
        .map((line) => paint('dim', `    ${line}`))
        .join('\n')
    case 'figure':
      return indent(
        [
          `Image: ${isDataPicture(block.url) ? 'in the page itself' : block.url}`,
          ...[block.alt, block.caption, block.credit].filter((line) => line !== undefined),
        ],
        width,
        paint,
      )
    case 'embed':
      return indent([`Embedded: ${block.url}`, ...(block.caption ? [block.caption] : [])], width, paint)
    case 'divider':
      return paint('dim', '─'.repeat(width))
  }
}

const indent = (lines: readonly string[], width: number, paint: Paint): string =>
  lines
    .flatMap((line) => wrap(line, width - 2))
    .map((line) => paint('dim', `  ${line}`))
    .join('\n')

/**
 * The number of each item in its list. A list ends at another block, at a list of another kind, or with its outer list.
 */
function numbersOf(body: readonly BodyBlock[]): number[] {
  const open: {kind: string; count: number}[] = []
  return body.map((block) => {
    const kind = block._type === 'block' ? block.listItem : undefined
    if (block._type !== 'block' || kind === undefined) {
      open.length = 0
      return 0
    }
    const place = (block.level ?? 1) - 1
    open.length = Math.min(open.length, place + 1)
    const last = open[place]
    const count = last?.kind === kind ? last.count + 1 : 1
    open[place] = {kind, count}
    return count
  })
}

const plain = (block: TextBlock): string => block.children.map((span) => span.text).join('')

function renderText(block: TextBlock, number: number, width: number, paint: Paint): string {
  const level = Number(/^h(\d)$/.exec(block.style)?.[1] ?? 0)
  if (level > 0) {
    const lines = wrap(`${'#'.repeat(level)} ${plain(block)}`, width)
    return lines.map((line) => paint('bold', line)).join('\n')
  }
  const nested = '  '.repeat(Math.max(0, (block.level ?? 1) - 1))
  const quote = block.style === 'blockquote' ? '│ ' : ''
  const bullet = block.listItem === 'number' ? `${number}. ` : block.listItem === 'bullet' ? '• ' : ''
  const first = `${quote}${nested}${bullet}`
  const rest = `${quote}${nested}${' '.repeat(bullet.length)}`
  const lead = leadOf(block.children)
  return wrap(plain(block), width - first.length)
    .map((line, index) => (index === 0 ? first + paintLead(line, lead, paint) : rest + line))
    .join('\n')
}

/** Bold words at the start of an item. */
const leadOf = ([first, ...rest]: readonly Span[]): string =>
  first?.marks.includes('strong') && rest.length > 0 ? first.text : ''

const paintLead = (line: string, lead: string, paint: Paint): string =>
  lead && line.startsWith(lead) ? paint('bold', lead) + line.slice(lead.length) : line

const severities = [
  {severity: 'error', one: 'error', many: 'errors', style: 'red'},
  {severity: 'warning', one: 'warning', many: 'warnings', style: 'yellow'},
  {severity: 'info', one: 'note', many: 'notes', style: 'cyan'},
] as const

/** The findings by severity, each with its line in the source. */
function renderFindings({findings, source}: ParseResult, width: number, paint: Paint): string {
  if (findings.length === 0) return 'No findings.'
  const lines = createLines(source)
  const groups = severities.flatMap(({severity, one, many, style}) => {
    const list = findings.filter((finding) => finding.severity === severity)
    if (list.length === 0) return []
    const title = paint([style, 'bold'], `${list.length} ${list.length === 1 ? one : many}`)
    const items = list.map((finding) => renderFinding(finding, source, lines, width, paint))
    return [[title, ...items].join('\n')]
  })
  return groups.join('\n\n')
}

function renderFinding(
  finding: Finding,
  source: string,
  lines: ReturnType<typeof createLines>,
  width: number,
  paint: Paint,
): string {
  const [range] = finding.ranges
  const place = range ? `line ${lines.point(range.start).line}` : 'no place'
  const more = finding.ranges.length > 1 ? ` and ${finding.ranges.length - 1} more` : ''
  const head = `  ${place}${more}  ${finding.code}  (${finding.action})`
  const message = wrap(finding.message, width - 4).map((line) => `    ${line}`)
  const snippet = range
    ? source
        .slice(range.start, Math.min(range.end, range.start + 400))
        .replace(/\s+/g, ' ')
        .trim()
    : ''
  const quoted = snippet ? [paint('dim', `    > ${wrap(snippet, width - 6)[0] ?? ''}`)] : []
  const offered = finding.suggestion
    ? wrap(`Suggested to the editor: ${finding.suggestion.title}`, width - 4).map((line) => `    ${line}`)
    : []
  return [head, ...message, ...quoted, ...offered].join('\n')
}
