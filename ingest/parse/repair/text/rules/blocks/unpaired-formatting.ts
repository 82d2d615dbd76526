/**
 * Inline elements that lost one of their tags inside a block, so that they do not extend over the rest of the text: a
 * lone `</b>` after a short beginning closes bold that opened there; a lone `<b>` closes at the colon of a lead-in. A
 * link ends with its block. Every other tag without its partner is dropped.
 *
 * @example
 *   in: <p>- Night buses:</b> two lines.</p><p><b>Library hours: open.</p><p>One</i> two.</p>
 *   out: <p>- <b>Night buses:</b> two lines.</p><p><b>Library hours:</b> open.</p><p>One two.</p>
 * @example
 *   in: <p><b>One</b> <i>two</i></p><a href="a"><h3>Three</h3><p>Four</p></a>
 *   out: <p><b>One</b> <i>two</i></p><a href="a"><h3>Three</h3><p>Four</p></a>
 * @example
 *   in: <p><a href="a"><svg><use></use></svg> One</a> two.</p><p>Three</a> four.</p>
 *   out: <p><a href="a"><svg><use></use></svg> One</a> two.</p><p>Three four.</p>
 */
import type {Report} from '../../../../findings/report.ts'
import type {Edit, TracedText} from '../../../../trace/traced-text.ts'
import {sourceRange} from '../../../../trace/traced-text.ts'
import {inlineElements} from '../../markup/names.ts'
import {structureOf} from '../../markup/structure.ts'
import {surveyOf} from '../../markup/survey.ts'
import type {Tag} from '../../markup/tags.ts'
import {type Token, tokensOf} from '../../markup/tokens.ts'
import {apply, type TextRule} from '../../rule.ts'
import {bullet} from './line-blocks/kinds.ts'

export const unpairedFormatting: TextRule = (text, report) => {
  if (surveyOf(text).isNested) return text
  const list = tokensOf(text)
  const unpaired = unbalanced(list)
  if (unpaired.size === 0) return text
  const lines = structureOf(text) === 'lines'
  const lost = lines ? unpaired : unpaired.intersection(shown)
  const edits: Edit[] = []
  let content: Token[] = []
  const close = (): void => {
    const [first] = content
    if (first && content.some((token) => token.type === 'text')) {
      for (const edit of inBlock(content, first.start, lost, text, report)) edits.push(edit)
    }
    content = []
  }
  for (const token of list) {
    // An icon may be in the middle of a line, and so may a script.
    if (token.type === 'opaque' && !separating.has(token.name)) continue
    if (token.type === 'block' || token.type === 'opaque' || (lines && token.type === 'newline')) close()
    else content.push(token)
  }
  close()
  return apply(text, edits)
}

/**
 * List the inline elements that are opened more or less often than they are closed, in the text or in one of its
 * blocks.
 */
function unbalanced(list: readonly Token[]): Set<string> {
  const counts = new Map<string, number>()
  for (const token of list) {
    if (token.type !== 'inline' || !inlineElements.has(token.tag.name) || token.tag.selfClosing) continue
    counts.set(token.tag.name, (counts.get(token.tag.name) ?? 0) + (token.tag.closing ? -1 : 1))
  }
  const names = new Set<string>()
  for (const [name, count] of counts) if (count !== 0 || strong.has(name)) names.add(name)
  return names
}

/** Elements of lead-ins: one of their tags shows what they contained. */
const strong = new Set(['b', 'strong'])
/** Visible inline elements: if tags separate the blocks, others are left to the parser, since they change nothing. */
const shown = new Set('a b big code del em i ins kbd mark s small strike strong sub sup u'.split(' '))
/** Opaque elements that separate blocks. */
const separating = new Set(['pre', 'title', 'head'])
/** Maximum length of a lead-in, in UTF-16 units. */
const MAX_LEAD_LENGTH = 100

/** Find edits that complete the inline elements of one block. */
function inBlock(
  content: readonly Token[],
  start: number,
  lost: ReadonlySet<string>,
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
    if (token.type !== 'inline' || !lost.has(token.tag.name)) continue
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
    if (strong.has(tag.name) && held.trim() !== '' && held.length <= MAX_LEAD_LENGTH && !held.includes('<')) {
      edits.push({start: from, end: from, value: `<${tag.name}>`})
      say(tag, 'was read as the end of a lead-in', text, report)
    } else drop(tag)
  }
  const end = content.at(-1)?.end ?? start
  for (const tag of open) {
    const held = value.slice(tag.end, Math.min(end, tag.end + MAX_LEAD_LENGTH))
    const colon = held.search(/[:：](?=\s|$)/)
    if (strong.has(tag.name) && colon > 0 && !held.slice(0, colon).includes('<')) {
      const at = tag.end + colon + 1
      edits.push({start: at, end: at, value: `</${tag.name}>`})
    } else if (tag.name === 'a') edits.push({start: end, end, value: '</a>'})
    else drop(tag)
  }
  return edits
}

function say(tag: Tag, what: string, text: TracedText, report: Report): void {
  const shown = `${tag.closing ? '</' : '<'}${tag.name}>`
  report({
    code: 'tag-debris-dropped',
    message: `A tag without its partner, ${shown}, ${what}.`,
    ranges: [sourceRange(text, tag.start, tag.end)],
    data: {tag: tag.name, closing: tag.closing},
  })
}
