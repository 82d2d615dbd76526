/** The tour shows what comes out, so that it cannot go stale (`node scripts/tour.ts` writes it anew). */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {beforeAll, describe, expect, it} from 'vitest'
import {renderText} from '../../render/text.ts'
import {fillTour, walkPage} from '../../scripts/tour/fill.ts'
import type {Stations} from '../../scripts/tour/stations.ts'

const TOUR = readFileSync(join(import.meta.dirname, '../../docs/tour.md'), 'utf8')

function textOf(html: string): string {
  let text = ''
  visit(unified().use(rehypeParse, {fragment: true}).parse(html), 'text', ({value}) => {
    text += value
  })
  return text
}

/** The letters and digits of a text, so that only words count. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

describe('docs/tour.md', () => {
  it('shows what comes out of each station', () => {
    expect(fillTour(TOUR)).toBe(TOUR)
  })

  it('refuses a marker that names nothing, and misses no output', () => {
    expect(() => fillTour(`${TOUR}\n<!-- shown: nothing -->\n<!-- end -->`)).toThrow('nothing')
    expect(() => fillTour(TOUR.replace('<!-- shown: blocks -->', ''))).toThrow('blocks')
  })
})

describe('the walk of the tour', () => {
  let stations: Stations
  beforeAll(() => {
    stations = walkPage()
  })

  it('ends where the pipeline itself ends', () => {
    const {title = '', body} = stations.result.article
    expect(letters(textOf(stations.safe))).toBe(letters(title + renderText(body)))
  })

  it('shows damage at every station that repairs', () => {
    expect(stations.repaired).not.toBe(stations.decoded)
    expect(stations.structured).not.toBe(stations.chosen)
    expect(stations.result.findings.some(({suggestion}) => suggestion)).toBe(true)
  })
})
