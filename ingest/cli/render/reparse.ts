/** What parsing again changed, or would change, as lines for people. */
import type {FieldChange, Reparsed} from '../../store/reparse/index.ts'

/** Longest quoted text in a line. */
const MAX_TEXT = 100

const SIGNS = {added: '+', removed: '-', changed: '~'} as const

/** The lines of one article. */
export function renderReparsed({articleId, title, outcome, fields, blocks, kept, reason}: Reparsed): string {
  const lines = [`${outcome.padEnd(9)}  ${articleId}${title ? `  ${short(title)}` : ''}`]
  if (reason) lines.push(`    ${reason.code}: ${reason.message}`)
  for (const change of fields) lines.push(`    ~ ${change.field}: ${fieldLine(change)}`)
  for (const {change, type, before, after} of blocks) {
    const text =
      change === 'changed' ? `${short(before ?? '')} → ${short(after ?? '')}` : short(after ?? before ?? '')
    lines.push(`    ${SIGNS[change]} ${type}: ${text}`)
  }
  if (kept.length > 0) lines.push(`    an editor changed ${kept.join(', ')}: not changed`)
  return `${lines.join('\n')}\n`
}

const fieldLine = ({before, after}: FieldChange): string => `${shown(before)} → ${shown(after)}`

const shown = (value: unknown): string =>
  value === undefined ? 'nothing' : short(typeof value === 'string' ? value : JSON.stringify(value))

/** The text on one line, without control characters. */
function short(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT - 1)}…` : line
}
