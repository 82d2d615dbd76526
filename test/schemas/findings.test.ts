import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {FINDINGS, findingKindOf, findingTitleOf} from '../../schemas/findings.ts'
import {filesIn, ROOT} from '../house/import-graph.ts'

const all = Object.entries(FINDINGS)

describe('the catalogue of findings', () => {
  it.each(all)('describes %s in a title and sentences', (code, {title, description}) => {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(title).toMatch(/^[A-Z].{3,39}[^.]$/)
    expect(description).toMatch(/^[A-Z].{20,}\.$/)
  })

  it('lists no code that nothing reports', () => {
    const code = filesIn('ingest')
      .map((file) => readFileSync(join(ROOT, file), 'utf8'))
      .join('\n')
    expect(Object.keys(FINDINGS).filter((one) => !code.includes(`'${one}'`))).toEqual([])
  })

  it('gives no title twice, since menus show nothing else', () => {
    expect(new Set(all.map(([, {title}]) => title)).size).toBe(all.length)
  })
})

describe('a stored code', () => {
  it('has the title of its entry', () => {
    expect(findingTitleOf('text-lost')).toBe('Text missing')
    expect(findingKindOf('text-lost')).toBe(FINDINGS['text-lost'])
  })

  it.each([
    ['wild-guess-made', 'Wild guess made'],
    ['toString', 'ToString'],
  ])('that no version knows any more reads as its words: %s', (code, title) => {
    expect(findingKindOf(code)).toBeUndefined()
    expect(findingTitleOf(code)).toBe(title)
  })
})
