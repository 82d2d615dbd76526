import {describe, expect, it, test} from 'vitest'
import {offersIn, widestOffer} from '../../../../ingest/parse/media/srcset.ts'

/** `address size` of each offer, with the size as `900w` or `2x`. */
const read = (srcset: string): string[] =>
  Array.from(offersIn(srcset), ({address, size, isWidth}) => `${address} ${size}${isWidth ? 'w' : 'x'}`)

describe('a set', () => {
  test.each<[rule: string, srcset: string, offers: string[]]>([
    ['has entries divided by a comma and spaces', '/a.jpg 300w, /b.jpg 900w', ['/a.jpg 300w', '/b.jpg 900w']],
    [
      'needs no space after a comma that follows a descriptor',
      '/a.jpg 300w,/b.jpg 900w',
      ['/a.jpg 300w', '/b.jpg 900w'],
    ],
    ['may be laid out on lines', '\n\t/a.jpg\f1x ,\r\n /b.jpg   2x\n', ['/a.jpg 1x', '/b.jpg 2x']],
    ['means one density where it says nothing', '/a.jpg, /b.jpg 2x', ['/a.jpg 1x', '/b.jpg 2x']],
    ['ends an address at a comma before a space', '/a.jpg,, /b.jpg 2x', ['/a.jpg 1x', '/b.jpg 2x']],
    [
      'keeps commas within an address',
      '/w_300,h_200/a.jpg 300w, /w_900,h_600/b.jpg 900w',
      ['/w_300,h_200/a.jpg 300w', '/w_900,h_600/b.jpg 900w'],
    ],
    ['reads two addresses without a space as one', '/a.jpg,/b.jpg 2x', ['/a.jpg,/b.jpg 2x']],
    ['passes over commas at its start and end', ', ,/a.jpg 2x,, ,', ['/a.jpg 2x']],
    ['keeps brackets in an address', '/a(1,2).jpg 2x, /b.jpg 3x', ['/a(1,2).jpg 2x', '/b.jpg 3x']],
    [
      'takes what brackets hold for one descriptor, and drops the entry',
      '/a.jpg calc(1x, 3w) , /b.jpg 2x',
      ['/b.jpg 2x'],
    ],
    ['drops an entry whose brackets do not close, with all after it', '/a.jpg (1x, /b.jpg 2x', []],
    ['drops an entry with an unknown descriptor', '/a.jpg 300q, /b.jpg 2x', ['/b.jpg 2x']],
    [
      'drops a width of none, or of half a pixel',
      '/a.jpg 0w, /b.jpg 30.5w, /c.jpg -3w, /d.jpg 3w',
      ['/d.jpg 3w'],
    ],
    ['drops an entry with two widths, or both kinds', '/a.jpg 3w 4w, /b.jpg 3w 2x, /c.jpg 2x', ['/c.jpg 2x']],
    ['takes a height only beside a width', '/a.jpg 300w 200h, /b.jpg 200h, /c.jpg 2x 200h', ['/a.jpg 300w']],
    [
      'reads densities as numbers',
      '/a.jpg 1.5x, /b.jpg .5x, /c.jpg 2e1x, /d.jpg 1.x',
      ['/a.jpg 1.5x', '/b.jpg 0.5x', '/c.jpg 20x'],
    ],
    [
      'has data in an address',
      'data:image/gif;base64,R0lGOD 1x, /b.jpg 2x',
      ['data:image/gif;base64,R0lGOD 1x', '/b.jpg 2x'],
    ],
    ['may be empty', ' , ,', []],
  ])('%s', (_, srcset, offers) => {
    expect(read(srcset)).toEqual(offers)
  })
})

describe('the widest', () => {
  it.each([
    [['/a.jpg 300w,/b.jpg 900w'], '/b.jpg'],
    [['/a.jpg 900w, /b.jpg 900w'], '/a.jpg'],
    [['/a.jpg 3x', '/b.jpg 300w'], '/b.jpg'],
    [['/a.jpg 300q'], undefined],
    [['', ' '], undefined],
  ])('of %j is %s', (srcsets, address) => {
    expect(widestOffer(srcsets)?.address).toBe(address)
  })

  it('is one that can be used', () => {
    expect(widestOffer(['/a.jpg 300w, /b.gif 900w'], (address) => !address.endsWith('gif'))?.address).toBe(
      '/a.jpg',
    )
  })
})

it.each([',', 'a ', 'a 1x,', '( ', 'a(', '1w '])(
  'a hostile repetition of %j is read in one pass',
  (piece) => {
    expect([...offersIn(piece.repeat(50_000))].length).toBeLessThanOrEqual(50_000)
  },
)
