import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {digest} from '../../../../ingest/parse/blocks/digest.ts'
import {createKeys} from '../../../../ingest/parse/blocks/keys.ts'

describe('keys', () => {
  it('are the same for a content whole and in two parts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), {maxLength: 12}), (contents) => {
        const [whole, parts] = [createKeys(), createKeys()]
        for (const [content, more] of contents) expect(parts(content, more)).toBe(whole(content + more))
      }),
    )
  })

  it('are 12 hex digits, and no two of an array the same', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'a\u00001', ''), {maxLength: 20}), (contents) => {
        const key = createKeys()
        const keys = contents.map((content) => key(content))
        expect(new Set(keys).size).toBe(keys.length)
        for (const one of keys) expect(one).toMatch(/^[\da-f]{12}$/)
      }),
    )
  })

  it('stay what they were', () => {
    const key = createKeys()
    expect([key('One.'), key('One.'), key('Two.')]).toEqual([
      digest('One.'),
      digest('One.\u00001'),
      digest('Two.'),
    ])
    expect(digest('One.')).toBe('793a8717e4c4')
  })
})
