import fc from 'fast-check'
import type {Element, Root, RootContent} from 'hast'
import {describe, expect, test} from 'vitest'
import type {Repair} from '../../../../../ingest/parse/findings/report.ts'
import {repairTree, treeRules} from '../../../../../ingest/parse/repair/tree/index.ts'
import {rawText, textNodesOf} from '../../../../../ingest/parse/repair/tree/lib/nodes.ts'
import {tracedTextOf} from '../../../../../ingest/parse/trace/attach.ts'
import {fragment, lines} from './fragment.ts'

const PIECES = [
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<ul>',
  '</ul>',
  '<ol>',
  '<li>',
  '</li>',
  '<b>',
  '</b>',
  '<h2>',
  '</h2>',
  '<table>',
  '<tr>',
  '<td>',
  '</td>',
  '</tr>',
  '</table>',
  '<br>',
  '<br><br>',
  '<blockquote>',
  '</blockquote>',
  '\n',
  '\n\n',
  ' ',
  '- ',
  '• ',
  '1. ',
  '2. ',
  ' | ',
  '---|---|',
  '. . . . . . . . . . . . ',
  'Share this article',
  'Harbour wall: ',
  'What Comes Next',
  'RegimeThe evolving scenario demands nuance, and much of it.',
  'The council met until midnight, and nobody left.',
  'Yes.',
  '港口重新开放',
  'ميناء: ',
  '<img src="a.png">',
  '<i>',
  '</i>',
  '<a href="/x">',
  '</a>',
  '&amp;',
  'ab',
]

const damaged = fc.array(fc.constantFrom(...PIECES), {maxLength: 40}).map((pieces) => pieces.join(''))

/** Letters and digits with their numbers of occurrences. */
function letters(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const letter of text.match(/[\p{L}\p{N}]/gu) ?? []) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return counts
}

function run(tree: Root, source: string): {before: string; after: string; repairs: Repair[]; tree: Root} {
  const before = rawText(tree)
  const repairs: Repair[] = []
  repairTree(tree, (repair) => repairs.push(repair), source)
  return {before, after: rawText(tree), repairs, tree}
}

const REMOVALS = /^(?:duplicate|boilerplate|filler|tag-debris)-dropped$/
/** Marks of numbered items are markup once the list is built. */
const withoutNumbers = (counts: Map<string, number>): Map<string, number> => {
  for (const digit of '0123456789') counts.delete(digit)
  return counts
}

describe('whatever the damage', () => {
  for (const [name, parse] of [
    ['in HTML', fragment],
    ['in lines', lines],
  ] as const) {
    test(`${name}, text is conserved: a finding contains all removed text`, () => {
      fc.assert(
        fc.property(damaged, (source) => {
          const {before, after, repairs} = run(parse(source), source)
          const removed = repairs
            .filter(({code}) => REMOVALS.test(code))
            .map((repair) => String(repair.before ?? ''))
          expect(withoutNumbers(letters(after + removed.join('')))).toEqual(withoutNumbers(letters(before)))
        }),
      )
    })

    test(`${name}, every text still knows its source`, () => {
      fc.assert(
        fc.property(damaged, (source) => {
          for (const text of textNodesOf(run(parse(source), source).tree)) {
            const {value, origin} = tracedTextOf(text)
            expect(origin.reduce((sum, {length}) => sum + length, 0)).toBe(value.length)
            let at = 0
            for (const {length, start, end, copied} of origin) {
              if (copied) expect(source.slice(start, end)).toBe(value.slice(at, at + length))
              at += length
            }
          }
        }),
      )
    })

    test(`${name}, every finding has its place in the source`, () => {
      fc.assert(
        fc.property(damaged, (source) => {
          for (const {ranges} of run(parse(source), source).repairs)
            for (const {start, end} of ranges) {
              expect(start).toBeLessThanOrEqual(end)
              expect(end).toBeLessThanOrEqual(source.length)
            }
        }),
      )
    })
  }

  const chain = (depth: number, tagName: string): Root => {
    let node: RootContent = {type: 'text', value: 'deep'}
    for (let index = 0; index < depth; index++)
      node = {type: 'element', tagName, properties: {}, children: [node as Element]}
    return {type: 'root', children: [node]}
  }

  test.each(['div', 'b', 'blockquote', 'ul', 'li', 'h2', 'table', 'td', 'p'])(
    '20,000 nested <%s> do not overflow the stack',
    (tagName) => {
      const tree = chain(20_000, tagName)
      repairTree(tree, () => undefined, '')
      expect(rawText(tree)).toContain('deep')
    },
  )

  test('each rule leaves an empty tree alone', () => {
    for (const rule of treeRules) {
      const tree: Root = {type: 'root', children: []}
      rule(tree, () => {
        throw new Error(`${rule.name} reports something about nothing`)
      })
      expect(tree.children).toEqual([])
    }
  })
})
