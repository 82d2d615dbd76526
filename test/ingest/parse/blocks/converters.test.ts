/**
 * What today's converters lose between HTML and blocks, row by row, beside what ours gives. Each row says who loses it and
 * what is left there, so that a converter that learns it fails here and can be taken out.
 */
import {describe, expect, it} from 'vitest'
import {convert, rowsView, tableOf, view} from '../support/convert.ts'
import {peers} from '../support/peers.ts'

type Peer = keyof typeof peers

interface Row {
  html: string
  /** Our blocks, as one line each. */
  ours: string[]
  /** What a converter gives instead. */
  lost: Partial<Record<Peer, string>>
}

const both = (text: string): Row['lost'] => ({'@portabletext/html': text, 'block-tools': text})

const rows: Record<string, Row> = {
  'a table is one block': {
    html: '<table><tr><th>a<th>b<tr><td>1<td>2</table>',
    ours: ['table [["a","b"],["1","2"]]'],
    lost: both('normal|a\nnormal|b\nnormal|1\nnormal|2'),
  },
  'spans fill a rectangular grid': {
    html: '<table><tr><th>a<th>b<tr><td rowspan=2>1<td>2<tr><td>3</table>',
    ours: ['table [["a","b"],["1","2"],["1","3"]]'],
    lost: {...both('normal|a\nnormal|b\nnormal|1\nnormal|2\nnormal|3'), 'rehype-remark': 'a\nb\n1\n2\n\n3'},
  },
  'a list in a cell stays in it': {
    html: '<table><tr><td>x<ul><li>p</li><li>q</li></ul><td>y</table>',
    ours: ['table [["x / • p / • q","y"]]'],
    lost: {...both('normal|x\nbullet|p\nbullet|q\nnormal|y'), 'rehype-remark': '\n\nx\np\nq\ny'},
  },
  'a space that is an element of its own': {
    html: '<p>Hello<span> </span>world</p>',
    ours: ['Hello world'],
    lost: both('normal|Helloworld'),
  },
  'paragraphs of an item': {
    html: '<ul><li><p>p1</p><p>p2</p></li></ul>',
    ours: ['• p1\np2'],
    lost: both('bullet|p1p2'),
  },
  'a block after loose text': {html: 'y<div>d1</div>', ours: ['y', 'd1'], lost: both('normal|yd1')},
  'a description list': {
    html: '<dl><dt>T</dt><dd>D</dd></dl>',
    ours: ['• <strong>T</> D'],
    lost: {...both('normal|TD'), 'rehype-remark': 'T\nD'},
  },
  'a quotation of two paragraphs': {
    html: '<blockquote><p>one</p><p>two</p></blockquote>',
    ours: ['> one', '> two'],
    lost: both('blockquote|one\ntwo'),
  },
  'a list in a quotation': {
    html: '<blockquote><p>one</p><ul><li>in</li></ul></blockquote>',
    ours: ['> one', '> • in'],
    lost: both('blockquote|one\n\nbullet|in'),
  },
  'a link that runs code': {
    html: '<p><a href="javascript:alert(1)">x</a></p>',
    ours: ['x'],
    lost: both('normal|x|javascript:alert(1)'),
  },
  'sub, sup and mark': {
    html: '<p>H<sub>2</sub>O x<sup>2</sup> <mark>m</mark></p>',
    ours: ['H<sub>2</>O x<sup>2</> <em>m</>'],
    lost: {
      '@portabletext/html': 'normal|H2O x2 m',
      'block-tools': 'normal|H2O x2 m|sub|sup',
      'rehype-remark': 'H2O x2 \nm',
    },
  },
  'a figure with its caption': {
    html: '<figure><img src="https://e.com/a.png"><figcaption>Cap</figcaption></figure>',
    ours: ['figure https://e.com/a.png | Cap'],
    lost: {...both('normal|Cap'), 'rehype-remark': '(image)\nCap'},
  },
  'a rule': {
    html: '<p>a</p><hr><p>b</p>',
    ours: ['a', 'divider', 'b'],
    lost: both('normal|a\nnormal|b'),
  },
  'no empty block': {
    html: '<p>a</p><p></p><div> </div><p>&nbsp;</p><p>b</p>',
    ours: ['a', 'b'],
    lost: {...both('normal|a\nnormal|\nnormal|\nnormal|b'), 'rehype-remark': 'a\n\u00a0\nb'},
  },
}

describe.each(Object.entries(rows))('%s', (_, {html, ours, lost}) => {
  it('is kept here', () => {
    expect(view(convert(html).article.body)).toEqual(ours)
  })

  it.each(Object.entries(lost) as [Peer, string][])('is lost by %s', (peer, left) => {
    expect(peers[peer](html)).toBe(left)
  })
})

describe('the properties that a table declares', () => {
  const html =
    '<table><caption>Prices</caption><thead><tr><th>Town<th>2023<tbody><tr><th scope=row>Au<td>4<tr><th scope=row>Bern<td>5</table>'

  it('caption, head and row headers are kept here', () => {
    const table = tableOf(html)
    expect(table).toMatchObject({caption: 'Prices', headerRows: 1, headerColumns: 1})
    expect(rowsView(table)).toEqual([
      ['Town', '2023'],
      ['Au', '4'],
      ['Bern', '5'],
    ])
  })

  it.each(['@portabletext/html', 'block-tools'] as const)(
    'the caption is a loose paragraph in %s',
    (peer) => {
      expect(peers[peer](html)).toMatch(/^normal\|Prices\nnormal\|Town/)
    },
  )

  it('the caption is gone in rehype-remark', () => {
    expect(peers['rehype-remark'](html)).not.toContain('Prices')
  })
})

describe('where a numbered list begins', () => {
  const html = '<ol start="4"><li>a</li></ol>'

  it('is reported, since blocks cannot express it', () => {
    expect(convert(html).repairs).toMatchObject([{code: 'list-start', before: '4'}])
  })

  it('is lost without a word by block-tools', () => {
    expect(peers['block-tools'](html)).toBe('number|a')
  })
})

it('keys do not change when a block is put before', () => {
  const keys = (html: string) => convert(html).article.body.map(({_key}) => _key)
  expect(keys('<p>new</p><p>one</p><p>two</p>').slice(1)).toEqual(keys('<p>one</p><p>two</p>'))
})
