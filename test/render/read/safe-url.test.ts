import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {LINK_SCHEMES, RESOURCE_SCHEMES, safeUrl} from '../../../render/read/safe-url.ts'

const cases: [url: unknown, safe: string | undefined][] = [
  ['https://a.example/b?c=d#e', 'https://a.example/b?c=d#e'],
  ['HTTP://a.example', 'HTTP://a.example'],
  ['https://пример.example/путь', 'https://пример.example/путь'],
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['tel:+441234', 'tel:+441234'],
  ['  https://a.example/  ', 'https://a.example/'],
  ['https://a.example/b c', 'https://a.example/b%20c'],
  // A browser reads these as addresses of hosts; so that no base changes them, they come out whole.
  ['https:a.example', 'https://a.example/'],
  ['https:/\\a.example', 'https://a.example/'],
  ['ht\ntps://a.example/', 'https://a.example/'],
  ['https://a.example/"onclick="x', 'https://a.example/%22onclick=%22x'],
  ['javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['\u0001javascript:alert(1)', undefined],
  ['JaVaScRiPt:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['vbscript:x', undefined],
  ['file:///etc/passwd', undefined],
  ['blob:https://a.example/x', undefined],
  ['//a.example/', undefined],
  ['/a', undefined],
  ['a', undefined],
  ['#a', undefined],
  ['', undefined],
  ['https://', undefined],
  [null, undefined],
  [{href: 'https://a.example/'}, undefined],
]

describe('safeUrl', () => {
  it.each(cases)('%j', (url, safe) => {
    expect(safeUrl(url)).toBe(safe)
  })

  it('takes fewer schemes for images', () => {
    expect(safeUrl('mailto:a@b.example', RESOURCE_SCHEMES)).toBeUndefined()
  })

  it('gives what every browser reads with one of the schemes, on any page', () => {
    const schemes = fc.constantFrom(
      'https:',
      'http://',
      'javascript:',
      'data:',
      'mailto:',
      '\tjava\nscript:',
      ' //',
      '',
    )
    fc.assert(
      fc.property(schemes, fc.string({unit: 'binary'}), (scheme, rest) => {
        const safe = safeUrl(`${scheme}${rest}`)
        if (safe === undefined) return
        for (const base of ['https://site.example/a/b', 'http://site.example/']) {
          const read = new URL(safe, base)
          expect(LINK_SCHEMES).toContain(read.protocol)
          expect(read.href).toBe(new URL(safe).href)
        }
      }),
    )
  })
})
