import {expect, test} from 'vitest'
import {renderHtml} from '../../render/html.ts'
import {renderMarkdown} from '../../render/markdown.ts'
import {renderText} from '../../render/text.ts'

const body = [
  {
    _type: 'block',
    _key: 'a',
    style: 'normal',
    markDefs: [],
    children: [
      {_type: 'span', _key: 'b', text: 'If ', marks: []},
      {_type: 'span', _key: 'c', text: 'a_1 < b', marks: ['latex']},
      {_type: 'span', _key: 'd', text: ', then', marks: []},
    ],
  },
  {_type: 'latex', _key: 'e', body: 'c & <script>'},
  {_type: 'latex', _key: 'f', body: ' '},
]

test('formulas are code for those who do not draw them', () => {
  expect(renderHtml(body)).toBe(
    '<p>If <code class="language-math math-inline">a_1 &lt; b</code>, then</p><pre tabindex="0"><code class="language-math math-display">c &amp; &lt;script&gt;</code></pre>',
  )
  expect(renderMarkdown(body)).toBe('If $`a_1 < b`$, then\n\n```math\nc & <script>\n```\n')
  expect(renderText(body)).toBe('If a_1 < b, then\n\nc & <script>')
})
