/** Marks that lost one of their two tags, inside one block. */
import type {Report} from '../../../../findings/report.ts'
import type {Edit, TracedText} from '../../../../trace/traced-text.ts'
import {sourceRange} from '../../../../trace/traced-text.ts'
import {inlines} from '../../markup/names.ts'
import type {Tag} from '../../markup/tags.ts'
import type {Token} from '../../markup/tokens.ts'
import {bullet} from './kinds.ts'

/** Marks of a lead-in: what they held can be told from one of their tags. */
const strong = new Set(['b', 'strong'])
/** Longest lead-in, in UTF-16 units. */
const LONGEST_LEAD = 100

/**
 * Edits that make the marks of a block whole: `</b>` alone after a short beginning closes a mark that opened there;
 * `<b>` alone closes at the colon of a lead-in. Every other tag without its partner is dropped.
 */
export function inlineEdits(
  content: readonly Token[],
  start: number,
  text: TracedText,
  report: Report,
): Edit[] {
  const {value} = text
  const edits: Edit[] = []
  const open: Tag[] = []
  const drop = (tag: Tag): void => {
    edits.push({start: tag.start, end: tag.end, value: ''})
    say(tag, 'was removed', text, report)
  }
  for (const token of content) {
    if (token.type !== 'inline' || !inlines.has(token.tag.name)) continue
    const {tag} = token
    if (!tag.closing) {
      open.push(tag)
      continue
    }
    const place = open.findLastIndex((one) => one.name === tag.name)
    if (place >= 0) {
      for (const lost of open.splice(place).slice(1)) drop(lost)
      continue
    }
    const from = start + (bullet.exec(value.slice(start, start + 8))?.[0].length ?? 0)
    const held = value.slice(from, tag.start)
    if (strong.has(tag.name) && held.trim() !== '' && held.length <= LONGEST_LEAD && !held.includes('<')) {
      edits.push({start: from, end: from, value: `<${tag.name}>`})
      say(tag, 'closes a lead-in whose beginning was lost', text, report)
    } else drop(tag)
  }
  const end = content.at(-1)?.end ?? start
  for (const tag of open) {
    const held = value.slice(tag.end, Math.min(end, tag.end + LONGEST_LEAD))
    const colon = held.search(/[:：](?=\s|$)/)
    if (strong.has(tag.name) && colon > 0 && !held.slice(0, colon).includes('<')) {
      const at = tag.end + colon + 1
      edits.push({start: at, end: at, value: `</${tag.name}>`})
    } else drop(tag)
  }
  return edits
}

function say(tag: Tag, what: string, text: TracedText, report: Report): void {
  const shown = `${tag.closing ? '</' : '<'}${tag.name}>`
  report({
    code: 'tag-debris-dropped',
    message: `The rest of a tag, ${shown}, has no partner and ${what}.`,
    ranges: [sourceRange(text, tag.start, tag.end)],
    data: {tag: tag.name, closing: tag.closing},
  })
}
