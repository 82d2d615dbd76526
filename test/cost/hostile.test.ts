import {describe, expect, test} from 'vitest'
import {hostileInputs} from '../../bench/support/hostile-inputs.ts'
import {InputError} from '../../ingest/parse/errors.ts'
import {parseScrape} from '../../ingest/parse/parse.ts'
import type {ParseResult} from '../../ingest/parse/types.ts'

const parse = (text: string): ParseResult =>
  parseScrape({
    bytes: new TextEncoder().encode(text),
    origin: 'hostile',
    contentType: 'text/html; charset=utf-8',
  })

/** An answer, or the reason why there is none; anything else is thrown on. */
function outcome(text: string): string {
  try {
    return parse(text).article.body.length > 0 ? 'an article' : 'nothing'
  } catch (error) {
    if (error instanceof InputError) return error.code
    throw error
  }
}

describe('an answer or a typed error comes for', () => {
  test.each(Object.entries(hostileInputs(50_000, 10_000)))('%s', (_, text) => {
    expect(['an article', 'no-article']).toContain(outcome(text))
  })

  test.each(['<script>', '<script></', '<style>', '<textarea>'])('many of %s', (unit) => {
    expect(outcome(`<p>Some words stand here first.</p>${unit.repeat(30_000)}`)).toBe('an article')
  })
})

describe('the full measure', () => {
  const words = '<p>The council met again, and nobody left before the vote.</p>'

  test('100,000 nested elements keep their text', () => {
    const {article, findings} = parse(
      `${words}${'<div>'.repeat(100_000)}deep down${'</div>'.repeat(100_000)}`,
    )
    expect(JSON.stringify(article.body)).toContain('deep down')
    expect(findings.map(({code}) => code)).toContain('depth-capped')
  })

  test('200,000 attributes on one tag', () => {
    const attributes = Array.from({length: 200_000}, (_, index) => `a${index}="${index}"`).join(' ')
    expect(JSON.stringify(parse(`${words}<p ${attributes}>The end.</p>`).article.body)).toContain('The end.')
  })

  test.each(['—', 'photo: ', '( ', '© '])('a caption of 200,000 times %j before its credit', (mark) => {
    const caption = `${mark.repeat(200_000)} Photo: A. One`
    const {article} = parse(`${words}<figure><img src="/a.jpg"><figcaption>${caption}</figcaption></figure>`)
    expect(JSON.stringify(article.body)).toContain('A. One')
  })

  test('a cell that spans a million columns makes no more cells than the text is long', () => {
    const {article} = parse(`${words}<table><tr><td colspan=1000000>a</td></tr><tr><td>b</td></tr></table>`)
    const cells = article.body.flatMap((block) =>
      block._type === 'table' ? block.rows.flatMap((row) => row.cells) : [],
    )
    expect(cells.length).toBeLessThan(10_000)
  })
})
