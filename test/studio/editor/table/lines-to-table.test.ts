import {describe, expect, it} from 'vitest'
import {linesToTable} from '../../../../studio/editor/table/lines-to-table.ts'
import {gridOf, keys, paragraph} from './make.ts'

describe('lines as a table', () => {
  it.each<[string, string[], string[][]]>([
    [
      'tabs',
      ['City\tPeople', 'Bern\t140,000'],
      [
        ['City', 'People'],
        ['Bern', '140,000'],
      ],
    ],
    [
      'bars at the ends and a rule',
      ['| City | People |', '|---|---|', '| Bern | 140,000 |'],
      [
        ['City', 'People'],
        ['Bern', '140,000'],
      ],
    ],
    [
      'bars between',
      ['City | People', 'Bern | 140,000'],
      [
        ['City', 'People'],
        ['Bern', '140,000'],
      ],
    ],
    [
      'semicolons',
      ['City; People', 'Bern;140,000'],
      [
        ['City', 'People'],
        ['Bern', '140,000'],
      ],
    ],
    [
      'spaces',
      ['City    People', 'Bern    140,000'],
      [
        ['City', 'People'],
        ['Bern', '140,000'],
      ],
    ],
    [
      'colons',
      ['City: Bern', 'People: 140,000'],
      [
        ['City', 'Bern'],
        ['People', '140,000'],
      ],
    ],
    [
      'dashes',
      ['Bern – capital', 'Basel – port'],
      [
        ['Bern', 'capital'],
        ['Basel', 'port'],
      ],
    ],
    [
      'one line that is not split',
      ['a | b', 'c | d', 'e'],
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', ''],
      ],
    ],
    ['nothing that parts them', ['Bern', 'Basel, too'], [['Bern'], ['Basel, too']]],
    [
      'line breaks in one block',
      ['a | b\nc | d'],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'an empty cell',
      ['a | | c', 'd | e | f'],
      [
        ['a', '', 'c'],
        ['d', 'e', 'f'],
      ],
    ],
  ])('%s', (_, lines, expected) => {
    const made = linesToTable(
      lines.map((line) => paragraph(line)),
      keys(),
    )
    expect(gridOf(made)).toEqual(expected)
    expect(made.headerRows).toBe(expected.length > 1 ? 1 : 0)
  })

  it('keeps marks', () => {
    const made = linesToTable(
      [paragraph({text: 'Bern', marks: ['strong']}, ' | 140,000'), paragraph('Basel | 178,000')],
      keys(),
    )
    expect(made.rows[0]?.cells[0]?.value[0]?.children).toMatchObject([{text: 'Bern', marks: ['strong']}])
    expect(made.rows[0]?.cells[1]?.value[0]?.children).toMatchObject([{text: '140,000', marks: []}])
  })
})
