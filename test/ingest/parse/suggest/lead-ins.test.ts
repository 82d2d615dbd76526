import {describe, expect, test} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import type {Finding} from '../../../../ingest/parse/types.ts'

const INTRODUCTION = '<p>The council met until midnight, and nobody left before the vote was counted.</p>'

const findings = (html: string, code: string): Finding[] =>
  parseScrape({
    bytes: new TextEncoder().encode(INTRODUCTION + html),
    origin: 'test',
    contentType: 'text/html',
  }).findings.filter((finding) => finding.code === code)

describe('a lead-in with nothing after it', () => {
  test.each([
    ['at the end', '<p>It was late. Key recommendations include:</p>', 'Key recommendations include:'],
    [
      'before the next section',
      '<p>These are the reasons:</p><h2>Then</h2><p>Nothing else was said.</p>',
      'These are the reasons:',
    ],
  ])('%s', (_, html, sentence) => {
    const found = findings(html, 'dangling-lead-in')
    expect(found.map(({before, action, targets}) => [before, action, targets.length])).toEqual([
      [sentence, 'suggested', 1],
    ])
  })

  test.each([
    ['a list', '<p>These are the reasons:</p><ul><li>One</li></ul>'],
    [
      'a table',
      '<p>These are the figures:</p><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>',
    ],
    ['a quote', '<p>She said:</p><blockquote><p>No.</p></blockquote>'],
    ['a sentence', '<p>She said:</p><p>“Nobody knew about it.”</p>'],
  ])('none where %s follows', (_, html) => {
    expect(findings(html, 'dangling-lead-in')).toEqual([])
  })
})

describe('an item found outside its list', () => {
  const stray =
    '<ul><li>First of the list</li></ul><li>Stray of no list</li><p>Between them a paragraph stands.</p>'

  test('may belong to the list that is announced and does not follow', () => {
    const [found] = findings(`${stray}<p>Key recommendations include:</p>`, 'uncertain-membership')
    expect(found).toMatchObject({action: 'suggested', suggestion: {ops: [{op: 'move'}]}})
    expect(found?.targets).toHaveLength(1)
  })

  test('belongs to the list before it where no other is announced', () => {
    expect(findings(stray, 'uncertain-membership')).toEqual([])
    expect(findings(stray, 'item-reattached')).toHaveLength(1)
  })
})
