import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {applyOperations} from '../../../../schemas/operations/apply.ts'
import {type ViewBlock, viewOf} from '../article-view.ts'

interface Expected {
  note: string
  /** Whether the damage leaves the traces that a suggestion needs. */
  moves: boolean
  /** The article as it was written. */
  expected: ViewBlock[]
}

const fixtures = new URL('../../../fixtures/', import.meta.url)
const names = readdirSync(fixtures).filter((name) => name.startsWith('displaced--'))

describe('articles whose order a table disturbed', () => {
  for (const name of names) {
    const folder = new URL(`${name}/`, fixtures)
    const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? ''
    const truth = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected
    test(`${name}: ${truth.note}`, () => {
      const {article, findings} = parseScrape({bytes: readFileSync(new URL(input, folder)), origin: input})
      const orders = findings.filter(({code}) => code === 'reading-order')
      expect(orders).toHaveLength(truth.moves ? 1 : 0)
      const applied = applyOperations(
        article.body,
        orders.flatMap(({suggestion}) => suggestion?.ops ?? []),
      )
      expect('body' in applied && viewOf({...article, body: [...applied.body]})).toEqual(truth.expected)
      expect(orders.map(({action, targets}) => [action, targets.length > 0])).toEqual(
        truth.moves ? [['suggested', true]] : [],
      )
    })
  }
})
