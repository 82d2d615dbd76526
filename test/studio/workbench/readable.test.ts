import fc from 'fast-check'
import {expect, test} from 'vitest'
import {pageHtml} from '../../../studio/workbench/source/page-html.ts'
import {createReader, findMarkup} from '../../../studio/workbench/source/readable.ts'

const read = (source: string) =>
  createReader(source, findMarkup(source), (reference) => (reference === '&amp;' ? '&' : reference))(
    0,
    source.length,
  )

test('hides markup, and shows what is broken', () => {
  expect(read('<p>One &amp; two</p>< / td>< td> three')).toBe('\nOne & two\n< / td>< td> three')
  expect(read('a<script>let b = 1 < 2</script>c<!-- d -->e')).toBe('ace')
  expect(read('a<script>never closed')).toBe('anever closed')
  expect(read('2 < 3 and 4 > 1')).toBe('2 < 3 and 4 > 1')
})

test('reads the same whole and in pieces', () => {
  const piece = fc.constantFrom('a', ' ', '<b>', '</b>', '<td>', 'x<', '<!-- n -->', '<style>q</style>')
  fc.assert(
    fc.property(fc.array(piece), fc.nat(), (parts, at) => {
      const source = parts.join('')
      const cut = source.length === 0 ? 0 : at % source.length
      const pieces = createReader(source, findMarkup(source), (reference) => reference)
      expect(pieces(0, cut) + pieces(cut, source.length)).toBe(read(source))
    }),
  )
})

test('the page has no script, no address that loads, and the policy first', () => {
  const html = pageHtml('<base href="//x"><script>a()</script><p>Text<img src="http://x/y.png"><link href=z>')
  expect(html).not.toMatch(/a\(\)|<base|<link|\ssrc=/)
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('Text'))
})
