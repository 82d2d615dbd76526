/** Whole pages of the kinds that a scraper meets, each with the article that it holds: `test/fixtures/page--<kind>/`. */
import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {view} from '../support/convert.ts'

const fixtures = new URL('../../../fixtures/', import.meta.url)

describe.each(readdirSync(fixtures).filter((name) => name.startsWith('page--')))('%s', (name) => {
  const read = (file: string) => readFileSync(new URL(`${name}/${file}`, fixtures))

  it('gives its article: title, subtitle, and a line for each block', () => {
    const {article} = parseScrape({
      bytes: read('input.html'),
      origin: name,
      url: 'https://www.harbour.test/2026/pier',
    })
    const lines = [
      `# ${article.title}`,
      ...(article.subtitle ? [`## ${article.subtitle}`] : []),
      ...view(article.body),
    ]
    expect(lines).toEqual(read('expected.txt').toString().trimEnd().split('\n'))
  })
})
