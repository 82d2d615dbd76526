/** Pages whose text is in their data only, as programs of the page would show it. */
import {describe, expect, it} from 'vitest'
import {InputError} from '../../../../ingest/parse/errors.ts'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {conserved, provenance} from '../../../invariants/check.ts'
import {view} from '../support/convert.ts'

const paragraphs = Array.from(
  {length: 8},
  (_, index) =>
    `Sentence number ${index} of the article is long enough to be "read" as prose by anyone who reads it & likes it.`,
)
const html = paragraphs.map((text) => `<p>${text.replace('&', '&amp;')}</p>`).join('')
const links = Array.from(
  {length: 9},
  (_, index) => `<li><a href="/n/${index}">Story ${index} of the day</a></li>`,
).join('')
const page = (inner: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Rain</title>${head}</head><body><nav><ul>${links}</ul></nav><div id="app"><p>Loading</p></div>${inner}<footer>All rights reserved</footer></body></html>`
const parse = (source: string) =>
  parseScrape({bytes: Buffer.from(source), origin: 'page', url: 'https://example.com/2026/rain'})

const state = {
  props: {pageProps: {menu: ['Home', 'News'], article: {title: 'Rain', content: html, tags: ['a']}}},
}
const json = (value: unknown): string => JSON.stringify(value).replaceAll('</', '<\\/')
const arc = {
  type: 'story',
  headlines: {basic: 'Rain'},
  content_elements: paragraphs.map((content) => ({type: 'text', content})),
}

const pages: Record<string, string> = {
  'the state of Next.js': page(`<script id="__NEXT_DATA__" type="application/json">${json(state)}</script>`),
  'a state that a script sets': page(`<script>window.__STATE__ = ${json(state)};window.a = 1</script>`),
  'a state as a string that a script reads': page(
    `<script>window.__STATE__ = JSON.parse(${json(JSON.stringify(state))})</script>`,
  ),
  'the same in single quotes': page(
    `<script>var a = [1];window.__STATE__ = JSON.parse('${JSON.stringify(state).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}')</script>`,
  ),
  'JSON-LD, paragraphs on lines': page(
    '',
    `<script type="application/ld+json">${json({'@type': 'NewsArticle', headline: 'Rain', articleBody: paragraphs.join('\n\n')})}</script>`,
  ),
  'the elements of a story, one by one': page(
    `<script>Fusion.globalContent=${json(arc)};Fusion.x={}</script>`,
  ),
  'what a function makes of its arguments (Nuxt 2)': page(
    `<script>window.__NUXT__=(function(a,b,c){return {data:[{post:{title:"Rain",body:c,tag:b}}],state:{a:a}}}(null,"news",${JSON.stringify(html).replaceAll('<', '\\u003C').replaceAll('/', '\\u002F')}));</script>`,
  ),
  'a state that a script sets after functions': page(
    `<script>var f=function(a){return a},g=(function(b){return b})(1);window.__STATE__ = ${json(arc)};</script>`,
  ),
  'escaped brackets': page(
    `<script type="application/json">${JSON.stringify(state).replaceAll('<', '\\u003c')}</script>`,
  ),
  'a beginning that is shown': page(
    `<script type="application/ld+json">${json({'@type': 'NewsArticle', articleBody: paragraphs.join('\n')})}</script>`,
  ).replace('<p>Loading</p>', `<h1>Rain</h1><p>${paragraphs[0]}</p>`),
}

describe('the article is taken from', () => {
  it.each(Object.entries(pages))('%s', (_, source) => {
    const result = parse(source)
    expect(result.article.title).toBe('Rain')
    expect(view(result.article.body)).toEqual(paragraphs)
    expect(result.findings.filter(({code}) => code === 'body-embedded')).toHaveLength(1)
    expect(conserved(result)).toEqual([])
    expect(provenance(result)).toEqual([])
  })
})

describe('the data is left alone', () => {
  it('where the page shows the article', () => {
    const shown = pages['the state of Next.js']?.replace('<p>Loading</p>', `<article>${html}</article>`) ?? ''
    const {article, findings} = parse(shown)
    expect(view(article.body)).toEqual(paragraphs)
    expect(findings.some(({code}) => code === 'body-embedded')).toBe(false)
  })

  it('where it holds several articles', () => {
    const list = {
      items: [1, 2, 3].map((id) => ({id, body: html.replaceAll('number', `no. ${id}.`).repeat(2)})),
    }
    expect(() => parse(page(`<script type="application/json">${json(list)}</script>`))).toThrow(InputError)
  })

  it('where it holds none', () => {
    const words = {messages: Object.fromEntries(paragraphs.map((text, index) => [`error.${index}`, text]))}
    expect(() => parse(page(`<script type="application/json">${json(words)}</script>`))).toThrow(InputError)
  })
})
