import {describe, expect, it} from 'vitest'
import {linesOf, walk} from '../support/walk.ts'

describe('emphasis by style', () => {
  it.each([
    ['<span style="font-weight:700">Heron</span>', '<strong>Heron</>'],
    ['<span style="font-weight: bold !important">Heron</span>', '<strong>Heron</>'],
    ['<span style="font-style:italic">Heron</span>', '<em>Heron</>'],
    ['<span style="color: red; text-decoration: underline">Heron</span>', '<underline>Heron</>'],
    ['<span style="text-decoration:line-through">Heron</span>', '<strike-through>Heron</>'],
    ['<span style="text-decoration-line: line-through">Heron</span>', '<strike-through>Heron</>'],
    ['<font style="font-weight:bold;font-style:italic">Heron</font>', '<strong em>Heron</>'],
    ['<span style="vertical-align:super">2</span>', '<sup>2</>'],
    ['<span class="line-through">Heron</span>', '<strike-through>Heron</>'],
    ['<b style="font-weight:normal">Heron</b>', 'Heron'],
    ['<span style="font-weight:400;font-style:normal;text-decoration:none">Heron</span>', 'Heron'],
    ['<a href="https://e.example/a"><span>Heron</span></a>', '<https://e.example/a>Heron</>'],
    [
      '<a href="https://e.example/a" style="text-decoration: underline">Heron</a>',
      '<https://e.example/a>Heron</>',
    ],
  ])('%s', (html, line) => {
    expect(linesOf(`<p>The ${html} sailed at noon.</p>`)).toEqual([`The ${line} sailed at noon.`])
  })

  it('strikes a whole paragraph', () => {
    expect(linesOf('<p style="text-decoration: line-through">It was cheap.</p><p>It is not.</p>')).toEqual([
      '<strike-through>It was cheap.</>',
      'It is not.',
    ])
  })
})

describe('readings are in brackets', () => {
  it.each([
    ['<ruby>港<rt>みなと</rt></ruby>の船', '港（みなと）の船'],
    ['<ruby>港<rp>（</rp><rt>みなと</rt><rp>）</rp></ruby>の船', '港（みなと）の船'],
    ['<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>', '東（とう）京（きょう）'],
    ['<ruby>quay<rt>ki</rt></ruby> it is', 'quay (ki) it is'],
    ['<ruby>港<rt></rt></ruby>の船', '港の船'],
  ])('%s', (html, line) => expect(linesOf(`<p>${html}</p>`)).toEqual([line]))
})

describe('lines that only the source wraps', () => {
  it.each([
    ['新的\n信号站，\n很高。', '新的信号站，很高。'],
    ['新的 信号站', '新的 信号站'],
    ['みなとの\n  船', 'みなとの船'],
    ['the new\nstation', 'the new station'],
    ['新的\nABC', '新的 ABC'],
    ['새로운\n신호소', '새로운 신호소'],
  ])('%j', (html, line) => expect(linesOf(`<p>${html}</p><p>第二段落。</p>`)[0]).toBe(line))
})

describe('verse', () => {
  it.each([
    [
      'lines by style',
      '<p><span style="display:block">The fog came in,</span><span style="display:block">the horn was heard.</span></p>',
    ],
    [
      'lines by class',
      '<div class="stanza"><span class="line">The fog came in,</span>\n<span class="line">the horn was heard.</span></div>',
    ],
    [
      'blocks with the class of a line',
      '<div class="poem"><div class="stanza"><div class="line">The fog came in,</div>\n<div class="line">the horn was heard.</div></div></div>',
    ],
    [
      'blocks in what is named as verse',
      '<div class="entry-poem poem"><div>The fog came in,</div><div>the horn was heard.</div></div>',
    ],
    [
      'lines with breaks',
      '<p><span class="line">The fog came in,</span><br><span class="line">the horn was heard.</span></p>',
    ],
  ])('%s', (_, html) => {
    expect(linesOf(`<p>She read it aloud.</p>${html}`)).toEqual([
      'She read it aloud.',
      'The fog came in,\nthe horn was heard.',
    ])
  })

  it('leaves a line among other words', () => {
    expect(
      linesOf('<p>A <span class="line">line</span> and <span class="line">another</span> one.</p>'),
    ).toEqual(['A line and another one.'])
  })
})

describe('who said it belongs to the quotation', () => {
  const quote = ['Before it.', '> Rain is good.']
  it.each([
    ['cite in it', '<blockquote><p>Rain is good.</p><cite>Ann Lee</cite></blockquote>', '> <em>Ann Lee</>'],
    ['cite after it', '<blockquote>Rain is good.</blockquote><cite>Ann Lee</cite>', '> <em>Ann Lee</>'],
    ['footer', '<blockquote><p>Rain is good.</p><footer>— Ann Lee</footer></blockquote>', '> — Ann Lee'],
    [
      'figcaption',
      '<figure><blockquote><p>Rain is good.</p></blockquote><figcaption>— Ann Lee</figcaption></figure>',
      '> — Ann Lee',
    ],
    ['a dash and a name, loose', '<blockquote>Rain is good.</blockquote> - Ann Lee', '> - Ann Lee'],
    [
      'a pull quote',
      '<div class="pullquote"><blockquote>Rain is good.</blockquote><p class="attribution">Ann Lee</p></div>',
      '> Ann Lee',
    ],
  ])('%s', (_, html, line) => {
    expect(linesOf(`<p>Before it.</p>${html}<p>After it all.</p>`)).toEqual([...quote, line, 'After it all.'])
  })

  it('makes a pull quote without a quotation one', () => {
    expect(
      linesOf(
        '<p>Before it.</p><div class="pull-quote">Rain is good for the pears.</div><p>After it all.</p>',
      ),
    ).toEqual(['Before it.', '> Rain is good for the pears.', 'After it all.'])
  })

  it('leaves a sentence that follows', () => {
    const html = '<blockquote>Rain is good.</blockquote><p>— That was all. He left.</p>'
    expect(linesOf(`<p>Before it.</p>${html}`)).toEqual([...quote, '— That was all. He left.'])
  })
})

describe('tables by role, style and class', () => {
  const table = 'table [["Boat","Crew"],["Heron","4"]]'
  const rows = (row: string, head: string, cell: string): string =>
    `<div ${row}><div ${head}>Boat</div><div ${head}>Crew</div></div><div ${row}><div ${cell}>Heron</div><div ${cell}>4</div></div>`
  it.each([
    [
      'roles',
      `<div role="table"><div role="rowgroup">${rows('role="row"', 'role="columnheader"', 'role="cell"')}</div></div>`,
    ],
    ['a grid', `<div role="grid">${rows('role="row"', 'role="columnheader"', 'role="gridcell"')}</div>`],
    [
      'display',
      `<div style="display:table">${rows('style="display: table-row"', 'style="display: table-cell"', 'style="display: table-cell"')}</div>`,
    ],
    [
      'Slate',
      `<div data-slate-type="table">${rows('data-slate-type="tr"', 'data-slate-type="th"', 'data-slate-type="td"')}</div>`,
    ],
  ])('%s', (_, html) => expect(linesOf(`<p>Before it.</p>${html}`)).toEqual(['Before it.', table]))

  it('a role without rows is a layout', () => {
    expect(linesOf('<div role="table"><p>The boat is old.</p><p>So is she.</p></div>')).toEqual([
      'The boat is old.',
      'So is she.',
    ])
  })

  it.each([
    ['style', 'style="text-align: right"'],
    ['class of Gutenberg', 'class="has-text-align-right" data-align="right"'],
    ['class of Bootstrap', 'class="text-end"'],
  ])('aligned by %s', (_, attribute) => {
    const html = `<table><tr><th>Boat</th><th>Crew</th></tr><tr><td>Heron</td><td ${attribute}>4</td></tr></table>`
    const [block] = walk(html).article.body
    expect(block?._type === 'table' && block.alignment).toEqual(['none', 'right'])
  })
})
