import {readFileSync} from 'node:fs'
import {stripVTControlCharacters} from 'node:util'
import {describe, expect, it} from 'vitest'
import {articleHtml, articleMarkdown} from '../../../../ingest/cli/render/article.ts'
import {box} from '../../../../ingest/cli/render/box.ts'
import {renderTerminal} from '../../../../ingest/cli/render/terminal.ts'
import {pad, widthOf, wrap} from '../../../../ingest/cli/render/width.ts'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {convert} from '../../parse/support/convert.ts'

const everything = `<h1>Title</h1><p>A <b>b</b> <em>c</em> <u>d</u> <s>e</s> <code>f</code> x<sup>2</sup>
<a href="https://example.com/" title="t">g</a><br>h &lt; i &amp; j</p><h3>Part</h3>
<ul><li><b>Lead:</b> one<ul><li>two</li></ul></li></ul><ol><li>three</li></ol>
<blockquote><p>said</p><ul><li>listed</li></ul></blockquote>
<table><caption>Cap</caption><thead><tr><th>h1<th>h2</thead><tr><th>r<td align=right>1|2</table>
<table><tr><td>a<td>b</table>
<figure><img src="https://example.com/a.png" alt="Alt"><figcaption>Seen</figcaption></figure>
<iframe src="https://video.example/1"></iframe><pre><code class="language-js">\n\nlet a = 1 &lt; 2</code></pre><hr><p>End.</p>`
const {article} = convert(everything)

it('writes HTML that parses to the same blocks', () => {
  expect(convert(articleHtml(article)).article).toEqual(article)
})

it('writes HTML as a person would', () => {
  expect(articleHtml(article)).toMatchInlineSnapshot(`
    "<h1>Title</h1>
    <p>A <strong>b</strong> <em>c</em> <u>d</u> <s>e</s> <code>f</code> x<sup>2</sup> <a href="https://example.com/" title="t">g</a><br>h &lt; i &amp; j</p>
    <h3 id="section-part">Part</h3>
    <ul><li><strong>Lead:</strong> one<ul><li>two</li></ul></li></ul>
    <ol><li>three</li></ol>
    <blockquote><p>said</p><ul><li>listed</li></ul></blockquote>
    <figure class="table"><div role="region" tabindex="0" aria-labelledby="section-table-1"><table><caption id="section-table-1">Cap</caption><thead><tr><th scope="col">h1</th><th scope="col" align="right">h2</th></tr></thead><tbody><tr><th scope="row">r</th><td align="right">1|2</td></tr></tbody></table></div></figure>
    <figure class="table"><div role="region" tabindex="0" aria-label="Table 2"><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table></div></figure>
    <figure class="image"><img src="https://example.com/a.png" alt="Alt" loading="lazy" decoding="async" referrerpolicy="no-referrer"><figcaption>Seen</figcaption></figure>
    <figure class="embed"><a href="https://video.example/1" rel="noreferrer"><span class="title">https://video.example/1</span> <span class="host">video.example</span></a></figure>
    <pre tabindex="0"><code class="language-js">

    let a = 1 &lt; 2</code></pre>
    <hr>
    <p>End.</p>
    "
  `)
})

it('writes Markdown', () => {
  expect(articleMarkdown(article)).toMatchInlineSnapshot(`
    "# Title

    A **b** *c* <u>d</u> ~~e~~ \`f\` x<sup>2</sup> [g](https://example.com/ "t")\\
    h < i & j

    ### Part

    - **Lead:** one
      - two

    1. three

    > said
    >
    > - listed

    *Cap*

    | h1 | h2 |
    | - | -: |
    | r | 1\\|2 |

    | | |
    | - | - |
    | a | b |

    ![Alt](https://example.com/a.png)

    *Seen*

    [https://video.example/1](https://video.example/1)

    \`\`\`js


    let a = 1 < 2
    \`\`\`

    ---

    End.
    "
  `)
})

describe('the terminal view', () => {
  const bytes = readFileSync(
    new URL('../../../fixtures/seed--taliban-recognition/input.txt', import.meta.url),
  )
  const seed = parseScrape({bytes, origin: 'input.txt'})

  it('shows every kind of block', () => {
    const result = {
      article,
      findings: [],
      blockSources: [],
      partition: [],
      source: everything,
      charset: 'utf-8',
    }
    expect(renderTerminal(result, {columns: 60, color: false})).toMatchInlineSnapshot(`
      "Title

      A b c d e f x2 g
      h < i & j

      ### Part

      • Lead: one
        • two
      1. three

      │ said

      │ • listed

      Cap
      ┌────┬─────┐
      │ h1 │  h2 │
      ├────┼─────┤
      │ r  │ 1|2 │
      └────┴─────┘

      ┌───┬───┐
      │ a │ b │
      └───┴───┘

        Image: https://example.com/a.png
        Alt
        Seen

        Embedded: https://video.example/1

          
          
          let a = 1 < 2

      ────────────────────────────────────────────────────────────

      End.

      No findings.
      "
    `)
  })

  it('fits the terminal, and has colours only where they are wanted', () => {
    const plain = renderTerminal(seed, {columns: 72, color: false})
    expect(plain.split('\n').filter((line) => widthOf(line) > 72)).toEqual([])
    expect(plain).toBe(stripVTControlCharacters(plain))
    const colored = renderTerminal(seed, {columns: 72, color: true})
    expect(colored).not.toBe(plain)
    expect(stripVTControlCharacters(colored)).toBe(plain)
  })

  it('lists findings by severity, each with its line, code, message and a snippet', () => {
    const text = renderTerminal(seed, {columns: 100, color: false})
    expect(text).toMatch(
      /\d+ warnings\n {2}line 13 {2}possible-typo {2}\(suggested\)\n {4}“Xinjian” .*\n {4}> Xinjian\n/,
    )
    expect(text.indexOf(' warnings\n')).toBeLessThan(text.indexOf(' notes\n'))
  })

  it('cannot be steered by what a source holds', () => {
    const result = parseScrape({bytes: Buffer.from('<p>Red \u001b[31m text \u009b2J here</p>'), origin: 'x'})
    const text = renderTerminal(result, {columns: 80, color: false})
    expect([...text].filter((character) => /(?!\n)\p{Cc}/u.test(character))).toEqual([])
  })
})

describe('width', () => {
  it.each<[string, number]>([
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['東京', 4],
    ['👩‍🚀', 2],
    ['\u200b', 0],
  ])('of %s', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })

  it.each<[string, number, string[]]>([
    ['one two three', 7, ['one two', 'three']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['a\nb', 5, ['a', 'b']],
    ['東京都', 4, ['東京', '都']],
    ['', 5, ['']],
  ])('%s in %i columns', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines)
  })

  it('pads to either side', () => {
    expect([pad('a', 3, 'left'), pad('a', 3, 'right'), pad('a', 3, 'center')]).toEqual(['a  ', '  a', ' a '])
  })
})

it('draws boxes no wider than asked, unless columns would be unreadable', () => {
  const rows = [
    ['one two three four', 'five six seven eight nine'],
    ['a', 'b'],
  ]
  const text = box(rows, {width: 30, headerRows: 1, alignment: []})
  expect(Math.max(...text.split('\n').map(widthOf))).toBeLessThanOrEqual(30)
})
