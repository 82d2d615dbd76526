import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {toFindings} from '../../../../ingest/parse/findings/index.ts'
import {createLines} from '../../../../ingest/parse/findings/lines.ts'
import {createReport, repairsOf} from '../../../../ingest/parse/findings/messages.ts'
import type {Repair} from '../../../../ingest/parse/findings/report.ts'

const repair = (start: number, end: number, more: Partial<Repair> = {}): Repair => ({
  code: 'tag-debris-dropped',
  message: 'A remnant of a tag.',
  ranges: [{start, end}],
  ...more,
})

describe('messages', () => {
  it('carry code, place and reason as vfile has them', () => {
    const file = new VFile('one\ntwo</ b>\n')
    createReport(file)(repair(7, 12, {before: '</ b>'}))
    expect(file.messages[0]).toMatchObject({
      ruleId: 'tag-debris-dropped',
      source: 'copydesk',
      reason: 'A remnant of a tag.',
      place: {start: {line: 2, column: 4, offset: 7}, end: {line: 2, column: 9, offset: 12}},
      actual: '</ b>',
    })
    expect(file.messages[0]?.fatal).toBeUndefined()
  })

  it('leave messages of others out of the findings', () => {
    const file = new VFile('text')
    file.message('from elsewhere')
    createReport(file)(repair(0, 1))
    expect(repairsOf(file.messages)).toHaveLength(1)
  })
})

describe('findings', () => {
  const blockSources = [
    {blockKey: 'a', ranges: [{start: 0, end: 10}]},
    {
      blockKey: 'b',
      ranges: [
        {start: 20, end: 30},
        {start: 40, end: 50},
      ],
    },
    {blockKey: 'c', ranges: [{start: 30, end: 40}]},
  ]

  it.each<[string, Repair, string[]]>([
    ['inside a block', repair(2, 4), ['a']],
    ['between blocks', repair(12, 18), []],
    ['up to a block', repair(12, 20), []],
    ['across blocks', repair(5, 35), ['a', 'b', 'c']],
    ['in the second range of a block', repair(45, 46), ['b']],
    ['an empty range in a block', repair(25, 25), ['b']],
    ['known blocks', repair(2, 4, {blockKeys: ['c']}), ['c']],
    ['no place', repair(0, 0, {ranges: []}), []],
  ])('target what their ranges touch: %s', (_, given, keys) => {
    expect(toFindings([given], blockSources)[0]?.targets.map(({blockKey}) => blockKey)).toEqual(keys)
  })

  it('come sorted by place, with keys by code and place', () => {
    const [first, second, third] = toFindings([repair(9, 10), repair(1, 2), repair(1, 2)], [])
    expect([first, second, third].map((finding) => finding?.ranges[0]?.start)).toEqual([1, 1, 9])
    expect(new Set([first?._key, second?._key, third?._key]).size).toBe(3)
    expect(toFindings([repair(9, 10)], [])[0]?._key).toBe(third?._key)
  })

  it('ask for a look where the repair was in doubt', () => {
    const [finding] = toFindings([repair(0, 1, {weight: 'doubtful'})], [])
    expect(finding).toMatchObject({severity: 'warning', action: 'applied-check'})
  })

  it('are notes where sound text may have the same', () => {
    const [finding] = toFindings([repair(0, 1, {code: 'near-duplicate', weight: 'minor'})], [])
    expect(finding).toMatchObject({severity: 'info', action: 'suggested'})
  })
})

it('knows lines and columns', () => {
  const lines = createLines('ab\n\ncd')
  const points = [0, 2, 3, 4, 6, 99].map((offset) => lines.point(offset))
  expect(points.map(({line, column}) => `${line}:${column}`)).toEqual([
    '1:1',
    '1:3',
    '2:1',
    '3:1',
    '3:3',
    '3:3',
  ])
})
