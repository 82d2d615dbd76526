/**
 * In text whose lines are its blocks, each line becomes an element: a paragraph, or a heading if a remnant of its tag
 * is left. Block tags inside a line divide it; meaningless ones are dropped. Bullets, dashes, numbers and pipes stay:
 * lists and tables are found in the tree.
 *
 * @example
 *   in: A title\nThe Rise of Things</h2>It began. <p>Then more.\n- one</li>
 *   out: <p>A title</p>\n<h2>The Rise of Things</h2><p>It began.</p> <p>Then more.</p>\n<p>- one</p>
 * @example
 *   in: Text.\n- <b>Lead:</b> one\n<li>two</li> </ul> <p>After.
 *   out: <p>Text.</p>\n<p>- <b>Lead:</b> one</p>\n<p>- two</p> <p>After.</p>
 * @example
 *   in: <p>Only\nwhite space.</p>
 *   out: <p>Only\nwhite space.</p>
 */
import type {Report} from '../../../../findings/report.ts'
import type {Edit, TracedText} from '../../../../trace/traced-text.ts'
import {sourceRange} from '../../../../trace/traced-text.ts'
import {headings} from '../../markup/names.ts'
import {structureOf} from '../../markup/structure.ts'
import {type BlockToken, tokensOf} from '../../markup/tokens.ts'
import {apply, type TextRule} from '../../rule.ts'
import {gapBetween, type Open} from './line-blocks/gaps.ts'
import {type Kind, kindsOf, modesOf} from './line-blocks/kinds.ts'
import {type Segments, segmentsOf} from './line-blocks/segments.ts'

export const lineBlocks: TextRule = (text, report) => {
  const {value} = text
  if (!/[^\s<>]/.test(value)) return text
  if (structureOf(text) !== 'lines') return text
  const list = tokensOf(text)
  const all = segmentsOf(list, value)
  const modes = modesOf(list, all, value)
  const kinds = kindsOf(all, modes, value)
  const open: Open = {lists: [], table: false, others: new Map()}
  const follow = itemsAfter(all, kinds)
  const edits: Edit[] = []
  const written = (token: BlockToken) => value.slice(token.start, token.end)
  all.gaps.forEach((gap, index) => {
    const before = kinds[index - 1]
    const after = kinds[index]
    if (before?.name === 'p' && open.lists.length > 0 && follow[index - 1]) before.name = 'li'
    const follows = follow[index] === true
    if (after?.name === 'p' && !after.opening && !after.closing && open.lists.length > 0 && follows)
      after.name = 'li'
    const {tags, dropped} = gapBetween(before, gap, after, follows, open, modes, written)
    const start = all.segments[index - 1]?.end ?? 0
    const end = all.segments[index]?.start ?? value.length
    const changed = replaceGap(value, start, end, gap, [...tags, ...(after?.dash ? ['- '] : [])], edits)
    if (changed) explain(text, report, gap, before, after, all.segments[index], dropped)
  })
  return apply(text, edits)
}

/** For each segment, whether the next block tag after it belongs to an item: then an untagged line may be one. */
function itemsAfter({gaps}: Segments, kinds: readonly Kind[]): boolean[] {
  const follow: boolean[] = []
  for (let index = gaps.length - 2; index >= 0; index--) {
    const [first] = gaps[index + 1] ?? []
    follow[index] = first
      ? first.tag.name === 'li' || (first.tag.closing && /^[uo]l$/.test(first.tag.name))
      : kinds[index + 1]?.name === 'p' && follow[index + 1] === true
  }
  return follow
}

/** Replace the tags of a gap if they are not the right ones; returns whether it did. */
function replaceGap(
  value: string,
  start: number,
  end: number,
  gap: readonly BlockToken[],
  tags: readonly string[],
  edits: Edit[],
): boolean {
  const now = gap
    .filter(({tag}) => !/^(?:thead|tbody|tfoot)$/.test(tag.name))
    .map((one) => value.slice(one.start, one.end))
  if (now.length === tags.length && now.every((one, index) => one === tags[index])) return false
  const split = tags.findLastIndex((tag) => tag.startsWith('</')) + 1
  const between = value.slice(start, end)
  const space = between.includes('\n') ? '\n' : /\s/.test(between) ? ' ' : ''
  const outer = start === 0 || end === value.length ? '' : space
  const indent = tags.at(-1) === '<p>' ? indentOf(between, value.slice(end, end + 8)) : ''
  const open = `${tags.slice(split).join('')}${indent}`
  edits.push({start, end, value: `${tags.slice(0, split).join('')}${outer}${open}`})
  return true
}

/** The indent of a line with a list mark gives the depth of its item; elsewhere it means nothing. */
function indentOf(between: string, line: string): string {
  const indent = between.slice(between.lastIndexOf('\n') + 1)
  return /^[ \t\u00a0]{2,40}$/.test(indent) &&
    /^(?:[^\p{L}\p{N}\s<&]|\(?(?:\d{1,3}|\p{L}{1,4})[.)])\s/u.test(line)
    ? indent
    : ''
}

function explain(
  text: TracedText,
  report: Report,
  gap: readonly BlockToken[],
  before: Kind | undefined,
  after: Kind | undefined,
  segment: {start: number; end: number; first: boolean} | undefined,
  dropped: readonly BlockToken[],
): void {
  const place = (token: BlockToken) => [sourceRange(text, token.start, token.end)]
  const useless = new Set(dropped)
  for (const token of gap) {
    const {name, closing} = token.tag
    if (token === before?.closing) {
      if (headings.has(name) && !before.opening && segment && !segment.first) {
        report({
          code: 'heading-split',
          message: `A broken </${name}> separates a heading from the next paragraph.`,
          ranges: place(token),
          data: {tag: name},
        })
      } else if (!before.opening) {
        report({
          code: 'tag-debris-dropped',
          message: `A tag remnant, </${name}>, has no opening tag. It was read as the end of its line.`,
          ranges: place(token),
          data: {tag: name, closing},
        })
      }
    } else if (useless.has(token)) {
      const plain = token.end - token.start === name.length + (closing ? 3 : 2)
      report({
        code: plain || closing ? 'tag-debris-dropped' : 'markup-text-dropped',
        message: `A tag remnant, ${closing ? '</' : '<'}${name}>, was removed.`,
        ranges: place(token),
        data: {tag: name, closing},
      })
    }
  }
  if (
    segment &&
    !segment.first &&
    after?.name === 'p' &&
    !after.dash &&
    before &&
    !headings.has(before.name)
  ) {
    report({
      code: 'paragraph-split',
      message: 'A paragraph that began in the middle of a line was split off.',
      ranges: [sourceRange(text, segment.start, Math.min(segment.end, segment.start + 80))],
    })
  }
}
