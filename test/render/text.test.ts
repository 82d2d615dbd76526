import {expect, it} from 'vitest'
import {renderText} from '../../render/text.ts'
import {block, bullet, frozen, number, table} from './portable-text.ts'

const cases: [name: string, body: unknown, text: string][] = [
  ['nothing', undefined, ''],
  ['paragraphs and headings', [block('A', {style: 'h2'}), block([['b', 'strong'], ' c'])], 'A\n\nb c'],
  ['lists', [bullet('a'), number('b', 2), number('c', 2), bullet('d')], '- a\n  1. b\n  2. c\n- d'],
  ['quotations', [block('a', {style: 'blockquote'}), block('b', {style: 'blockquote'})], 'a\n\nb'],
  [
    'a list in a quotation',
    [block('a', {style: 'blockquote'}), block('b', {style: 'blockquote', listItem: 'bullet', level: 1})],
    'a\n\n- b',
  ],
  [
    'tables',
    [
      table(
        [
          ['a', 'b\nc'],
          ['', 'd'],
        ],
        {caption: 'T'},
      ),
    ],
    'T\na\tb c\n\td',
  ],
  [
    'figures, code, embeds, dividers',
    [
      {_type: 'figure', url: 'https://a.example/a', alt: 'Dog', credit: 'Me'},
      {_type: 'code', code: 'a\n  b'},
      {_type: 'divider'},
      {_type: 'embed', url: 'https://a.example/'},
    ],
    'Dog\nMe\n\na\n  b',
  ],
]

it.each(cases)('renderText: %s', (_, body, text) => {
  expect(renderText(frozen(body))).toBe(text)
})
