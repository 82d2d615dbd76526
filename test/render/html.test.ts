import {describe, expect, it} from 'vitest'
import type {Unknown} from '../../render/body.ts'
import {renderHtml} from '../../render/html.ts'
import {block, bullet, frozen, link, number, table} from './portable-text.ts'

const region = (label: string, inner: string) =>
  `<figure class="table"><div role="region" tabindex="0" ${label}><table>${inner}</table></div></figure>`

const cases: [name: string, body: unknown, html: string][] = [
  ['nothing', null, ''],
  ['no array', {_type: 'block'}, ''],
  ['a paragraph', [block('One < two & "three"')], '<p>One &lt; two &amp; &quot;three&quot;</p>'],
  ['an empty paragraph', [block('  '), block('a')], '<p>a</p>'],
  ['several spaces', [block('a   b')], '<p>a   b</p>'],
  ['a line end', [block('a\nb')], '<p>a<br>b</p>'],
  [
    'headings with ids of their own',
    [block('China’s plan', {style: 'h2'}), block('China’s plan', {style: 'h3'}), block('…', {style: 'h4'})],
    '<h2 id="section-chinas-plan">China’s plan</h2><h3 id="section-chinas-plan-2">China’s plan</h3><h4 id="section-untitled">…</h4>',
  ],
  [
    'headings in other scripts',
    [block('Новости дня', {style: 'h2'})],
    '<h2 id="section-новости-дня">Новости дня</h2>',
  ],
  ['a style that is not known', [block('a', {style: 'h1'})], '<p>a</p>'],
  [
    'marks',
    [
      block([
        ['a', 'strong'],
        ['b', 'em'],
        ['c', 'underline'],
        ['d', 'strike-through'],
        ['e', 'code'],
        ['f', 'sub'],
        ['g', 'sup'],
      ]),
    ],
    '<p><strong>a</strong><em>b</em><u>c</u><s>d</s><code>e</code><sub>f</sub><sup>g</sup></p>',
  ],
  [
    'marks that overlap',
    [
      block([
        ['a', 'strong'],
        ['b', 'strong', 'em'],
        ['c', 'em'],
      ]),
    ],
    '<p><strong>a<em>b</em></strong><em>c</em></p>',
  ],
  ['marks that are not known', [block([['a', 'blink', 'constructor', '__proto__']])], '<p>a</p>'],
  [
    'a link',
    [block([['a', 'l']], {markDefs: [link('https://a.example/?b=1&c="', 'T "t"')]})],
    '<p><a href="https://a.example/?b=1&amp;c=%22" title="T &quot;t&quot;">a</a></p>',
  ],
  [
    'a link in a link',
    [
      block([['a', 'l', 'm']], {
        markDefs: [link('https://a.example/'), {...link('https://b.example/'), _key: 'm'}],
      }),
    ],
    '<p><a href="https://a.example/">a</a></p>',
  ],
  ['a script as a link', [block([['a', 'l']], {markDefs: [link('javascript:alert(1)')]})], '<p>a</p>'],
  ['a relative link', [block([['a', 'l']], {markDefs: [link('/a')]})], '<p>a</p>'],
  [
    'a mark that leads to a note',
    [
      block(['a', ['1', 'sup', 'l'], ['2', 'sup', 'm']], {
        markDefs: [link('#n'), {...link('#o'), _key: 'm'}],
      }),
      {...block('b'), _key: 'n'},
      {...number('c'), _key: 'o'},
    ],
    '<p>a<sup><a href="#section-note-1" role="doc-noteref">1</a><a href="#section-note-2" role="doc-noteref">2</a></sup></p><p id="section-note-1">b</p><ol><li id="section-note-2">c</li></ol>',
  ],
  [
    'a mark whose note is gone',
    [block(['a', ['1', 'sup', 'l']], {markDefs: [link('#n')]})],
    '<p>a<sup>1</sup></p>',
  ],
  [
    'a link whose key is the name of a decorator',
    [block([['a', 'strong']], {markDefs: [{...link('https://a.example/'), _key: 'strong'}]})],
    '<p><a href="https://a.example/">a</a></p>',
  ],
  [
    'nested lists',
    [bullet('a'), number('b', 2), number('c', 2), bullet('d'), number('e')],
    '<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul><ol><li>e</li></ol>',
  ],
  [
    'sublists of different kinds',
    [number('a'), bullet('b', 2), number('c', 2), number('d')],
    '<ol><li>a<ul><li>b</li></ul><ol><li>c</li></ol></li><li>d</li></ol>',
  ],
  [
    'a heading in a list',
    [block('a', {style: 'h3', listItem: 'bullet', level: 1})],
    '<ul><li><h3 id="section-a">a</h3></li></ul>',
  ],
  [
    'a list item as the queries give a paragraph',
    [{...block('a'), listItem: null, level: null, style: null, markDefs: null}],
    '<p>a</p>',
  ],
  [
    'a quotation of two paragraphs',
    [block('a', {style: 'blockquote'}), block('b', {style: 'blockquote'}), block('c')],
    '<blockquote><p>a</p><p>b</p></blockquote><p>c</p>',
  ],
  [
    'two quotations, each with its speaker',
    [
      block('a', {style: 'blockquote'}),
      block([['Ann Lee', 'em']], {style: 'blockquote'}),
      block('b', {style: 'blockquote'}),
      block('— Bo Berg', {style: 'blockquote'}),
      block('c', {style: 'blockquote'}),
    ],
    '<blockquote><p>a</p><p><em>Ann Lee</em></p></blockquote><blockquote><p>b</p><p>— Bo Berg</p></blockquote><blockquote><p>c</p></blockquote>',
  ],
  [
    'a quotation with a sentence in italics',
    [
      block('a', {style: 'blockquote'}),
      block([['So it is.', 'em']], {style: 'blockquote'}),
      block('b', {style: 'blockquote'}),
    ],
    '<blockquote><p>a</p><p><em>So it is.</em></p><p>b</p></blockquote>',
  ],
  [
    'a list in a quotation',
    [
      block('a', {style: 'blockquote'}),
      block('b', {style: 'blockquote', listItem: 'bullet', level: 1}),
      block('c', {style: 'blockquote', listItem: 'number', level: 2}),
      bullet('d'),
    ],
    '<blockquote><p>a</p><ul><li>b<ol><li>c</li></ol></li></ul></blockquote><ul><li>d</li></ul>',
  ],
  [
    'a table with a caption, header rows and columns, and alignment',
    [
      table(
        [
          ['', 'Kg'],
          ['Salt', '1'],
          ['Rice', ''],
        ],
        {caption: 'Stock', headerColumns: 1, alignment: ['none', 'right']},
      ),
    ],
    region(
      'aria-labelledby="section-table-1"',
      '<caption id="section-table-1">Stock</caption>' +
        '<thead><tr><td></td><th scope="col" align="right">Kg</th></tr></thead>' +
        '<tbody><tr><th scope="row">Salt</th><td align="right">1</td></tr>' +
        '<tr><th scope="row">Rice</th><td align="right"></td></tr></tbody>',
    ),
  ],
  [
    'tables without a caption are numbered',
    [table([['a']], {headerRows: 0}), table([['b']], {headerRows: 5})],
    region('aria-label="Table 1"', '<tbody><tr><td>a</td></tr></tbody>') +
      region('aria-label="Table 2"', '<thead><tr><th scope="col">b</th></tr></thead>'),
  ],
  [
    'a ragged table is filled up',
    [table([['a', 'b'], ['c']], {headerRows: null})],
    region(
      'aria-label="Table 1"',
      '<tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></tbody>',
    ),
  ],
  [
    'a cell with several blocks',
    [table([[[block([['a', 'strong']]), bullet('b'), block('c', {style: 'h2'})]]], {headerRows: 0})],
    region(
      'aria-label="Table 1"',
      '<tbody><tr><td><p><strong>a</strong></p><ul><li>b</li></ul><p>c</p></td></tr></tbody>',
    ),
  ],
  ['a table without cells', [table([[]], {caption: 'Left over'})], '<p>Left over</p>'],
  [
    'a figure at its source',
    [{_type: 'figure', url: 'https://a.example/a.jpg', alt: 'A "dog"', caption: 'Caption', credit: 'Credit'}],
    '<figure class="image"><img src="https://a.example/a.jpg" alt="A &quot;dog&quot;" loading="lazy" decoding="async" referrerpolicy="no-referrer"><figcaption>Caption <span class="credit">Credit</span></figcaption></figure>',
  ],
  [
    'an uploaded figure wins',
    [
      {
        _type: 'figure',
        url: 'https://a.example/a.jpg',
        image: {url: 'https://b.example/b.jpg', width: 300, height: 150},
      },
    ],
    '<figure class="image"><img src="https://b.example/b.jpg?w=300&amp;auto=format" srcset="https://b.example/b.jpg?w=300&amp;auto=format 300w" sizes="100vw" alt="" width="300" height="150" loading="lazy" decoding="async" referrerpolicy="no-referrer"></figure>',
  ],
  [
    'a figure without an image that can be shown',
    [{_type: 'figure', url: '../a.jpg', alt: 'A dog'}],
    '<figure class="image"><figcaption>A dog</figcaption></figure>',
  ],
  ['an empty figure', [{_type: 'figure'}], ''],
  [
    'line ends in a caption, a credit and an alternative text',
    [
      {_type: 'figure', caption: 'a\n<b>', credit: 'c\nd'},
      {_type: 'figure', alt: 'e\nf'},
    ],
    '<figure class="image"><figcaption>a<br>&lt;b&gt; <span class="credit">c<br>d</span></figcaption></figure><figure class="image"><figcaption>e<br>f</figcaption></figure>',
  ],
  [
    'line ends in the caption of a table',
    [table([['a']], {caption: 'b\nc', headerRows: 0})],
    region(
      'aria-labelledby="section-table-1"',
      '<caption id="section-table-1">b<br>c</caption><tbody><tr><td>a</td></tr></tbody>',
    ),
  ],
  [
    'code',
    [{_type: 'code', code: '<a>\n  b', language: 'c++'}],
    '<pre tabindex="0"><code class="language-c++">&lt;a&gt;\n  b</code></pre>',
  ],
  [
    'code in no language',
    [{_type: 'code', code: 'a', language: 'x" y'}],
    '<pre tabindex="0"><code>a</code></pre>',
  ],
  [
    'an embed',
    [{_type: 'embed', url: 'https://www.video.example/1', caption: 'A talk'}],
    '<figure class="embed"><a href="https://www.video.example/1" rel="noreferrer"><span class="title">A talk</span> <span class="host">video.example</span></a></figure>',
  ],
  [
    'an embed that must not be linked',
    [{_type: 'embed', url: 'data:text/html,x', caption: 'A talk'}],
    '<p>A talk</p>',
  ],
  ['a divider', [{_type: 'divider', style: 'rule'}], '<hr>'],
  [
    'types that are not known',
    [{_type: 'script', text: 'a'}, {_type: 'constructor'}, 7, null, block('b')],
    '<p>b</p>',
  ],
  ['control characters', [block('a\u0000\u0007\uD800b\r\nc')], '<p>a\uFFFDb<br>c</p>'],
]

describe('renderHtml', () => {
  it.each(cases)('%s', (_, body, html) => {
    expect(renderHtml(frozen(body))).toBe(html)
  })

  it('takes a level that nobody wrote', () => {
    const html = renderHtml([bullet('a', 1e9), bullet('b', -3), bullet('c', Number.NaN)])
    expect(html.match(/<ul>/g)).toHaveLength(10)
  })

  it('says what it leaves out', () => {
    const unknown: Unknown[] = []
    const inline = {...block('a'), children: [{_type: 'span', text: 'a', marks: ['blink']}, {_type: 'emoji'}]}
    renderHtml([{_type: 'poll'}, inline], {onUnknown: (each) => unknown.push(each)})
    expect(unknown).toEqual([
      {kind: 'block', type: 'poll'},
      {kind: 'mark', type: 'blink'},
      {kind: 'inline object', type: 'emoji'},
    ])
  })

  it('takes components of the caller, and keeps ours', () => {
    const html = renderHtml([block([['a', 'strong']]), {_type: 'divider'}], {
      components: {types: {divider: () => '<hr class="wide">'}},
    })
    expect(html).toBe('<p><strong>a</strong></p><hr class="wide">')
  })

  it('puts a separator between blocks', () => {
    const html = renderHtml([block('a'), bullet('b'), bullet('c'), {_type: 'divider'}], {separator: '\n'})
    expect(html).toBe('<p>a</p>\n<ul><li>b</li><li>c</li></ul>\n<hr>')
  })

  it('takes a prefix for ids', () => {
    const html = renderHtml([block('A', {style: 'h2'})], {idPrefix: 'x-'})
    expect(html).toBe('<h2 id="x-a">A</h2>')
  })
})
