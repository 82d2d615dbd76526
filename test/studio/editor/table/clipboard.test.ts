import fc from 'fast-check'
import {JSDOM} from 'jsdom'
import {describe, expect, it} from 'vitest'
import {readHtmlTable, writeHtmlTable} from '../../../../studio/editor/table/clipboard/html.ts'
import {isTsv, readTsv, writeTsv} from '../../../../studio/editor/table/clipboard/tsv.ts'
import {cellOf} from '../../../../studio/editor/table/text.ts'
import {gridOf, keys, textOfCell} from './make.ts'

describe('a range of a spreadsheet', () => {
  it.each<[string, string[][]]>([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\t\n\tb',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"two\nlines"\t"a ""word"""', [['two\nlines', 'a "word"']]],
    ['"no end\tb', [['"no end', 'b']]],
    ['5" pipe\t"6" pipe', [['5" pipe', '"6" pipe']]],
  ])('%j', (text, expected) => {
    expect(readTsv(text)).toEqual(expected)
  })

  it.each(['a\tb', 'a\tb\nc'])('%j is one', (text) => {
    expect(isTsv(text)).toBe(true)
  })
  it.each(['plain text', '\tindented text', ''])('%j is none', (text) => {
    expect(isTsv(text)).toBe(false)
  })

  it('is read as it was written', () => {
    const rows = fc.array(
      fc.array(fc.string({unit: fc.constantFrom('a', '"', '\t', '\n', ' ')}), {minLength: 2, maxLength: 4}),
      {minLength: 1, maxLength: 4},
    )
    fc.assert(
      fc.property(rows, (cells) => {
        // A last cell that is empty and alone would be the line break at the end.
        expect(readTsv(`${writeTsv(cells)}\n`)).toEqual(cells)
      }),
    )
  })
})

const rootOf = (html: string) => new JSDOM(html).window.document.body
const read = (html: string) => readHtmlTable(rootOf(html), keys())

describe('a table on the clipboard as HTML', () => {
  it('has cells, header rows and a caption', () => {
    const made = read(
      '<table><caption>Cities</caption><thead><tr><th>City<th>People</thead><tr><td>Bern<td>140,000</table>',
    )
    expect(made && gridOf({rows: made.rows.map((cells) => ({cells}))} as never)).toEqual([
      ['City', 'People'],
      ['Bern', '140,000'],
    ])
    expect(made).toMatchObject({headerRows: 1, caption: 'Cities'})
  })
  it('repeats cells that span several places', () => {
    const made = read('<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>')
    expect(made?.rows.map((cells) => cells.map(textOfCell))).toEqual([
      ['a', 'b', 'b'],
      ['a', 'c', 'd'],
    ])
  })
  it('keeps marks, links and lines', () => {
    const made = read(
      '<table><tr><td><b>Bern</b>, <a href="https://example.com/">the <i>city</i></a><br>capital<p>since 1848</p></table>',
    )
    const cell = made?.rows[0]?.[0]
    expect(cell && textOfCell(cell)).toBe('Bern, the city\ncapital\nsince 1848')
    expect(
      cell?.value[0]?.children?.map(({text, marks}) => [
        text,
        marks?.includes('strong'),
        marks?.includes('em'),
      ]),
    ).toEqual([
      ['Bern', true, false],
      [', ', false, false],
      ['the ', false, false],
      ['city', false, true],
    ])
    expect(cell?.value[0]?.markDefs).toMatchObject([{_type: 'link', href: 'https://example.com/'}])
  })
  it('drops links that run scripts', () => {
    expect(JSON.stringify(read('<table><tr><td><a href="javascript:alert(1)">x</a></table>'))).not.toContain(
      'javascript',
    )
  })
  it.each([
    '<p>text</p><table><tr><td>a</table>',
    '<table><tr><td>a</table><table><tr><td>b</table>',
    '<p>text</p>',
  ])('is undefined for a part of a page: %s', (html) => {
    expect(read(html)).toBeUndefined()
  })
  it('is read as it was written', () => {
    const newKey = keys()
    const rows = [
      ['a & <b>', '"c"'],
      ['d\ne', ''],
    ].map((row) => row.map((text) => cellOf(text, newKey)))
    const made = read(writeHtmlTable(rows, 1))
    expect(made?.rows.map((cells) => cells.map(textOfCell))).toEqual([
      ['a & <b>', '"c"'],
      ['d\ne', ''],
    ])
    expect(made?.headerRows).toBe(1)
  })
})
