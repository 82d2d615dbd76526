import {describe, expect, it} from 'vitest'
import {convert, view} from '../support/convert.ts'

/** What each element becomes: HTML, and the blocks as one line each. */
const cases: Record<string, [html: string, blocks: string[]][]> = {
  a: [
    ['<p>See <a href="https://example.com/a">this</a>.</p>', ['See <https://example.com/a>this</>.']],
    [
      '<p><a href="https://e.com/1">a</a><a href="https://e.com/2">b</a></p>',
      ['<https://e.com/1>a</><https://e.com/2>b</>'],
    ],
    ['<p>An <a name="x">anchor</a>, a <a href="#note">note</a>.</p>', ['An anchor, a note.']],
    [
      '<a href="https://e.com/"><p>one</p><p>two</p></a>',
      ['<https://e.com/>one</>', '<https://e.com/>two</>'],
    ],
  ],
  'b, strong, em and their kin': [
    ['<p><b>b</b> <strong>s</strong></p>', ['<strong>b</> <strong>s</>']],
    ['<p><i>i</i> <cite>c</cite> <mark>m</mark></p>', ['<em>i</> <em>c</> <em>m</>']],
    [
      '<p><u>u</u> <ins>i</ins> <s>s</s> <del>d</del></p>',
      ['<underline>u</> <underline>i</> <strike-through>s</> <strike-through>d</>'],
    ],
    ['<p>H<sub>2</sub>O, x<sup>2</sup>, <code>f()</code></p>', ['H<sub>2</>O, x<sup>2</>, <code>f()</>']],
    ['<p><b>a</b><strong>b</strong></p>', ['<strong>ab</>']],
    ['<p><b><i>a</i></b><i><b>b</b></i></p>', ['<strong em>ab</>']],
    ['<p>x<b> y </b>z</p>', ['x <strong>y</> z']],
    ['<p>a<b> </b>b</p>', ['a b']],
    ['<b><p>one</p><p>two</p></b>', ['<strong>one</>', '<strong>two</>']],
    ['<p><b></b>a<i> </i></p>', ['a']],
  ],
  'words at borders': [
    ['<p>Hello<span> </span>world</p>', ['Hello world']],
    ['y<div>d1</div>z', ['y', 'd1', 'z']],
    ['<li><p>p1</p><p>p2</p></li>', ['• p1\np2']],
    ['<p>  a\n\t b  </p>', ['a b']],
    ['<p>one<wbr>two <abbr>three</abbr></p>', ['onetwo three']],
    ['<custom-card>a <x-y>b</x-y></custom-card>', ['a b']],
    ['<section>one<article>two</article></section>', ['one', 'two']],
  ],
  br: [
    ['<p>a<br>b</p>', ['a\nb']],
    ['<p><br>a <br> b<br></p>', ['a\nb']],
    ['<h2>a<br>b</h2>', ['h2 a b']],
  ],
  'h1 to h6': [
    ['<h2>a</h2><h3>b</h3><h4>c</h4><h5>d</h5><h6>e</h6>', ['h2 a', 'h3 b', 'h4 c', 'h4 d', 'h4 e']],
    ['<h2><strong>All bold</strong></h2>', ['h2 All bold']],
    ['<h2>Part <strong>bold</strong></h2>', ['h2 Part <strong>bold</>']],
    ['<h2> </h2><p>&nbsp;</p><p>x</p>', ['x']],
  ],
  'ul, ol': [
    ['<ul><li>a</li><li>b</li></ul>', ['• a', '• b']],
    ['<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>', ['1. a', '  • b', '1. c']],
    ['<ul><li>a</li><ul><li>b</li></ul></ul>', ['• a', '  • b']],
    ['<ul>loose<li>a</li></ul>', ['• loose', '• a']],
    ['<ul><li><b>Lead:</b> text</li></ul>', ['• <strong>Lead:</> text']],
    [
      '<ul><li>a<table><tr><td>1<td>2</table>after</li><li>b</li></ul>',
      ['• a', 'table [["1","2"]]', 'after', '• b'],
    ],
    ['<ul><li></li><li>a</li></ul>', ['• a']],
  ],
  dl: [
    ['<dl><dt>T</dt><dd>D</dd></dl>', ['• <strong>T</> D']],
    ['<dl><dt>T</dt><dd>one</dd><dd>two</dd></dl>', ['• <strong>T</>', '  • one', '  • two']],
    ['<dl><div><dt>A</dt><dt>B</dt><dd>c</dd></div></dl>', ['• <strong>A</>\n<strong>B</> c']],
    [
      '<dl><dt>Is it lit?</dt><dd>Yes.</dd><dd>Since May.</dd></dl>',
      ['<strong>Is it lit?</>', 'Yes.', 'Since May.'],
    ],
    [
      '<dl><dt>Is it lit?</dt><dd>Yes.</dd><dt>Lamp</dt><dd>Oil.</dd></dl>',
      ['• <strong>Is it lit?</> Yes.', '• <strong>Lamp</> Oil.'],
    ],
    ['<dl><dd>only</dd><dd>these</dd></dl>', ['only', 'these']],
  ],
  blockquote: [
    ['<blockquote>one</blockquote>', ['> one']],
    ['<blockquote><p>one</p><p>two</p></blockquote>', ['> one', '> two']],
    ['<blockquote><p>one</p><ul><li>in</li></ul></blockquote>', ['> one', '> • in']],
    ['<p>He said <q>yes</q>.</p>', ['He said “yes”.']],
  ],
  'pre, code': [
    ['<pre>a\n  b\n</pre>', ['code - "a\\n  b"']],
    ['<pre><code class="language-ts">let a</code></pre>', ['code ts "let a"']],
    ['<pre>a<br>b</pre>', ['code - "a\\nb"']],
    ['<p>run <code>a <b>b</b></code> now</p>', ['run <code>a</> <strong code>b</> now']],
  ],
  hr: [['<p>a</p><hr><p>b</p>', ['a', 'divider', 'b']]],
  'img, figure': [
    ['<p><img src="https://e.com/a.png" alt="A"></p>', ['figure https://e.com/a.png | A']],
    ['<p>one<img src="https://e.com/a.png">two</p>', ['one two', 'figure https://e.com/a.png']],
    ['<p>one<br><img src="https://e.com/a.png"><br>two</p>', ['one', 'figure https://e.com/a.png', 'two']],
    [
      '<figure><img src="https://e.com/a.png"><figcaption>Cap <b>tion</b></figcaption></figure>',
      ['figure https://e.com/a.png | Cap tion'],
    ],
    ['<figure><blockquote>q</blockquote><figcaption>by A</figcaption></figure>', ['> q', 'by A']],
    ['<figure><table><tr><td>1<td>2</table><figcaption>c</figcaption></figure>', ['table [["1","2"]]']],
    ['<img src="https://e.com/t.gif" width="1" height="1">x', ['x']],
    [
      '<img src="data:image/gif;base64,R0" data-src="https://e.com/lazy.png">',
      ['figure https://e.com/lazy.png'],
    ],
    ['<img alt="no address">x', ['x']],
  ],
  'iframe, video, audio': [
    ['<iframe src="https://video.example/1"></iframe>', ['embed https://video.example/1']],
    ['<video><source src="https://e.com/v.mp4">old browser</video>', ['embed https://e.com/v.mp4']],
    [
      '<figure><iframe src="https://video.example/1"></iframe><figcaption>c</figcaption></figure>',
      ['embed https://video.example/1 | c'],
    ],
  ],
}

for (const [element, list] of Object.entries(cases)) {
  describe(element, () => {
    it.each(list)('%s', (html, blocks) => {
      expect(view(convert(html).article.body)).toEqual(blocks)
    })
  })
}

describe('the title', () => {
  it.each<[string, {title?: string}, string | undefined, string[]]>([
    ['<h1>T</h1><p>a</p>', {}, 'T', ['a']],
    ['<h1>T</h1><h1>U</h1>', {}, 'T', ['h2 U']],
    ['<p>a</p>', {}, undefined, ['a']],
    ['<p>a</p>', {title: 'Given'}, 'Given', ['a']],
    ['<h2>given </h2><p>a</p>', {title: 'Given'}, 'Given', ['a']],
    ['<p>a</p><h2>Given</h2><h2>Given</h2>', {title: 'Given'}, 'Given', ['a', 'h2 Given']],
    ['<p>a</p><h1>Section</h1>', {title: 'Given'}, 'Given', ['a', 'h2 Section']],
    ['<p>a</p><h1>Given</h1>', {title: 'Given'}, 'Given', ['a']],
  ])('%s with %o', (html, metadata, title, blocks) => {
    const {article} = convert(html, {metadata})
    expect(article.title).toBe(title)
    expect(view(article.body)).toEqual(blocks)
  })
})

it('says that a numbered list does not begin at 1', () => {
  const {repairs} = convert('<ol start="4"><li>a</li></ol>')
  expect(repairs).toMatchObject([{code: 'list-start', before: '4'}])
})

it('knows the source range of each block', () => {
  const html = '<p>Hello <b>wor</b>ld</p>\n<figure><img src="https://e.com/a.png"></figure>'
  const {blockSources} = convert(html)
  const texts = blockSources.map(({ranges}) => ranges.map(({start, end}) => html.slice(start, end)))
  expect(texts).toEqual([['Hello ', 'wor', 'ld'], ['<img src="https://e.com/a.png">']])
})
