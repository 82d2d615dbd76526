import {describe, expect, it} from 'vitest'
import {mayHold} from '../../../../../ingest/parse/repair/text/markup/content-model.ts'
import {structureOf} from '../../../../../ingest/parse/repair/text/markup/structure.ts'
import {surveyOf} from '../../../../../ingest/parse/repair/text/markup/survey.ts'
import {traced} from '../../../../../ingest/parse/trace/traced-text.ts'
import {linesOf} from '../../support/walk.ts'

const TABLE =
  '<table>\n<tr>\n<th><p>Boat</p></th>\n<th><p>Crew</p></th>\n</tr>\n<tr>\n<td><p>Heron</p></td>\n<td><p>4</p></td>\n</tr>\n</table>'
const ROWS = 'table [["Boat","Crew"],["Heron","4"]]'

describe('the content model', () => {
  it.each([
    ['figcaption', 'p'],
    ['dd', 'p'],
    ['dd', 'ul'],
    ['dt', 'p'],
    ['caption', 'p'],
    ['summary', 'p'],
    ['summary', 'h3'],
    ['td', 'h3'],
    ['li', 'blockquote'],
    ['blockquote', 'p'],
  ])('lets %s hold %s', (outer, name) => expect(mayHold(outer, name)).toBe(true))

  it.each([
    ['p', 'p'],
    ['p', 'ul'],
    ['h2', 'p'],
    ['pre', 'p'],
    ['li', 'li'],
    ['dt', 'dd'],
    ['dd', 'dt'],
    ['td', 'th'],
    ['td', 'tr'],
    ['summary', 'table'],
  ])('does not let %s hold %s', (outer, name) => expect(mayHold(outer, name)).toBe(false))
})

describe('what HTML allows is no damage', () => {
  const allowed = [
    '<figure><img src="https://e.example/a.jpg">\n<figcaption>\n<p>The quay.</p>\n<p>At dusk.</p>\n</figcaption></figure>',
    '<dl>\n<dt><p>Quay</p></dt>\n<dd><p>A wall.</p>\n<p>For boats.</p></dd>\n</dl>',
    '<details>\n<summary><p>More</p></summary>\n<p>It is old.</p></details>',
    '<details>\n<summary><h3>More</h3></summary>\n<p>It is old.</p></details>',
    '<table><caption><p>Boats</p></caption>\n<tr><td>\n<p>Heron</p>\n</td></tr></table>',
    '<ul>\n<li>\n<blockquote>\n<p>Aye.</p>\n</blockquote>\n</li>\n</ul>',
  ]

  it.each(allowed)('%j', (html) => {
    expect(surveyOf(traced(html)).isDelimited).toBe(true)
    expect(structureOf(traced(`${html}\n${TABLE}`))).toBe('html')
    expect(linesOf(`<p>One boat is left.</p>\n${html}\n${TABLE}`)).toContain(ROWS)
  })

  it('keeps the table whole where another part of the text has lost its tags', () => {
    const damaged = '<p>One boat is left.</p>\n<p>Its crew is old.\n<p>So is she.</p></div>'
    expect(linesOf(`${damaged}\n${TABLE}`)).toEqual([
      'One boat is left.',
      'Its crew is old.',
      'So is she.',
      ROWS,
    ])
  })
})
