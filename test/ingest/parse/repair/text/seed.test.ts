import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {inBatch} from '../../../../../ingest/parse/findings/batch.ts'
import type {Repair} from '../../../../../ingest/parse/findings/report.ts'
import {repairText} from '../../../../../ingest/parse/repair/text/index.ts'
import {places} from '../../../../../ingest/parse/trace/places.ts'
import {traced} from '../../../../../ingest/parse/trace/traced-text.ts'

const source = readFileSync(
  new URL('../../../../fixtures/seed--taliban-recognition/input.txt', import.meta.url),
  'utf8',
)
const repairs: Repair[] = []
const repaired = inBatch(
  source,
  (repair) => repairs.push(repair),
  (collect) => repairText(traced(source), collect),
)
const place = places(source)

/** Lines, from 1, with repairs of a code. */
function linesOf(code: string): number[] {
  const ranges = repairs.filter((repair) => repair.code === code).flatMap((repair) => repair.ranges)
  return [...new Set(ranges.map(({start}) => place(start).line))]
}

describe('what the text station finds on the seed article', () => {
  test.each([
    ['filler-dropped', [27]],
    ['markup-text-dropped', [27]],
    ['heading-split', [28]],
    ['table-row-rebuilt', [35]],
    ['table-tail-moved-out', [35]],
    ['punctuation-spacing', [27, 28]],
    ['paragraph-split', [27, 35]],
  ])('%s', (code, lines) => {
    expect(linesOf(code)).toEqual(lines)
  })

  test('remnants of tags, on every line that has some', () => {
    const lines = linesOf('tag-debris-dropped').sort((a, b) => a - b)
    expect(lines).toEqual([20, 21, 22, 23, 25, 26, 27, 28, 29, 30, 33, 34, 35])
  })

  test('a remnant is reported with its tag and its source', () => {
    const remnants = repairs.filter((repair) => repair.code === 'tag-debris-dropped')
    expect(remnants).toContainEqual(
      expect.objectContaining({before: '</ ul>', data: {tag: 'ul', closing: true}}),
    )
    expect(remnants).toContainEqual(
      expect.objectContaining({before: '& lt ;/ li & gt ;', data: {tag: 'li', closing: true}}),
    )
  })
})

test('what comes out has a tag wherever the text tells of one', () => {
  const lines = repaired.value.split('\n')
  expect(lines[0]).toMatch(/^<p>China’s Endorsement .* Geopolitics<\/p>$/)
  expect(repaired.value).toContain('<p>- <b>Cultivate Gradual Reform Incentives:</b> Encourage')
  expect(repaired.value).toMatch(/conflicts\.<\/p> <p ?>Such principled/)
  expect(repaired.value).toContain(
    '<h2>The Broader Impact Of Sino-Russian Support For The Taliban</h2><p>The joint',
  )
  expect(repaired.value).toContain(
    '<p>Kyrgyzstan | Investment influx targeting transport networks | Navigating',
  )
  expect(repaired.value).toContain('neighbors |</p>\n<p>A trilateral cooperation framework')
  expect(repaired.value).not.toMatch(/&\s?(?:lt|gt|nbsp)|<\s|\$|tr >| [.,:]/)
})
