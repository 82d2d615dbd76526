/**
 * Items that lost both tags: an untagged line right after the start of a list, or right below an item and before
 * another, the end of the list, or a blank line. Text after a list is separate from it, or has its own tags.
 *
 * @example
 *   in: <ul>\nOne\n</ul>\n<ul>\n<li>Two</li>\nThree\n<li>Four\nFive\n\n<p>After.</p>\n<p>And so on.</p>
 *   out: <ul>\n<li>One</li>\n</ul>\n<ul>\n<li>Two</li>\n<li>Three</li>\n<li>Four\n<li>Five</li>\n\n<p>After.</p>\n<p>And so on.</p>
 * @example
 *   in: <ul>\n<li>One</li>\n</ul>\nText.\n\n<p>After</p>\n<li>Two\nMore follows\n<p>Text.
 *   out: <ul>\n<li>One</li>\n</ul>\nText.\n\n<p>After</p>\n<li>Two\nMore follows\n<p>Text.
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {structureOf} from '../../markup/structure.ts'
import {type Token, tokenLines, tokensOf} from '../../markup/tokens.ts'
import {amend, type TextRule} from '../../rule.ts'
import {bullet, modesOf} from './line-blocks/kinds.ts'
import {segmentsOf} from './line-blocks/segments.ts'

/** Maximum share of untagged lines at which such a line is an item without tags. */
const MAX_UNTAGGED_SHARE = 1 / 3

export const lostItems: TextRule = (text, report) => {
  const {value} = text
  if (!/<li[\s>]/i.test(value) || structureOf(text) !== 'lines') return text
  const list = tokensOf(text)
  if (!modesOf(list, segmentsOf(list, value), value).lists) return text
  const lines = tokenLines(list)
  const kinds = lines.map(kindOf)
  const shown = kinds.filter((kind) => kind !== 'blank').length
  // If most lines are untagged, line breaks replace tags, and an untagged line is a paragraph.
  if (kinds.filter((kind) => kind === 'naked').length > MAX_UNTAGGED_SHARE * shown) return text
  const edits: Edit[] = []
  let before: Line | undefined
  lines.forEach((line, index) => {
    const kind = kinds[index] ?? 'blank'
    const [first] = line
    const last = line.at(-1)
    if (kind === 'naked' && first && last && before) {
      const next = kinds[index + 1] ?? 'blank'
      const inside = before === 'item' && (next === 'item' || next === 'end' || next === 'blank')
      if ((before === 'start' || inside) && !bullet.test(value.slice(first.start, first.start + 8))) {
        edits.push({start: first.start, end: first.start, value: '<li>'})
        edits.push({start: last.end, end: last.end, value: '</li>'})
        before = 'item'
        return
      }
    }
    before = kind
  })
  return amend(text, edits, report, {
    code: 'tag-repaired',
    message: 'Missing tags of list items were restored.',
  })
}

/** What a line reveals about the list around it. */
type Line = 'item' | 'start' | 'end' | 'naked' | 'blank' | 'other'

function kindOf(line: readonly Token[]): Line {
  if (line.length === 0) return 'blank'
  const blocks = line.filter((token) => token.type === 'block')
  const [first] = blocks
  const last = blocks.at(-1)
  if (!first || !last) return line.some((token) => token.type === 'opaque') ? 'other' : 'naked'
  if (/^[uo]l$/.test(last.tag.name) && !last.tag.closing && line.at(-1) === last) return 'start'
  if (/^[uo]l$/.test(first.tag.name) && first.tag.closing && line[0] === first) return 'end'
  return last.tag.name === 'li' ? 'item' : 'other'
}
