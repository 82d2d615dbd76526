import {describe, expect, it} from 'vitest'
import {articleMarkdown} from '../../deliver/article/markdown.ts'
import {renderMarkdown} from '../../render/markdown.ts'
import {article} from '../deliver/article.ts'
import {block, bullet, frozen, link, number, table} from './portable-text.ts'

const cases: [name: string, body: unknown, markdown: string][] = [
  ['nothing', null, ''],
  ['headings', [block('A', {style: 'h2'}), block('B', {style: 'h4'})], '## A\n\n#### B\n'],
  [
    'text that looks like markup',
    [block('# a *b* [c](d) <e> `f` | 1. ~g~ &amp;')],
    '\\# a \\*b\\* \\[c]\\(d) \\<e> \\`f\\` | 1. \\~g\\~ \\&amp;\n',
  ],
  ['text that looks like a list', [block('1. a'), block('- b'), block('---')], '1\\. a\n\n\\- b\n\n\\---\n'],
  [
    'marks',
    [
      block([
        ['a', 'strong'],
        ' ',
        ['b', 'em'],
        ' ',
        ['c', 'underline'],
        ' ',
        ['d', 'strike-through'],
        ' ',
        ['e', 'code'],
      ]),
    ],
    '**a** *b* <u>c</u> ~~d~~ `e`\n',
  ],
  [
    'sub and sup',
    [block(['H', ['2', 'sub'], 'O, E=mc', ['2', 'sup']])],
    'H<sub>2</sub>O, E=mc<sup>2</sup>\n',
  ],
  ['space at the end of a mark', [block([['Lead: ', 'strong'], 'text'])], '**Lead:** text\n'],
  ['a mark on space alone', [block(['a', ['  ', 'em'], 'b'])], 'a  b\n'],
  ['a mark inside a word', [block(['x', ['“a”', 'strong'], 'y'])], '&#x78;**“a”**&#x79;\n'],
  ['code in a mark', [block([['a', 'code', 'strong']])], '**`a`**\n'],
  [
    'a link',
    [block([['a', 'l']], {markDefs: [link('https://a.example/(x)', 'T "t"')]})],
    '[a](https://a.example/\\(x\\) "T \\"t\\"")\n',
  ],
  [
    'notes that are numbered as their marks',
    [
      block(['a', ['1', 'sup', 'l'], ' b', ['[2]', 'sup', 'm'], ' c'], {
        markDefs: [link('#n1'), {...link('#n2'), _key: 'm'}],
      }),
      {...number('First.'), _key: 'n1'},
      {...block([['[2]', 'sup'], ' Second.']), _key: 'n2'},
    ],
    'a[^1] b[^2] c\n\n[^1]: First.\n\n[^2]: Second.\n',
  ],
  [
    'notes with signs of their own',
    [
      block(['a', ['*', 'sup', 'l']], {markDefs: [link('#n')]}),
      {...block([['*', 'sup'], ' Note.']), _key: 'n'},
    ],
    'a<sup>\\*</sup>\n\n<sup>\\*</sup> Note.\n',
  ],
  [
    'a note that text follows',
    [block(['a', ['1', 'sup', 'l']], {markDefs: [link('#n')]}), {...number('Note.'), _key: 'n'}, block('b')],
    'a<sup>1</sup>\n\n1. Note.\n\nb\n',
  ],
  ['a script as a link', [block([['a', 'l']], {markDefs: [link('javascript:alert(1)')]})], 'a\n'],
  [
    'line ends',
    [block('a\nb'), block('a\nb', {style: 'h2'}), bullet('c\nd')],
    'a\\\nb\n\n## a b\n\n- c\\\n  d\n',
  ],
  [
    'nested lists',
    [bullet('a'), number('b', 2), number('c', 2), bullet('d'), number('e')],
    '- a\n  1. b\n  2. c\n- d\n\n1. e\n',
  ],
  ['a quotation', [block('a', {style: 'blockquote'}), block('b', {style: 'blockquote'})], '> a\n>\n> b\n'],
  [
    'two quotations',
    [
      block('a', {style: 'blockquote'}),
      block('— Ann Lee', {style: 'blockquote'}),
      block('b', {style: 'blockquote'}),
    ],
    '> a\n>\n> — Ann Lee\n\n> b\n',
  ],
  [
    'a list in a quotation',
    [block('a', {style: 'blockquote'}), block('b', {style: 'blockquote', listItem: 'bullet', level: 1})],
    '> a\n>\n> - b\n',
  ],
  [
    'line ends in a caption',
    [{_type: 'figure', url: 'https://a.example/a', caption: 'a\nb', credit: 'c'}],
    '![](https://a.example/a)\n\n*a\\\nb c*\n',
  ],
  [
    'a table',
    [
      table(
        [
          ['a|b', 'c'],
          ['x\ny', [block('p'), bullet('q'), number('r'), number('s')]],
          ['', 'z'],
        ],
        {caption: 'Cap *t*', alignment: ['left', 'center']},
      ),
    ],
    '*Cap \\*t\\**\n\n| a\\|b | c |\n| :- | :-: |\n| x<br>y | p<br>• q<br>1. r<br>2. s |\n| | z |\n',
  ],
  ['a table without a header', [table([['a'], ['b']], {headerRows: 0})], '| |\n| - |\n| a |\n| b |\n'],
  [
    'a figure',
    [{_type: 'figure', url: 'https://a.example/a.jpg', alt: 'A [d]', caption: 'Cap', credit: 'Cred'}],
    '![A \\[d\\]](https://a.example/a.jpg)\n\n*Cap Cred*\n',
  ],
  ['a figure without an image that can be shown', [{_type: 'figure', alt: 'A dog'}], '*A dog*\n'],
  ['code', [{_type: 'code', code: '```\na', language: 'js'}], '````js\n```\na\n````\n'],
  [
    'an embed',
    [{_type: 'embed', url: 'https://a.example/', caption: 'A\ntalk'}],
    '[A talk](https://a.example/)\n',
  ],
  ['a divider', [block('a'), {_type: 'divider'}, block('b')], 'a\n\n---\n\nb\n'],
]

describe('renderMarkdown', () => {
  it.each(cases)('%s', (_, body, markdown) => {
    expect(renderMarkdown(frozen(body))).toBe(markdown)
  })
})

describe('articleMarkdown', () => {
  it('begins with what stands above the text', () => {
    const whole = article({
      title: 'A *title*\nof two lines',
      subtitle: 'A line below',
      byline: 'By Jane',
      publishedAt: '2026-03-01T23:30:00Z',
      leadImage: {url: 'https://a.example/a.jpg', alt: 'Dog', caption: null, credit: null, image: null},
      body: [],
    })
    expect(articleMarkdown(frozen(whole))).toBe(
      '# A \\*title\\* of two lines\n\n*A line below*\n\nBy Jane · March 1, 2026\n\n![Dog](https://a.example/a.jpg)\n',
    )
  })

  it('leaves out what is not there', () => {
    expect(articleMarkdown(article({title: '', publishedAt: 'some day', byline: null}))).toBe('# Untitled\n')
  })
})
