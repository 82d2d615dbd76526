/** Repairs as vfile messages: `ruleId` the code, `reason` the message, `source` the product, `place` in the decoded source. */
import type {VFile} from 'vfile'
import {VFileMessage} from 'vfile-message'
import {FINDINGS} from '../../../schemas/findings.ts'
import {sourceRange, type TracedText} from '../trace/traced-text.ts'
import {judgementOf} from './judgement.ts'
import {createLines, type Lines} from './lines.ts'
import type {Repair, Report} from './report.ts'

const MESSAGE_SOURCE = 'copydesk'

/** A message that carries the whole repair, so that findings lose nothing on the way. */
interface RepairMessage extends VFileMessage {
  repair: Repair
}

/** vfile's words for severity: true an error, false a warning, undefined only information. */
const fatalities = {error: true, warning: false, info: undefined} as const

/**
 * Report for one run: every repair becomes a message of `file`, whose value must be the decoded source. As long as the tree
 * is not traced, ranges are in offsets of what the parser read (`file.data.html`), and are brought back to the source.
 */
export function createReport(file: VFile): Report {
  return (repair) => {
    const {html} = file.data
    file.messages.push(toMessage(html ? inSource(repair, html) : repair, linesOf(file)))
  }
}

/** A repair with its places in the source. */
function inSource(repair: Repair, html: TracedText): Repair {
  const {passages} = repair
  return {
    ...repair,
    ranges: repair.ranges.map(({start, end}) => sourceRange(html, start, end)),
    ...(passages && {
      passages: passages.map(({nodes, place}) => ({nodes, place: sourceRange(html, place, place).start})),
    }),
  }
}

const known = new WeakMap<VFile, Lines>()

/** The lines of a file, which every station reports in. */
function linesOf(file: VFile): Lines {
  const lines = known.get(file) ?? createLines(String(file.value))
  known.set(file, lines)
  return lines
}

function toMessage(repair: Repair, lines: Lines): RepairMessage {
  const [first] = repair.ranges
  const message = withoutStack(
    () =>
      new VFileMessage(repair.message, {
        ruleId: repair.code,
        source: MESSAGE_SOURCE,
        ...(first ? {place: {start: lines.point(first.start), end: lines.point(first.end)}} : {}),
      }),
  )
  message.fatal = fatalities[judgementOf(repair).severity]
  message.note = FINDINGS[repair.code].description
  if (repair.before !== undefined) message.actual = repair.before
  if (repair.after !== undefined) message.expected = [repair.after]
  return Object.assign(message, {repair})
}

/** A message is an error to its class, but nothing was thrown: a stack costs more than all else of it, and says nothing. */
function withoutStack<Result>(create: () => Result): Result {
  const {stackTraceLimit} = Error
  Error.stackTraceLimit = 0
  try {
    return create()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

/** The repairs among a file's messages; messages of other plugins are not ours to show. */
export function repairsOf(messages: readonly VFileMessage[]): Repair[] {
  return messages
    .filter((message): message is RepairMessage => 'repair' in message)
    .map((message) => message.repair)
}
