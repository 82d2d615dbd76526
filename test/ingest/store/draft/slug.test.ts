import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {slugify, slugOf} from '../../../../ingest/store/draft/slug.ts'

describe('slugify', () => {
  it.each([
    ['China’s Endorsement: A New Chapter', 'chinas-endorsement-a-new-chapter'],
    ['Ångström, Straße & Øre', 'angstrom-strasse-ore'],
    ['Élan—vital', 'elan-vital'],
    ['Война и мир: новый йод', 'война-и-мир-новый-йод'],
    ['中国支持俄罗斯', '中国支持俄罗斯'],
    ['हिन्दी समाचार', 'हिन्दी-समाचार'],
    ['می‌خواهم', 'میخواهم'],
    ['  !?  ', ''],
    ['100 % of 3.5', '100-of-3-5'],
  ])('%s: %s', (title, expected) => {
    expect(slugify(title)).toBe(expected)
  })
})

describe('slugOf', () => {
  const id = 'article-abcdef0123456789abcdef01'

  it.each([
    ['A title', 'a-title-abcdef'],
    ['!!!', 'article-abcdef'],
    [undefined, undefined],
    ['   ', undefined],
  ])('%s: %s', (title, expected) => {
    expect(slugOf(title, id)).toBe(expected)
  })

  it('is cut between words', () => {
    const slug = slugOf('word '.repeat(50), id)
    expect(slug).toBe(`${'word-'.repeat(17)}word-abcdef`.slice(0, 96))
  })

  it('has at most 96 characters, no half ones, and differs for two articles of one title', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme', minLength: 1, maxLength: 300}), (title) => {
        const slug = slugOf(title, id)
        fc.pre(slug !== undefined)
        expect(slug?.length).toBeLessThanOrEqual(96)
        expect(slug?.isWellFormed()).toBe(true)
        expect(slug).toMatch(/-abcdef$/)
        expect(slugOf(title, 'article-123456')).not.toBe(slug)
      }),
    )
  })
})
