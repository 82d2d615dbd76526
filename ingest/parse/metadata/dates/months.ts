/**
 * Month names in many languages, from the Unicode CLDR of the runtime: nominative, genitive (inside dates) and short.
 */

/** Languages to try if neither the page’s language nor English has a word. */
const OTHERS =
  'de fr es it pt nl sv da nb fi pl cs sk hu ro tr ru uk bg el sr hr sl lt lv et id vi ar he hi ca'

const WEEKDAYS = new Set(
  'mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday'.split(
    ' ',
  ),
)

/** Whether a word is an English weekday, full or short. */
export const isWeekday = (word: string): boolean => WEEKDAYS.has(fold(word))

const tables = new Map<string, ReadonlyMap<string, number>>()

/**
 * Find the month, from 1, that a word names in a language, or the only one that it names in the other languages.
 * Returns undefined for any other word.
 *
 * @example
 *   monthOf('Mai', 'de') // 5
 */
export function monthOf(word: string, language: string | undefined): number | undefined {
  const name = fold(word)
  if (name.length < 2 && !/[^\0-\x7f]/.test(name)) return undefined
  const own = language === undefined ? undefined : lookUp(name, language.split('-', 1)[0] ?? '')
  // Pages in any language contain dates of a system that writes English.
  const known = own ?? lookUp(name, 'en')
  if (known !== undefined) return known
  return inOthers().get(name)
}

let others: ReadonlyMap<string, number> | undefined

/** Full names that mean the same month in every language that has them. */
function inOthers(): ReadonlyMap<string, number> {
  if (others) return others
  const merged = new Map<string, number>()
  const doubtful = new Set<string>()
  for (const [name, month] of OTHERS.split(' ').flatMap((language) => [...tableOf(language)])) {
    if (merged.has(name) && merged.get(name) !== month) doubtful.add(name)
    else merged.set(name, month)
  }
  for (const name of doubtful) merged.delete(name)
  others = merged
  return merged
}

/** Find a full name, or a prefix of at least three letters that only one month has (`Sept`). */
function lookUp(name: string, language: string): number | undefined {
  return tableOf(language).get(name) ?? prefixesOf(language).get(name)
}

const prefixes = new Map<string, ReadonlyMap<string, number>>()

/** The beginnings of month names in a language, of three letters or more, that only one month has. */
function prefixesOf(language: string): ReadonlyMap<string, number> {
  const known = prefixes.get(language)
  if (known) return known
  const months = new Map<string, number>()
  const doubtful = new Set<string>()
  for (const [full, month] of tableOf(language)) {
    for (let length = 3; length < full.length; length++) {
      const name = full.slice(0, length)
      if ((months.get(name) ?? month) !== month) doubtful.add(name)
      months.set(name, month)
    }
  }
  for (const name of doubtful) months.delete(name)
  prefixes.set(language, months)
  return months
}

function tableOf(language: string): ReadonlyMap<string, number> {
  const known = tables.get(language)
  if (known) return known
  const table = new Map<string, number>()
  const doubtful = new Set<string>()
  if (Intl.DateTimeFormat.supportedLocalesOf([language]).length > 0) {
    for (const style of ['long', 'short'] as const) {
      for (const day of [{}, {day: 'numeric'}] as const) {
        const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
          month: style,
          timeZone: 'UTC',
          ...day,
        })
        for (let month = 1; month <= 12; month++) {
          const part = format.formatToParts(Date.UTC(2026, month - 1, 1)).find(({type}) => type === 'month')
          const name = fold(part?.value ?? '')
          if (!/\p{L}/u.test(name)) continue
          if (table.has(name) && table.get(name) !== month) doubtful.add(name)
          else table.set(name, month)
        }
      }
    }
  }
  for (const name of doubtful) table.delete(name)
  tables.set(language, table)
  return table
}

/** Fold to lower case without accents and full stops: pages leave both out. */
const fold = (word: string): string =>
  /^[a-z]+$/i.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFD')
        .replace(/[\p{M}.]/gu, '')
        .toLowerCase()
        .trim()
