import {describe, expect, it} from 'vitest'
import {parse} from '../../../invariants/check.ts'

const TEXT = 'The keeper counts the boats each night, and writes their names into the log of the harbour.'

describe('an export of Ghost', () => {
  const exported = (post: object): string =>
    JSON.stringify({db: [{data: {posts: [{id: '1', title: 'The log', status: 'published', ...post}]}}]})
  const lost = (post: object) =>
    parse(exported(post)).findings.filter(
      ({code, severity}) => code === 'image-dropped' && severity === 'warning',
    )

  it.each([
    ['in the text', {html: `<p>${TEXT}</p><img src="__GHOST_URL__/content/a.jpg"><p>${TEXT} So it was.</p>`}],
    ['above the text', {html: `<p>${TEXT}</p>`, feature_image: '__GHOST_URL__/content/a.jpg'}],
  ])('has a finding for an image %s, whose site it does not name', (_, post) => {
    expect(lost(post)).toMatchObject([{message: expect.stringContaining('address of the page is unknown')}])
  })

  it('has none for an image with its address', () => {
    expect(lost({html: `<p>${TEXT}</p>`, feature_image: 'https://a.example/a.jpg'})).toEqual([])
  })
})

it('is no export of Medium where a text only quotes a card and an author of it', () => {
  const card =
    '<div class="graf graf--mixtapeEmbed"><a href="https://a.example/">A map<br><em>All wells</em></a></div>'
  const {article, findings} = parse(
    `<p>${TEXT}</p>${card}<p>${TEXT} So it was.</p><footer>By <a class="p-author h-card" href="https://a.example/ann">Ann Lee</a></footer>`,
  )
  expect(findings.map(({code}) => code)).not.toContain('document-unwrapped')
  expect(article.authors).toBeUndefined()
})
