/**
 * Items that lost both of their tags: a line without any, right after the start of a list, or right under an item and
 * before another, the list's end, or a blank line. What follows a list stands apart from it, or has tags of its own.
 *
 * @example
 *   in: <ul>\nOne\n</ul>\n<ul>\n<li>Two</li>\nThree\n<li>Four\nFive\n\n<p>After.</p>
 *   out: <ul>\n<li>One</li>\n</ul>\n<ul>\n<li>Two</li>\n<li>Three</li>\n<li>Four\n<li>Five</li>\n\n<p>After.</p>
 * @example
 *   in: <ul>\n<li>One</li>\n</ul>\nText.\n\n<p>After</p>\n<li>Two\nMore follows\n<p>Text.
 *   out: <ul>\n<li>One</li>\n</ul>\nText.\n\n<p>After</p>\n<li>Two\nMore follows\n<p>Text.
 */
import type {Edit} from '../../../trace/traced-text.ts'
import {structureOf} from '../markup/structure.ts'
import {type Token, tokens} from '../markup/tokens.ts'
import {amend, type TextRule} from '../rule.ts'
import {bullet, modesOf} from './line-blocks/kinds.ts'
import {segmentsOf} from './line-blocks/segments.ts'

export const lostItems: TextRule = (text, report) => {
  const {value} = text
  if (!/<li[\s>]/i.test(value) || structureOf(text) !== 'lines') return text
  const list = tokens(text)
  if (!modesOf(list, segmentsOf(list, value), value).lists) return text
  const edits: Edit[] = []
  let before: Line | undefined
  const lines = linesOf(list)
  lines.forEach((line, index) => {
    const kind = kindOf(line)
    const [first] = line
    const last = line.at(-1)
    if (kind === 'naked' && first && last && before) {
      const next = kindOf(lines[index + 1] ?? [])
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
    message: 'Lost tags of items were restored on lines inside a list.',
  })
}

/** What a line says of the list round it. */
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

function linesOf(list: readonly Token[]): Token[][] {
  const lines: Token[][] = [[]]
  for (const token of list) {
    if (token.type === 'newline') lines.push([])
    else lines.at(-1)?.push(token)
  }
  return lines
}
