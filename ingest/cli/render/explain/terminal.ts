/** Print the regions of a source on a terminal: what was kept, what was removed and why. */
import {styleText} from 'node:util'
import {createLines} from '../../../parse/findings/lines.ts'
import {summarize} from '../../../parse/partition/summary.ts'
import type {ParseResult} from '../../../parse/types.ts'
import type {TerminalOptions} from '../terminal.ts'
import {wrap} from '../width.ts'
import {metadataRows} from './metadata.ts'
import {type Region, regionsOf} from './regions.ts'

const WIDEST = 100
const NARROWEST = 40

/** The text of the report. */
export function explainOnTerminal(result: ParseResult, {columns, color}: TerminalOptions): string {
  const width = Math.max(NARROWEST, Math.min(columns, WIDEST))
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    color ? styleText(style, text, {validateStream: false}) : text
  const lines = createLines(result.source)
  const {kept, changed, removed} = summarize(result.partition, result.source)

  const place = ({start, end}: Region): string => {
    const [first, last] = [lines.point(start).line, lines.point(Math.max(start, end - 1)).line]
    return first === last ? `line ${first}` : `lines ${first}–${last}`
  }
  const region = (item: Region): string => {
    const isKept = item.kind === 'kept'
    const sign = isKept ? paint(['green', 'bold'], 'kept   ') : paint(['red', 'bold'], 'removed')
    const words = `${item.words.toLocaleString('en-US')} ${item.words === 1 ? 'word' : 'words'}`
    const what = isKept ? blocksOf(item) : (item.finding?.code ?? '')
    const why = item.finding ? wrap(plain(item.finding.message), width - 4).map((line) => `    ${line}`) : []
    const [snippet] = wrap(plain(item.snippet), width - 6)
    return [
      `${sign}  ${place(item)}, ${words}  ${what}`,
      ...why,
      ...(snippet ? [paint('dim', `    > ${snippet}`)] : []),
    ].join('\n')
  }
  const others = result.findings.filter(
    ({code, severity}) => severity !== 'info' || code.startsWith('metadata') || code.startsWith('charset'),
  )
  const regions = regionsOf(result)
  const shown = new Set(regions.flatMap(({finding}) => finding?._key ?? []))
  return `${[
    metadataRows(result)
      .map(({name, value}) => `${paint('dim', name.padEnd(11))}${plain(value)}`)
      .join('\n'),
    regions.map(region).join('\n'),
    ...others
      .filter(({_key}) => !shown.has(_key))
      .map(({code, message}) =>
        [paint('yellow', code), ...wrap(plain(message), width - 4).map((line) => `    ${line}`)].join('\n'),
      ),
    paint('dim', `${kept + changed} words kept, ${changed} of them changed; ${removed} removed.`),
  ].join('\n\n')}\n`
}

const blocksOf = ({blocks}: Region): string =>
  blocks.length === 0 ? 'title' : `${blocks.length} ${blocks.length === 1 ? 'block' : 'blocks'}`

/** The text without control characters. */
const plain = (text: string): string => text.replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, ' ')
