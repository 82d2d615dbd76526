import {describe, expect, test} from 'vitest'
import {dropTeasers} from '../../../../../ingest/parse/repair/tree/rules/noise/drop-teasers.ts'
import {fragment, outcome} from './fragment.ts'

const before = '<p>The ferry was late again on Monday.</p>'
const after = '<p>The crossing takes forty minutes.</p>'
const run = (list: string, intro = before): string =>
  outcome(dropTeasers, fragment(intro + list + after)).html

describe('teasers go', () => {
  test.each([
    [
      'a list of nothing else',
      '<ul><li>7 reasons to learn knitting</li><li>Watch: a goat on a roof</li></ul>',
      '',
    ],
    [
      'one headline among them that gives nothing away',
      '<ul><li>7 reasons to learn knitting</li><li>A goat on a roof</li><li>Why everyone is wearing clogs</li></ul>',
      '',
    ],
    [
      'at the end of a list they ran into',
      '<ul><li>The pier needs new planks.</li><li>5 Dinge für den Garten</li><li>Video: Ziege auf dem Dach</li></ul>',
      '<ul><li>The pier needs new planks.</li></ul>',
    ],
    [
      'between items of the article',
      '<ul><li>The pier needs planks.</li><li>5 cosas del huerto</li><li>Fotos: una cabra</li><li>So does the ramp.</li></ul>',
      '<ul><li>The pier needs planks.</li><li>So does the ramp.</li></ul>',
    ],
  ])('%s', (_, list, rest) => {
    expect(run(list)).toBe(before + rest + after)
  })
})

describe('an article’s own list stays', () => {
  test.each([
    ['announced', '<ul><li>7 reasons to learn knitting</li><li>Watch: a goat</li></ul>', '<p>The talks:</p>'],
    [
      'of its parts, whose words come again',
      '<ul><li>5 facts on every ferry</li><li>Why people like the crossing</li><li>What you need to know on Monday</li></ul>',
      undefined,
    ],
    ['of sentences', '<ul><li>10 things broke.</li><li>Why people stayed is unclear.</li></ul>', undefined],
    ['with one teaser', '<ul><li>Watch: wound daily</li><li>Clock: wound weekly</li></ul>', undefined],
    ['of plain items', '<ul><li>Rope, 40 m</li><li>Tar</li><li>Two anchors</li></ul>', undefined],
  ])('%s', (_, list, intro) => {
    expect(run(list, intro)).toBe((intro ?? before) + list + after)
  })
})
