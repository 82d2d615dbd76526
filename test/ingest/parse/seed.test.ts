import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {parseScrape} from '../../../ingest/parse/parse.ts'
import type {FindingCode} from '../../../schemas/findings.ts'
import {applyOperations} from '../../../schemas/operations/apply.ts'
import {type ViewBlock, viewOf} from './article-view.ts'

interface Expected {
  expected: ViewBlock[]
  conservative: ViewBlock[]
  findings: {code: FindingCode; action: string; lines: number[]; quote: string}[]
}

const folder = new URL('../../fixtures/seed--taliban-recognition/', import.meta.url)
const bytes = readFileSync(new URL('input.txt', folder))
const truth = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected
const result = parseScrape({bytes, origin: 'input.txt'})
const {article, findings, source} = result

/** Line of an offset, from 1. */
const lineOf = (offset: number): number => source.slice(0, offset).split('\n').length

describe('the seed article', () => {
  test('gives the conservative blocks', () => {
    expect(viewOf(article)).toEqual(truth.conservative)
  })

  test('gives the ideal order once its one suggestion of order is applied', () => {
    const orders = findings.filter(({code}) => code === 'reading-order')
    expect(orders).toHaveLength(1)
    const applied = applyOperations(article.body, orders[0]?.suggestion?.ops ?? [])
    expect('body' in applied && viewOf({...article, body: [...applied.body]})).toEqual(truth.expected)
  })

  describe('has a finding for', () => {
    // One finding may hold many places of one kind, and one expectation may be met by many findings.
    for (const {code, action, lines, quote} of truth.findings) {
      test(`${code}, ${action}: ${quote.slice(0, 60)}`, () => {
        const answering = findings.filter((finding) => finding.code === code && finding.action === action)
        expect(answering).not.toEqual([])
        const found = new Set<number>()
        for (const {ranges} of answering)
          for (const {start, end} of ranges)
            for (let line = lineOf(start); line <= lineOf(end); line++) found.add(line)
        expect([...found]).toEqual(expect.arrayContaining(lines))
      })
    }
  })

  test('leaves the wording to the editor', () => {
    const typos = findings.filter(({code}) => code === 'possible-typo')
    expect(typos.map(({before, after}) => [before, after])).toEqual([
      ['Xinjian', 'Xinjiang'],
      ['Edukational', 'Educational'],
    ])
    for (const {before = '', after = '', ranges, suggestion} of typos) {
      expect(ranges.map(({start, end}) => source.slice(start, end))).toEqual([before])
      const applied = applyOperations(article.body, suggestion?.ops ?? [])
      const text = JSON.stringify('body' in applied && applied.body)
      expect(text).not.toMatch(new RegExp(`${before}\\b`))
      expect(text).toContain(after)
    }
  })

  test('has findings whose targets are blocks of the body', () => {
    const keys = new Set(article.body.map(({_key}) => _key))
    for (const {targets} of findings) for (const {blockKey} of targets) expect(keys).toContain(blockKey)
    for (const {code, targets} of findings)
      if (/reading-order|typo|membership|dangling/.test(code)) expect(targets).not.toEqual([])
  })
})
