/** The invariants of a parse, over every fixture and a table of damage of every kind. */
import {describe, expect, it, test} from 'vitest'
import {
  conserved,
  deterministic,
  fromSource,
  idempotent,
  inert,
  keyed,
  leftAlone,
  parse,
  parseOrRefuse,
  provenance,
} from './check.ts'
import {clean, damaged} from './damage.ts'
import {fixtures} from './fixtures.ts'

const inputs: [string, string][] = [...fixtures, ...damaged, ...clean]

test('there are fixtures', () => {
  expect(fixtures.length).toBeGreaterThan(5)
})

describe.each(inputs)('%s', (_, body) => {
  const result = parse(body)

  it('conserves its text', () => {
    expect(conserved(result)).toEqual([])
  })
  it('knows the source range of each block', () => {
    expect(provenance(result)).toEqual([])
  })
  it('has metadata from the source only', () => {
    expect(fromSource(result)).toEqual([])
  })
  it('has unique keys', () => {
    expect(keyed([result.article, result.findings])).toEqual([])
  })
  it('holds nothing that acts', () => {
    expect(inert(result)).toEqual([])
  })
  it('comes out the same when its own HTML is parsed', () => {
    expect(idempotent(result)).toEqual([])
  })
})

it('comes out the same whatever was parsed before', () => {
  const first = inputs.map(([, body]) => parse(body))
  for (const [index, result] of [...first.entries()].reverse()) {
    expect(deterministic(inputs[index]?.[1] ?? '', result)).toEqual([])
  }
})

describe.each(clean)('clean input: %s', (_, body) => {
  it('is left alone', () => {
    expect(leftAlone(body)).toEqual([])
  })
})

describe('keys', () => {
  it.each(clean)('of other blocks stay when one is put in, taken out or edited: %s', (_, body) => {
    const keysOf = (html: string) => parseOrRefuse(html)?.article.body.map(({_key}) => _key) ?? []
    const keys = keysOf(`<p>First of all.</p>${body}<p>Last of all.</p>`)
    const put = keysOf(`<p>First of all.</p><p>Something new stands here.</p>${body}<p>Last of all.</p>`)
    expect(put.filter((_key, index) => index !== 1)).toEqual(keys)
    expect(keysOf(`<p>First, edited.</p>${body}<p>Last of all.</p>`).slice(1)).toEqual(keys.slice(1))
    expect(keysOf(`${body}<p>Last of all.</p>`)).toEqual(keys.slice(1))
  })
})
