import {describe, expect, it} from 'vitest'
import {codesOf, linesOf} from '../support/walk.ts'

const FIRST = 'let lamp = 1;'
const SECOND = 'light(lamp);'
const code = (language: string): string => `code ${language} ${JSON.stringify(`${FIRST}\n${SECOND}`)}`
const around = (html: string): string[] =>
  linesOf(`<p>The lamp is timed.</p>${html}<p>It turns.</p>`).slice(1, -1)

describe('the language of code', () => {
  it.each([
    ['a class with a prefix', `<pre><code class="language-js">${FIRST}\n${SECOND}</code></pre>`],
    ['the same at its pre', `<pre class="lang-js">${FIRST}\n${SECOND}</pre>`],
    ['a bare class', `<pre><code class="hljs js">${FIRST}\n${SECOND}</code></pre>`],
    ['a brush', `<pre class="brush: js; gutter: false">${FIRST}\n${SECOND}</pre>`],
    ['parameters', `<pre data-syntaxhighlighter-params="gutter: false; brush: js">${FIRST}\n${SECOND}</pre>`],
    ['data', `<pre data-lang="js"><code>${FIRST}\n${SECOND}</code></pre>`],
    ['data of the code', `<figure><pre><code data-language="js">${FIRST}\n${SECOND}</code></pre></figure>`],
    ['lang', `<pre lang="js">${FIRST}\n${SECOND}</pre>`],
    ['a frame of GitHub', `<div class="highlight highlight-source-js"><pre>${FIRST}\n${SECOND}</pre></div>`],
    [
      'a frame of Jekyll',
      `<div class="language-js highlighter-rouge"><div class="highlight"><pre>${FIRST}\n${SECOND}</pre></div></div>`,
    ],
    [
      'a frame of Sphinx',
      `<div class="highlight-js notranslate"><div class="highlight"><pre>${FIRST}\n${SECOND}</pre></div></div>`,
    ],
    ['an editor', `<pre class="EnlighterJSRAW" data-enlighter-language="js">${FIRST}\n${SECOND}</pre>`],
  ])('by %s', (_, html) => expect(around(html)).toEqual([code('js')]))

  it.each([
    ['a class of a layout', `<div class="highlight-box"><pre class="wide">${FIRST}\n${SECOND}</pre></div>`],
    ['the language of its words', `<div data-lang="en"><pre lang="en">${FIRST}\n${SECOND}</pre></div>`],
  ])('not by %s', (_, html) => expect(around(html)).toEqual([code('-')]))
})

describe('lines of code in other elements', () => {
  const lines: [what: string, html: string][] = [
    [
      'Quill',
      `<div class="ql-code-block-container"><div class="ql-code-block">${FIRST}</div><div class="ql-code-block">${SECOND}</div></div>`,
    ],
    ['blocks in a pre', `<pre><div>${FIRST}</div><div>${SECOND}</div></pre>`],
    [
      'spans without line breaks',
      `<pre><code><span class="line">${FIRST}</span><span class="line">${SECOND}</span></code></pre>`,
    ],
    [
      'spans with line breaks',
      `<pre><code><span class="line">${FIRST}</span>\n<span class="line">${SECOND}</span></code></pre>`,
    ],
    [
      'numbers in the lines',
      `<pre><span class="lineno">1 </span>${FIRST}\n<span class="lineno">2 </span>${SECOND}</pre>`,
    ],
    ['a list', `<pre><ol class="linenums"><li>${FIRST}</li><li>${SECOND}</li></ol></pre>`],
    [
      'a list of an old highlighter',
      `<div class="dp-highlighter"><ol class="dp-c"><li><span>${FIRST}</span></li><li class="alt"><span>${SECOND}</span></li></ol></div>`,
    ],
    [
      'a table with a cell for all numbers',
      `<div class="syntaxhighlighter"><table><tr><td class="gutter"><div>1</div><div>2</div></td><td class="code"><div class="container"><div class="line"><code>let</code> <code>lamp = 1;</code></div><div class="line"><code>${SECOND}</code></div></div></td></tr></table></div>`,
    ],
    [
      'a table with a row for each line',
      `<table class="highlight"><tr><td class="blob-num" data-line-number="1"></td><td class="blob-code">${FIRST}</td></tr><tr><td class="blob-num" data-line-number="2"></td><td class="blob-code">${SECOND}</td></tr></table>`,
    ],
    [
      'a table of Hexo',
      `<figure class="highlight"><table><tr><td class="gutter"><pre><span class="line">1</span><br><span class="line">2</span><br></pre></td><td class="code"><pre><span class="line">${FIRST}</span><br><span class="line">${SECOND}</span><br></pre></td></tr></table></figure>`,
    ],
    ['code with breaks in a paragraph', `<p><code>${FIRST}<br>${SECOND}</code></p>`],
    [
      'a copy from an editor',
      `<div style="font-family: Menlo, monospace; white-space: pre;"><div><span>${FIRST}</span></div><div><span>${SECOND}</span></div></div>`,
    ],
  ]
  it.each(lines)('%s', (_, html) => expect(around(html)).toEqual([code('-')]))

  it('keeps empty lines and indentation', () => {
    const html =
      '<pre><span class="line">a:</span>\n<span class="line"></span>\n<span class="line">  b</span></pre>'
    expect(around(html)).toEqual(['code - "a:\\n\\n  b"'])
  })

  it('reports numbers that it leaves out', () => {
    expect(codesOf(`<p>The lamp.</p><pre><span class="lineno">1</span>${FIRST}</pre>`)).toContain(
      'region-removed',
    )
  })

  it('takes a table of data for no code', () => {
    expect(
      around(
        '<table class="code"><tr><td>Zone</td><td>Code</td></tr><tr><td>North</td><td>12</td></tr></table>',
      ),
    ).toEqual(['table [["Zone","Code"],["North","12"]]'])
  })
})
