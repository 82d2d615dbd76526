import fc from 'fast-check'
import type {Root, Text} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {attachOrigins, realign, retrace, tracedTextOf} from '../../../../ingest/parse/trace/attach.ts'
import {edit, traced} from '../../../../ingest/parse/trace/traced-text.ts'

const parser = unified().use(rehypeParse)

function parse(html: string, repaired = traced(html), source = html): Root {
  const tree = parser.parse(repaired.value)
  attachOrigins(tree, repaired, source)
  return tree
}

function texts(tree: Root): Text[] {
  const found: Text[] = []
  visit(tree, 'text', (node) => {
    found.push(node)
  })
  return found
}

/** `value@start-end` for each run: `=` copied, `~` replaced. */
function runs(html: string): string[][] {
  return texts(parse(html)).map((node) => {
    const text = tracedTextOf(node)
    let at = 0
    return text.origin.map(({length, start, end, copied}) => {
      const value = text.value.slice(at, at + length)
      at += length
      return `${value}${copied ? '=' : '~'}${html.slice(start, end)}`
    })
  })
}

describe('origins of parsed text', () => {
  const cases: [name: string, html: string, expected: string[][]][] = [
    ['plain', '<p>one</p>', [['one=one']]],
    ['references', 'a&amp;b&lt;c', [['a=a', '&~&amp;', 'b=b', '<~&lt;', 'c=c']]],
    ['a reference without semicolon', 'a&copy b', [['a=a', '©~&copy', ' b= b']]],
    ['numeric references', '&#8217;&#x1F600;&#132;', [['’~&#8217;', '😀~&#x1F600;', '„~&#132;']]],
    ['a reference after white space that is dropped', '\r\n&eacute;b', [['é~&eacute;', 'b=b']]],
    ['a bare ampersand', 'a & b &c; &#; d', [['a & b &c; &#; d=a & b &c; &#; d']]],
    ['a stray closing tag', 'one</b> two', [['one=one', ' two= two']]],
    ['carriage returns', '<p>a\r\nb</p>', [['a=a', '\n~\r\n', 'b=b']]],
    ['the newline after pre', '<pre>\n\na</pre>', [['\n=\n', 'a=a']]],
    ['text moved out of a table', '<table>x<tr><td>xz</td></tr>z</table>', [['x=x', 'z=z'], ['xz=xz']]],
  ]
  test.each(cases)('%s', (_, html, expected) => {
    expect(runs(html)).toEqual(expected)
  })

  test('hold for any string', () => {
    const piece = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<b>',
        '</b>',
        '<table>',
        '<tr>',
        '<td>',
        '</td>',
        '</table>',
        '<br>',
        '&amp;',
        '&nbsp',
        '&lt;',
      ],
      ...[
        '&#39;',
        '\r\n',
        '\n',
        ' ',
        '\0',
        '<',
        '>',
        '&',
        '<!-- c -->',
        '<a href="x>y">',
        '<pre>',
        '<ul><li>',
        '</ x>',
        '"',
      ],
    )
    const html = fc.array(fc.oneof(piece, fc.string({unit: 'grapheme', maxLength: 6})), {maxLength: 40})
    fc.assert(
      fc.property(html, (parts) => {
        const source = parts.join('')
        for (const node of texts(parse(source))) {
          let at = 0
          for (const run of tracedTextOf(node).origin) {
            const value = node.value.slice(at, at + run.length)
            if (run.copied) expect(source.slice(run.start, run.end)).toBe(value)
            else expect(run.start).toBeLessThanOrEqual(run.end)
            at += run.length
          }
          expect(at).toBe(node.value.length)
        }
      }),
      {numRuns: 500},
    )
  })
})

test('a text is what the parser made of it, whether it was taken from there or from the source', () => {
  const piece = fc.constantFrom(
    'one',
    ' ',
    '\n',
    '\r\n',
    '\0',
    '&amp;',
    '&',
    '<',
    '<b>',
    '</b>',
    '<p>',
    '</p>',
    '<pre>',
    '</x>',
  )
  const more = fc.constantFrom(
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<!-- c -->',
    '<br>',
    'é',
    '𝒜',
    '<select>',
    '<svg>',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, more), {maxLength: 30}), (parts) => {
      const html = parts.join('')
      expect(texts(parse(html)).map(({value}) => value)).toEqual(
        texts(parser.parse(html)).map(({value}) => value),
      )
    }),
    {numRuns: 1000},
  )
})

test('positions are those of the source, not of the repaired text', () => {
  const source = 'one\n& lt;b>two& lt;/b>'
  const repaired = edit(traced(source), [
    {start: 4, end: 11, value: '<b>'},
    {start: 14, end: 22, value: '</b>'},
  ])
  const tree = parse('', repaired, source)
  const element = tree.children.flatMap((node) => ('children' in node ? node.children : []))
  const bold = JSON.stringify(element).match(/"tagName":"b".*?"position":(\{.*?\}\})/)
  expect(bold).not.toBeNull()
  const two = texts(tree).at(-1)
  expect(two?.position?.start).toEqual({line: 2, column: 8, offset: 11})
  expect(two?.data?.origin).toEqual([{length: 3, start: 11, end: 14, copied: true}])
})

test('a text whose white space a plugin collapsed is traced again', () => {
  const node = texts(parse('<p>  one \n two&amp;three  </p>'))[0]
  if (!node) throw new Error('Expected a text node')
  node.value = 'one two&three'
  retrace(node)
  expect(node.data?.origin).toEqual([
    {length: 0, start: 3, end: 5, copied: false},
    {length: 4, start: 5, end: 9, copied: true},
    {length: 0, start: 9, end: 11, copied: false},
    {length: 3, start: 11, end: 14, copied: true},
    {length: 1, start: 14, end: 19, copied: false},
    {length: 5, start: 19, end: 24, copied: true},
    {length: 0, start: 24, end: 26, copied: false},
  ])
})

test('any value can be realigned', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (was, value) => {
      const text = realign(traced(was), value)
      expect(text.value).toBe(value)
      expect(text.origin.reduce((sum, run) => sum + run.length, 0)).toBe(value.length)
    }),
  )
})
