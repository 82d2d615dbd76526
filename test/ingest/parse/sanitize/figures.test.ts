import {expect, it} from 'vitest'
import {conserved, parse} from '../../../invariants/check.ts'

const image = '<img src="https://a.test/a.png">'

it.each([
  [
    'a credit, by its class',
    `<figure>${image}<figcaption>The quay. <span class="image-credit">Ann Lee</span></figcaption></figure>`,
    {_type: 'figure', url: 'https://a.test/a.png', caption: 'The quay.', credit: 'Ann Lee'},
  ],
  [
    'a credit alone',
    `<figure>${image}<figcaption><cite class="copyright">© Ann Lee</cite></figcaption></figure>`,
    {_type: 'figure', url: 'https://a.test/a.png', credit: '© Ann Lee'},
  ],
  [
    'a caption that only speaks of credit',
    `<figure>${image}<figcaption>A <span class="accredited">credit</span> line.</figcaption></figure>`,
    {_type: 'figure', url: 'https://a.test/a.png', caption: 'A credit line.'},
  ],
  [
    'an embed as a bare address',
    '<figure class="wp-block-embed"><div>\nhttps://www.youtube.com/watch?v=1\n</div></figure>',
    {_type: 'embed', url: 'https://www.youtube.com/watch?v=1'},
  ],
  [
    'an embed as a card',
    '<figure class="embed"><a href="https://v.test/1"><span class="title">A film</span> <span class="host">v.test</span></a></figure>',
    {_type: 'embed', url: 'https://v.test/1', caption: 'A film'},
  ],
])('%s', (_, html, expected) => {
  const result = parse(`<p>Before.</p>${html}<p>After.</p>`)
  const {_key, ...block} = result.article.body[1] ?? {_key: ''}
  expect(block).toEqual(expected)
  expect(result.article.body).toHaveLength(3)
  expect(conserved(result)).toEqual([])
})

it('a figure of another kind stays what it is', () => {
  const {article} = parse(
    '<figure class="embed"><p>One <a href="https://a.test/">two</a> three.</p><a href="https://b.test/">b</a></figure>',
  )
  expect(article.body.map(({_type}) => _type)).not.toContain('embed')
})
