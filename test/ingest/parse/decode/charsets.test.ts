/** Pages of many character sets, declared rightly, wrongly and not at all. */
import {describe, expect, test} from 'vitest'
import {decode} from '../../../../ingest/parse/decode/index.ts'
import {encode, utf16} from './encode.ts'

const TEXTS: Record<string, string> = {
  'windows-1250':
    'Příliš žluťoučký kůň úpěl ďábelské ódy, a proto všichni v městě slyšeli zvláštní zvuky celou noc až do rána.',
  'windows-1251':
    'Вчера вечером в городе прошёл сильный дождь, и несколько улиц оказались под водой. Жители говорят, что такого не было давно.',
  'windows-1252':
    'Hier soir, la pluie est tombée sur la ville pendant des heures, et les habitants n’ont pas dormi : « jamais vu ça », dit l’un d’eux.',
  'windows-1253':
    'Χθες το βράδυ έβρεξε πολύ στην πόλη και αρκετοί δρόμοι πλημμύρισαν. Οι κάτοικοι λένε ότι δεν έχουν ξαναδεί κάτι τέτοιο.',
  'windows-1254':
    'Dün akşam şehirde çok yağmur yağdı ve birkaç sokak sular altında kaldı. Şehirde oturanlar böyle bir şey görmediklerini söylüyor.',
  'windows-1255':
    'אתמול בערב ירד גשם חזק בעיר וכמה רחובות הוצפו במים. התושבים אומרים שהם לא ראו דבר כזה כבר שנים רבות.',
  'windows-1256':
    'هطلت أمطار غزيرة على المدينة مساء أمس وغمرت المياه عدة شوارع، ويقول السكان إنهم لم يروا مثل ذلك منذ سنوات.',
  'koi8-r':
    'Вчера вечером в городе прошёл сильный дождь, и несколько улиц оказались под водой. Жители говорят, что такого не было давно.',
  gb18030: '昨天晚上，城市里下了很大的雨，几条街道被水淹没。居民们说，他们很久没有见过这样的情况了。',
  big5: '昨天晚上，城市裡下了很大的雨，幾條街道被水淹沒。居民們說，他們很久沒有見過這樣的情況了。',
  shift_jis:
    '昨日の夜、街では大雨が降り、いくつかの通りが水に浸かりました。住民は、こんなことは長い間なかったと話しています。',
  'euc-jp':
    '昨日の夜、街では大雨が降り、いくつかの通りが水に浸かりました。住民は、こんなことは長い間なかったと話しています。',
  'euc-kr':
    '어젯밤 도시에 많은 비가 내려 여러 거리가 물에 잠겼습니다. 주민들은 이런 일은 오랫동안 없었다고 말합니다.',
}
/** Names that pages give a character set beside its own. */
const LABELS: Record<string, string> = {
  gb18030: 'gb2312',
  'windows-1252': 'iso-8859-1',
  shift_jis: 'x-sjis',
  'euc-kr': 'ks_c_5601-1987',
}

const page = (text: string, meta = '') =>
  `<html><head>${meta}<title>x</title></head><body><p>${text}</p><p>${text}</p></body></html>`
const codesOf = ({notes}: ReturnType<typeof decode>) => notes.map(({code}) => code)

describe.each(Object.entries(TEXTS))('%s', (charset, text) => {
  const label = LABELS[charset] ?? charset
  test.each<[string, string, string | undefined]>([
    ['named by the server', '', `text/html; charset=${label}`],
    ['named by the page', `<meta charset="${label}">`, undefined],
    [
      'named by an old meta',
      `<meta http-equiv="Content-Type" content="text/html; charset=${label}">`,
      'text/html',
    ],
  ])('%s', (_, meta, contentType) => {
    const decoded = decode(encode(page(text, meta), charset), {contentType})
    expect(decoded.text).toBe(page(text, meta))
    expect(codesOf(decoded)).toEqual([])
  })
  test('named by nobody: guessed, and said so', () => {
    const decoded = decode(encode(page(text), charset))
    expect(decoded.text).toBe(page(text))
    expect(codesOf(decoded)).toContain('charset-guessed')
  })
  test('declared as UTF-8: the bytes say that it is not', () => {
    const decoded = decode(encode(page(text, '<meta charset="utf-8">'), charset), {
      contentType: 'text/html; charset=utf-8',
    })
    expect(decoded.text).toContain(text)
    expect(codesOf(decoded)).toContain('charset-guessed')
  })
  test(`in UTF-8, declared as ${label}`, () => {
    const decoded = decode(new TextEncoder().encode(page(text)), {contentType: `text/html; charset=${label}`})
    expect(decoded.text).toBe(page(text))
    expect(codesOf(decoded)).toContain('charset-guessed')
  })
})

describe('the sets that server and page declare', () => {
  test.each<[string, string, string]>([
    ['the server is wrong: the bytes do not fit', 'euc-jp', 'shift_jis'],
    ['the server is wrong in another way', 'euc-kr', 'utf-8'],
    ['the server is wrong about Chinese', 'gb18030', 'utf-8'],
  ])('%s', (_, charset, said) => {
    const text = page(TEXTS[charset] ?? '', `<meta charset="${charset}">`)
    const decoded = decode(encode(text, charset), {contentType: `text/html; charset=${said}`})
    expect(decoded.text).toBe(text)
  })
})

describe('UTF-16 without a mark', () => {
  test.each(Object.keys(TEXTS).flatMap((charset) => [['le', charset] as const, ['be', charset] as const]))(
    '%s, text as in %s',
    (order, charset) => {
      const text = page(TEXTS[charset] ?? '')
      const decoded = decode(utf16(text, order))
      expect(decoded).toMatchObject({text, charset: `utf-16${order}`})
      expect(codesOf(decoded)).toContain('charset-guessed')
    },
  )
  test('and declared as UTF-16', () => {
    const text = page(TEXTS['windows-1251'] ?? '')
    expect(decode(utf16(text, 'le'), {contentType: 'text/html; charset=utf-16'}).text).toBe(text)
  })
})
