/** Small pieces of damage as it is met, each with the blocks that it must give: `test/fixtures/wild--<slug>/`. */
import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {parseScrape} from '../../ingest/parse/parse.ts'
import {type ViewBlock, viewOf} from '../ingest/parse/article-view.ts'

interface Expected {
  note: string
  expected: ViewBlock[]
}

const fixtures = new URL('../fixtures/', import.meta.url)

describe.each(readdirSync(fixtures).filter((name) => name.startsWith('wild--')))('%s', (name) => {
  const folder = new URL(`${name}/`, fixtures)
  const origin = readdirSync(folder).find((file) => file.startsWith('input.')) ?? 'input'
  const {note, expected} = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected
  const bytes = readFileSync(new URL(origin, folder))

  test(note, () => {
    expect(viewOf(parseScrape({bytes, origin}).article)).toEqual(expected)
  })
})
