import {describe, expect, it} from 'vitest'
import {convert, rowsView, tableOf, view} from '../support/convert.ts'

describe('the grid', () => {
  it.each<[string, string, string[][]]>([
    [
      'plain',
      '<tr><td>a<td>b<tr><td>c<td>d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a column span',
      '<tr><td colspan=2>a<tr><td>c<td>d',
      [
        ['a', 'a'],
        ['c', 'd'],
      ],
    ],
    [
      'a row span',
      '<tr><td rowspan=2>a<td>b<tr><td>d',
      [
        ['a', 'b'],
        ['a', 'd'],
      ],
    ],
    [
      'a span to the end',
      '<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d',
      [
        ['a', 'b'],
        ['a', 'c'],
        ['a', 'd'],
      ],
    ],
    [
      'a span past the end',
      '<tr><td rowspan=9>a<td>b<tr><td>c',
      [
        ['a', 'b'],
        ['a', 'c'],
      ],
    ],
    [
      'short rows',
      '<tr><td>a<td>b<td>c<tr><td>d',
      [
        ['a', 'b', 'c'],
        ['d', '', ''],
      ],
    ],
    [
      'blank rows and columns',
      '<tr><td>a<td><td>b<tr><td> <td><td>&nbsp;<tr><td>c<td><td>d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a column span wider than the table',
      '<tr><th colspan=18>a<tr><td>c<td>d',
      [
        ['a', 'a'],
        ['c', 'd'],
      ],
    ],
    [
      'a huge column span',
      '<tr><td colspan=1000000>a<td>b<tr><td>c<td>d',
      [
        ['a', ...Array(999).fill('a'), 'b'],
        ['c', 'd', ...Array(999).fill('')],
      ],
    ],
    ['lists and paragraphs in cells', '<tr><td><p>a<p>b<td><ul><li>c<li>d</ul>', [['a / b', '• c / • d']]],
    [
      'marks that a cell may hold',
      '<tr><td><b>a</b> <u>b</u> x<sup>2</sup><td>c',
      [['<strong>a</> b x<sup>2</>', 'c']],
    ],
    [
      'a table in a cell of a table with a head',
      '<tr><th>h<th>i<tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table><td>e',
      [
        ['h', 'i'],
        ['a b / c d', 'e'],
      ],
    ],
  ])('%s', (_, rows, expected) => {
    expect(rowsView(tableOf(`<table>${rows}</table>`))).toEqual(expected)
  })

  it('is always rectangular, and an empty cell has a block to type in', () => {
    const table = tableOf('<table><tr><td>a<td>b<tr><td>c</table>')
    expect(table.rows.map((row) => row.cells.length)).toEqual([2, 2])
    expect(table.rows[1]?.cells[1]?.value).toMatchObject([{_type: 'block', children: [{text: ''}]}])
  })

  it('keeps the text of tables too large to be a grid', () => {
    const html = `<table><tr>${'<td>x'.repeat(150)}${'<tr><td>y'.repeat(150)}</table>`
    const {article, repairs} = convert(html)
    expect(article.body).toHaveLength(300)
    expect(repairs.map(({code}) => code)).toContain('table-flattened')
  })

  it('uses each cell only once if spans would make a huge table', () => {
    const html = `<table>${'<tr><td rowspan=1000 colspan=1000>x<td>y'.repeat(50)}</table>`
    const {article, repairs} = convert(html)
    expect(article.body[0]).toMatchObject({_type: 'table', rows: {length: 50}})
    expect(repairs.map(({code}) => code)).toContain('table-cut')
  })
})

describe('head, columns, caption', () => {
  it.each<[string, string, object]>([
    ['a head', '<thead><tr><td>a<td>b<tbody><tr><td>c<td>d', {headerRows: 1}],
    ['header cells in the first row', '<tr><th>a<th>b<tr><td>c<td>d', {headerRows: 1}],
    [
      'two header rows',
      '<tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d<tr><td>e<td>f<td>g',
      {headerRows: 2},
    ],
    ['header cells in the first column', '<tr><th>a<td>b<tr><th>c<td>d', {headerRows: 0, headerColumns: 1}],
    ['both', '<tr><td><th>a<tr><th>b<td>c', {headerRows: 0, rows: {length: 2}}],
    ['no header', '<tr><td>a<td>b', {headerRows: 0}],
    ['a caption', '<caption>The <b>caption</b></caption><tr><td>a<td>b', {caption: 'The caption'}],
    ['alignment', '<tr><th>a<th>b<tr><td align=right>1<td>2', {alignment: ['right', 'none']}],
    [
      'a foot',
      '<tfoot><tr><td>z<td>z</tfoot><tr><td>a<td>b',
      {rows: [{}, {cells: [{value: [{children: [{text: 'z'}]}]}, {}]}]},
    ],
  ])('%s', (_, rows, expected) => {
    expect(tableOf(`<table>${rows}</table>`)).toMatchObject(expected)
  })
})

describe('frames for layout', () => {
  it.each<[string, string, string[]]>([
    ['one cell', '<table><tr><td><p>a</p><p>b</p></table>', ['a', 'b']],
    ['said so', '<table role=presentation><tr><td>a<td>b</table>', ['a', 'b']],
    [
      'a table in a table',
      '<table><tr><td>a<td><table><tr><td>1<td>2</table></table>',
      ['a', 'table [["1","2"]]'],
    ],
    ['headings in a cell', '<table><tr><td>menu<td><h2>t</h2><p>a</p></table>', ['menu', 'h2 t', 'a']],
  ])('%s', (_, html, expected) => {
    expect(view(convert(html).article.body)).toEqual(expected)
  })
})

it('says which cells were repeated', () => {
  const html = '<table><tr><td colspan=2>abc<tr><td>c<td>d</table>'
  const {repairs} = convert(html)
  expect(repairs).toMatchObject([{code: 'table-spans-expanded', ranges: [{start: 25, end: 28}]}])
})
