import {expect, test} from 'vitest'
import type {BodyBlock} from '../../../../schemas/body.ts'
import {conserved, idempotent, inert, parse, provenance} from '../../../invariants/check.ts'

const first =
  'The council of the valley met on Monday in the old mill, and every seat in the room was taken before the doors were shut.'
const last =
  'Their neighbours said that the water has risen each spring since the dam was built, and that nobody had counted the boats.'
const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>The mill</title></head><body><nav><a href="/">Home</a></nav><article><h1>The mill</h1><p>${first}</p>${body}<p>${last}</p></article></body></html>`

/** A formula in a line as `$x$`, one of its own as `$$x$$`. */
function lineOf(block: BodyBlock): string {
  if (block._type === 'latex') return `$$${block.body}$$`
  if (block._type === 'table')
    return block.rows
      .map(({cells}) => cells.map(({value}) => value.map(lineOf).join()).join(' | '))
      .join(' / ')
  if (block._type !== 'block') return block._type
  return block.children.map(({text, marks}) => (marks.includes('latex') ? `$${text}$` : text)).join('')
}

const speed =
  '<semantics><mrow><mi>v</mi><mo>=</mo><mfrac><mi>s</mi><mi>t</mi></mfrac></mrow><annotation encoding="application/x-tex">v = \\frac{s}{t}</annotation></semantics>'
const cases: readonly [kind: string, body: string, lines: readonly string[]][] = [
  [
    'KaTeX: MathML and boxes',
    `<p>Speed is <span class="katex"><span class="katex-mathml"><math>${speed}</math></span><span class="katex-html" aria-hidden="true"><span>v</span><span>=</span><span>s</span><span>t</span></span></span>, she said.</p>`,
    ['Speed is $v = \\frac{s}{t}$, she said.'],
  ],
  [
    'KaTeX on a line of its own',
    `<p>Speed is <span class="katex-display"><span class="katex"><math display="block">${speed}</math><span class="katex-html" aria-hidden="true">vst</span></span></span> where t is time.</p>`,
    ['Speed is', '$$v = \\frac{s}{t}$$', 'where t is time.'],
  ],
  [
    'MathJax 2: a preview, boxes and a script',
    '<p>Speed is <span class="MathJax_Preview">v</span><span class="MathJax"><span>v=s/t</span></span><script type="math/tex">v = s/t</script>, she said.</p><script type="math/tex; mode=display">E = mc^2</script>',
    ['Speed is $v = s/t$, she said.', '$$E = mc^2$$'],
  ],
  [
    'MathJax 3: boxes and MathML without TeX',
    '<p>Speed is <mjx-container class="MathJax"><mjx-math aria-hidden="true"><mjx-mi>v</mjx-mi></mjx-math><mjx-assistive-mml><math><mi>v</mi><mo>=</mo><mfrac><mi>s</mi><mi>t</mi></mfrac></math></mjx-assistive-mml></mjx-container>, she said.</p>',
    ['Speed is $v = \\frac{s}{t}$, she said.'],
  ],
  [
    'a wiki: hidden MathML and an image',
    '<p>Speed is <span class="mwe-math-element"><span style="display: none"><math alttext="\\displaystyle v"><mi>v</mi></math></span><img src="https://img.example/v.svg" class="mwe-math-fallback-image-inline" aria-hidden="true" alt="\\displaystyle v"></span>, she said.</p>',
    ['Speed is $\\displaystyle v$, she said.'],
  ],
  [
    'plain MathML',
    '<p>It is <math><msub><mi>x</mi><mn>1</mn></msub><mo>+</mo><msqrt><mi>y</mi></msqrt><mo>&lt;</mo><mi>sin</mi><mi>π</mi></math> at most.</p>',
    ['It is $x_{1} + \\sqrt{y} < \\mathrm{sin} π$ at most.'],
  ],
  [
    'images, by class and by service',
    '<p>It is <img class="latex" src="/a.png" alt="E=mc^2"> and <img src="https://latex.codecogs.com/svg.latex?x_1" alt="">.</p>',
    ['It is $E=mc^2$ and $x_1$.'],
  ],
  [
    'attributes of editors',
    '<p>It is <span class="ql-formula" data-value="e=mc^2"></span> or <span data-type="inline-math" data-latex="x^2"></span>.</p><div data-type="block-math" data-latex="y^2"></div><div class="latex-rendered" data-attrs="{&quot;persistentExpression&quot;:&quot;z \\\\pi&quot;}"></div>',
    ['It is $e=mc^2$ or $x^2$.', '$$y^2$$', '$$z \\pi$$'],
  ],
  [
    'text between delimiters, where the element says what it is',
    '<p>It is <code class="language-math math-inline">y</code> or <span class="math-tex">\\(x_1\\)</span>.</p><pre><code class="language-math math-display">y^2</code></pre>',
    ['It is $y$ or $x_1$.', '$$y^2$$'],
  ],
  [
    'delimiters of TeX in running text',
    '<p>Take \\(f(x) = x^2\\) and <b>\\(a &lt; b\\)</b> first.</p><p>\\[ \\int_0^1 x\\,dx \\]</p><div>$$E = mc^2$$</div>',
    ['Take $f(x) = x^2$ and $a < b$ first.', '$$\\int_0^1 x\\,dx$$', '$$E = mc^2$$'],
  ],
  [
    'what only looks like a delimiter',
    '<p>It cost $$ and more $$ than $5, \\(they said\\).</p>',
    ['It cost $$ and more $$ than $5, \\(they said\\).'],
  ],
  [
    'in a cell, a heading and an item',
    '<table><tr><th>Name</th><th>Law</th></tr><tr><td>Ohm</td><td><math><mi>U</mi></math></td></tr></table><h2>Of <math><mi>x</mi></math></h2><ul><li>One <math><mi>y</mi></math></li></ul>',
    ['Name | Law / Ohm | $U$', 'Of $x$', 'One $y$'],
  ],
  [
    'an image that is no formula',
    '<p>It is <img class="tex" src="https://img.example/a.png" alt="A boat"> here.</p>',
    ['It is here.', 'figure'],
  ],
]

test.each(cases)('%s', (_, body, lines) => {
  const result = parse(page(body))
  expect(result.article.body.map(lineOf)).toEqual([first, ...lines, last])
  expect([...conserved(result), ...provenance(result), ...inert(result)]).toEqual([])
  expect(idempotent(result)).toEqual([])
})

test('TeX that was made of MathML asks for a look', () => {
  const finding = parse(page('<p>It is <math><mi>x</mi></math>.</p>')).findings.find(
    ({code}) => code === 'formula-read',
  )
  expect(finding?.severity).toBe('warning')
})
