import type {Element, Nodes, Root} from 'hast'
import type {Hono} from 'hono'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {createDeliverClient} from '../../deliver/client.ts'
import {createSite} from '../../deliver/site/site.ts'
import {block, bullet, table} from '../render/portable-text.ts'
import {startLake, type TestLake} from './lake.ts'

const BASE = 'https://site.example'
const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>\'</title></style></main>'

let lake: TestLake
let site: Hono
let empty: TestLake
const errors: unknown[] = []

const article = (id: string, slug: string, fields: Record<string, unknown> = {}) => ({
  _type: 'article',
  _id: `article-${id}`,
  title: `Title of ${slug}`,
  slug: {_type: 'slug', current: slug},
  body: [block('Text.')],
  ...fields,
})

beforeAll(async () => {
  lake = await startLake()
  empty = await startLake()
  site = createSite({
    client: lake.site,
    baseUrl: `${BASE}/`,
    title: 'The Site',
    pageSize: 4,
    onError: (error) => errors.push(error),
  })
  const transaction = lake.editor.transaction()
  transaction.create({
    _type: 'topic',
    _id: 'topic-a',
    title: 'Topic A',
    slug: {current: 'a b'},
    description: 'About A.',
  })
  transaction.create({
    _type: 'source',
    _id: 'source-a',
    name: 'The Source',
    domains: ['a.example'],
    trust: 'new',
  })
  transaction.create(
    article('rich', 'rich', {
      subtitle: 'Below the title',
      byline: 'By Ada',
      language: 'ar',
      publishedAt: '2026-03-01T00:00:00Z',
      modifiedAt: '2026-03-05T00:00:00Z',
      canonicalUrl: 'https://origin.example/rich',
      topics: [{_type: 'reference', _key: 't', _ref: 'topic-a'}],
      source: {_type: 'reference', _ref: 'source-a'},
      leadImage: {_type: 'figure', url: 'https://a.example/a.jpg', alt: 'A dog'},
      seo: {title: 'For search', description: 'For search engines.', noIndex: true},
      body: [
        block('Part one', {style: 'h2'}),
        block('Text.'),
        bullet('item'),
        table(
          [
            ['Country', 'Kg'],
            ['Chad', '1'],
            ['Peru', '2'],
          ],
          {caption: 'Exports', headerColumns: 1},
        ),
      ],
    }),
  )
  transaction.create(
    article('hostile', 'hostile', {
      publishedAt: '2026-02-15T00:00:00Z',
      title: HOSTILE,
      subtitle: HOSTILE,
      byline: HOSTILE,
      language: HOSTILE,
      canonicalUrl: 'javascript:alert(1)',
      seo: {title: HOSTILE, description: HOSTILE},
      leadImage: {_type: 'figure', url: 'javascript:alert(1)', alt: HOSTILE, caption: HOSTILE},
      body: [block(HOSTILE), block(HOSTILE, {style: 'h2'})],
    }),
  )
  const dates = {publishedAt: '2026-02-01T00:00:00Z'}
  for (const [index, slug] of ['package.json', 'both', 'both.json', 'a/b?c', 'ünï%', 'plain'].entries()) {
    transaction.create(article(`${index}`, slug, dates))
  }
  await transaction.commit()
})
afterAll(async () => {
  await lake.close()
  await empty.close()
})

const get = (path: string, init?: RequestInit) => site.request(path, init)
const tree = async (path: string): Promise<Root> =>
  unified()
    .use(rehypeParse)
    .parse(await (await get(path)).text())

function all(node: Nodes, name: string): Element[] {
  const found = node.type === 'element' && node.tagName === name ? [node] : []
  return 'children' in node ? [...found, ...node.children.flatMap((child) => all(child, name))] : found
}

function textOf(node: Nodes | undefined): string {
  if (!node) return ''
  return node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''
}

describe('the list', () => {
  it('is paged by a cursor', async () => {
    const first = await tree('/')
    expect(all(first, 'h2').map(textOf)).toHaveLength(4)
    const older = all(first, 'a').find(({properties}) => [properties.rel].flat().includes('next'))
    const second = await tree(`/${older?.properties.href}`)
    expect(all(second, 'h2').map(textOf)).toHaveLength(4)
    expect(new Set([...all(first, 'h2'), ...all(second, 'h2')].map(textOf)).size).toBe(8)
    expect(all(second, 'a').map(textOf)).toContain('Newest')
    expect(all(second, 'a').map(textOf)).not.toContain('Older')
  })

  it('says when nothing is published', async () => {
    const nothing = createSite({client: empty.site, baseUrl: BASE})
    const answer = await nothing.request('/')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Nothing is published yet')
  })

  it('refuses a cursor that is not ours', async () => {
    const answer = await get('/?after=%3Cb%3E')
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('got &quot;&lt;b&gt;&quot;')
  })

  it('shows a topic', async () => {
    const page = await tree('/topics/a%20b')
    expect(all(page, 'h1').map(textOf)).toEqual(['Topic A'])
    expect(all(page, 'h2').map(textOf)).toEqual(['Title of rich'])
    expect((await get('/topics/none')).status).toBe(404)
  })
})

describe('the page of an article', () => {
  it('has an outline, languages, and the words about it', async () => {
    const page = await tree('/articles/rich')
    expect(all(page, 'h1').map(textOf)).toEqual(['Title of rich'])
    expect(all(page, 'h2').map(textOf)).toEqual(['Part one'])
    expect(all(page, 'html')[0]?.properties.lang).toBe('en')
    expect(all(page, 'article')[0]?.properties).toMatchObject({lang: 'ar', dir: 'rtl'})
    expect(all(page, 'time').map(({properties}) => properties.dateTime)).toEqual([
      '2026-03-01T00:00:00.000Z',
      '2026-03-05T00:00:00.000Z',
    ])
    for (const landmark of ['header', 'main', 'footer']) expect(all(page, landmark).length).toBeGreaterThan(0)
    expect(all(page, 'img').every(({properties}) => typeof properties.alt === 'string')).toBe(true)
    expect(all(page, 'title').map(textOf)).toEqual(['For search – The Site'])
  })

  it('has a table that readers of any kind can use', async () => {
    const page = await tree('/articles/rich')
    const [caption] = all(page, 'caption')
    const region = all(page, 'div').find(({properties}) => properties.role === 'region')
    expect(textOf(caption)).toBe('Exports')
    expect(region?.properties).toMatchObject({tabIndex: 0, ariaLabelledBy: [caption?.properties.id]})
    expect(all(page, 'th').map((cell) => [textOf(cell), cell.properties.scope])).toEqual([
      ['Country', 'col'],
      ['Kg', 'col'],
      ['Chad', 'row'],
      ['Peru', 'row'],
    ])
    expect(all(page, 'thead').flatMap((head) => all(head, 'tr'))).toHaveLength(1)
    expect(all(page, 'tbody').flatMap((body) => all(body, 'tr'))).toHaveLength(2)
  })

  it('tells search engines what it is', async () => {
    const page = await tree('/articles/rich')
    const links = all(page, 'link').map(({properties}) => [[properties.rel].flat()[0], properties.href])
    expect(links).toContainEqual(['canonical', 'https://origin.example/rich'])
    expect(links).toContainEqual(['alternate', '/articles/rich.json'])
    const metas = all(page, 'meta').map(({properties}) => [
      properties.name ?? properties.property,
      properties.content,
    ])
    expect(metas).toContainEqual(['robots', 'noindex'])
    expect(metas).toContainEqual(['description', 'For search engines.'])
    expect(metas).toContainEqual(['og:image', 'https://a.example/a.jpg'])
    const [data] = all(page, 'script')
    expect(JSON.parse(textOf(data))).toMatchObject({
      '@type': 'NewsArticle',
      mainEntityOfPage: `${BASE}/articles/rich`,
    })
  })

  it('is safe whatever the article holds', async () => {
    for (const path of ['/articles/hostile', '/']) {
      const page = await tree(path)
      expect(all(page, 'script').filter(({properties}) => properties.type !== 'application/ld+json')).toEqual(
        [],
      )
      expect(all(page, 'img')).toEqual([])
      expect(all(page, 'main')).toHaveLength(1)
      expect(all(page, 'a').map(({properties}) => String(properties.href))).not.toContainEqual(
        expect.stringMatching(/^javascript/i),
      )
      expect(textOf(page)).toContain(HOSTILE)
    }
    const feed = await (await get('/feed.xml')).text()
    expect(feed).not.toMatch(/<script|<img/)
  })
})

describe('formats', () => {
  it('are told apart by the suffix', async () => {
    const json = await get('/articles/rich.json')
    expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await json.json()).toMatchObject({
      version: 1,
      article: {slug: 'rich', url: `${BASE}/articles/rich`},
    })
    const markdown = await get('/articles/rich.md')
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(await markdown.text()).toMatch(/^# Title of rich\n\n\*Below the title\*\n/)
  })

  it.each([
    ['/articles/a%2Fb%3Fc', 200, 'Title of a/b?c'],
    ['/articles/%C3%BCn%C3%AF%25', 200, 'Title of ünï%'],
    ['/articles/package.json.html', 200, 'Title of package.json'],
    ['/articles/package.json.json', 200, '"slug":"package.json"'],
    ['/articles/both.json', 200, '"slug":"both"'],
    ['/articles/both.json.html', 200, 'Title of both.json'],
    ['/articles/none', 404, 'Nothing is published at this address'],
    ['/articles/none.json', 404, '{"error":{"code":"notFound"'],
    ['/articles/none.md', 404, 'Not found.'],
    ['/articles/%FF', 404, 'Nothing is published'],
    ['/none', 404, 'Nothing is published'],
  ])('%s is %i', async (path, status, text) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(text)
  })

  it.each([
    ['/articles/package.json', '/articles/package.json.html'],
    ['/articles/plain.html', '/articles/plain'],
    ['/articles/plain/', '/articles/plain'],
    ['/articles/', '/articles'],
    ['/articles', '/'],
  ])('%s leads to %s', async (path, location) => {
    const answer = await get(path)
    expect([307, 308]).toContain(answer.status)
    expect(answer.headers.get('location')).toBe(location)
  })
})

describe('feeds', () => {
  it.each([
    ['/feed.xml', 'application/rss+xml; charset=utf-8', `<link>${BASE}/articles/package.json.html</link>`],
    ['/feed.json', 'application/feed+json; charset=utf-8', `"url":"${BASE}/articles/plain"`],
    ['/sitemap.xml', 'application/xml; charset=utf-8', `<loc>${BASE}/articles/plain</loc>`],
    ['/robots.txt', 'text/plain; charset=UTF-8', `Sitemap: ${BASE}/sitemap.xml`],
  ])('%s', async (path, type, text) => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    const body = await answer.text()
    expect(body).toContain(text)
    expect(body).not.toContain('/articles/rich<')
  })
})

describe('HTTP', () => {
  it('lets no script run, and nothing be guessed', async () => {
    for (const path of ['/', '/articles/rich', '/articles/rich.json', '/feed.xml', '/none']) {
      const {headers} = await get(path)
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'self'; img-src [^;]*; /,
      )
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('answers 304 to who has it already, until it changes', async () => {
    const first = await get('/articles/plain')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"/)
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const again = await get('/articles/plain', {headers: {'If-None-Match': etag}})
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    await lake.editor.patch('article-5').set({title: 'Corrected'}).commit()
    const changed = await get('/articles/plain', {headers: {'If-None-Match': etag}})
    expect(changed.status).toBe(200)
    expect(await changed.text()).toContain('Corrected')
  })

  it('answers HEAD as GET, without a body', async () => {
    const [head, page] = [await get('/articles/rich', {method: 'HEAD'}), await get('/articles/rich')]
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    expect(head.headers.get('etag')).toBe(page.headers.get('etag'))
  })

  it('refuses to be written to', async () => {
    const answer = await get('/articles/rich', {method: 'POST'})
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
  })

  it.each([
    ['localhost:3334', 200],
    ['desk.localhost', 200],
    ['127.0.0.1', 200],
    ['[::1]:3334', 200],
    ['site.example', 200],
    ['Listed.Example:80', 200],
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['a b', 421],
  ])('answers a Host of %s with %i', async (host, status) => {
    const named = createSite({client: lake.site, baseUrl: BASE, hosts: ['listed.example']})
    const answer = await named.request('/robots.txt', {headers: {Host: host}})
    expect(answer.status).toBe(status)
  })

  it('keeps its styles under a path that changes with them', async () => {
    const page = await tree('/')
    const href = String(
      all(page, 'link').find(({properties}) => [properties.rel].flat()[0] === 'stylesheet')?.properties.href,
    )
    const styles = await get(href)
    expect(styles.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(styles.headers.get('cache-control')).toContain('immutable')
    expect(await styles.text()).toContain('@media print')
  })

  it('lets the origins that it is told of read and frame it', async () => {
    const open = createSite({
      client: lake.site,
      baseUrl: BASE,
      readOrigins: ['https://dev.example'],
      frameAncestors: ['https://desk.example'],
    })
    const allowed = await open.request('/articles/rich.json', {headers: {Origin: 'https://dev.example'}})
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://dev.example')
    expect(allowed.headers.get('vary')).toContain('Origin')
    expect(allowed.headers.get('content-security-policy')).toContain('frame-ancestors https://desk.example')
    const other = await open.request('/articles/rich.json', {headers: {Origin: 'https://evil.example'}})
    expect(other.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('when the lake is not reachable', () => {
  // Nothing listens on a port that was free a moment ago.
  const gone = async () => {
    const closed = await startLake()
    await closed.close()
    const client = createDeliverClient({projectId: 'local', dataset: 'production', apiHost: closed.url})
    return createSite({
      client: client.withConfig({maxRetries: 0}),
      baseUrl: BASE,
      onError: (error) => errors.push(error),
    })
  }

  it.each([
    ['/', 'text/html; charset=UTF-8', 'The content lake is not reachable'],
    ['/articles/rich', 'text/html; charset=UTF-8', 'The content lake is not reachable'],
    ['/articles/rich.json', 'application/json', '"code":"contentLakeUnreachable"'],
    ['/feed.xml', 'text/plain; charset=UTF-8', 'The content lake is not reachable'],
  ])('%s says so', async (path, type, text) => {
    errors.length = 0
    const answer = await (await gone()).request(path)
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('10')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-type')).toBe(type)
    expect(await answer.text()).toContain(text)
    expect(String(errors[0])).toMatch(/^ContentLakeError: The Content Lake could not be read: /)
  })
})

it('names a base address that is none', () => {
  expect(() => createSite({client: lake.site, baseUrl: 'localhost'})).toThrow(
    /Expected `baseUrl` to be an address .* got "localhost"/,
  )
})
