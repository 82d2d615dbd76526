/** The first date that a person wrote in a text, read by the words and the order of the page’s language. */
import {type DateParts, formatMoment, normalizeZone} from './moment.ts'
import {monthOf} from './months.ts'
import {type Token, tokensOf} from './tokens.ts'

/** Maximum length of a text with a date, in characters. A longer one is prose. */
const MAX_TEXT_LENGTH = 400

/** Regions that write the month first in numeric dates. */
const MONTH_FIRST = new Set(['US', 'PH', 'PR'])

/** Words between the elements of a date: Spanish, Portuguese, Catalan, French, Romance ordinals, English. */
const LINKS = new Set(['de', 'del', 'do', 'of', 'd', 'den', 'der', 'the'])
const ORDINALS = new Set(['st', 'nd', 'rd', 'th', 'er', 'º', 'ª', 'o', 'ta', 'e', 'го', 'й'])
/** East Asian units after year, month and day. */
const UNITS: readonly (readonly [year: string, month: string, day: string])[] = [
  ['年', '月', '日'],
  ['년', '월', '일'],
]

/**
 * Find the first date, with the time that follows it. A numeric date in unknown order (`03/04/2026` on a page of
 * unknown region) is ignored.
 *
 * @example
 *   findDate('Veröffentlicht am 16. März 2025, 14:05 Uhr', 'de') // '2025-03-16T14:05:00'
 */
export function findDate(text: string, language?: string): string | undefined {
  // Every date has a digit, whatever the language.
  if (!/\d/.test(text)) return undefined
  const tokens = tokensOf(text.slice(0, MAX_TEXT_LENGTH))
  for (let at = 0; at < tokens.length; at++) {
    const found = dateAt(tokens, at, language)
    if (!found) continue
    const moment = formatMoment({...found.parts, ...timeAt(tokens, found.next)}) ?? formatMoment(found.parts)
    if (moment) return moment
  }
  return undefined
}

interface Found {
  parts: DateParts
  /** Index of the token after it. */
  next: number
}

function dateAt(tokens: readonly Token[], at: number, language: string | undefined): Found | undefined {
  const token = tokens[at]
  if (token?.kind === 'number') {
    // Not the end of a longer number or word: 1.2.2026 begins at its first number.
    if (token.digits === 4) return yearFirst(tokens, at, language)
    if (token.digits <= 2) return numbers(tokens, at, language) ?? dayFirst(tokens, at, language)
    return undefined
  }
  return token?.kind === 'word' ? monthFirst(tokens, at, language) : undefined
}

/** 2026-01-31, 2026/1/31, 2026年1月31日, 2025. május 3. */
function yearFirst(tokens: readonly Token[], at: number, language: string | undefined): Found | undefined {
  const year = numberAt(tokens, at)
  const units = UNITS.find(([unit]) => is(tokens, at + 1, unit))
  if (units) {
    const [, monthUnit, dayUnit] = units
    const [month, day] = [numberAt(tokens, at + 2), numberAt(tokens, at + 4)]
    if (!year || !month || !day || !is(tokens, at + 3, monthUnit) || !is(tokens, at + 5, dayUnit))
      return undefined
    return {parts: {year, month, day}, next: at + 6}
  }
  const mark = tokens[at + 1]
  if (mark?.kind === 'mark' && /^[-/.]$/.test(mark.text) && tokens[at + 2]?.kind === 'number') {
    const [month, day] = [numberAt(tokens, at + 2), numberAt(tokens, at + 4)]
    if (!year || !month || !day || !is(tokens, at + 3, mark.text)) return undefined
    return {parts: {year, month, day}, next: at + 5}
  }
  const word = is(tokens, at + 1, '.') ? at + 2 : at + 1
  const after = is(tokens, word + 1, '.') ? word + 2 : word + 1
  const day = numberAt(tokens, after)
  if (!year || !day || day > 31) return undefined
  const month = monthAt(tokens, word, language)
  return month ? {parts: {year, month, day}, next: after + 1} : undefined
}

/** 31.1.2026, 31/01/2026, 01/31/2026 */
function numbers(tokens: readonly Token[], at: number, language: string | undefined): Found | undefined {
  const mark = tokens[at + 1]
  const [a, b, year] = [numberAt(tokens, at), numberAt(tokens, at + 2), numberAt(tokens, at + 4)]
  if (mark?.kind !== 'mark' || !/^[-/.]$/.test(mark.text) || !is(tokens, at + 3, mark.text)) return undefined
  const last = tokens[at + 4]
  if (!a || !b || !year || last?.kind !== 'number' || last.digits !== 4) return undefined
  const order = orderOf(a, b, mark.text, language)
  if (!order) return undefined
  const [day, month] = order === 'day' ? [a, b] : [b, a]
  return {parts: {year, month, day}, next: at + 5}
}

function orderOf(
  a: number,
  b: number,
  mark: string,
  language: string | undefined,
): 'day' | 'month' | undefined {
  if (a > 12) return 'day'
  if (b > 12) return 'month'
  if (a === b || mark === '.') return 'day'
  const [base, ...rest] = language?.split('-') ?? []
  const region = rest.find((part) => /^[A-Z]{2}$/.test(part))
  if (region) return MONTH_FIRST.has(region) ? 'month' : 'day'
  // English is written in both orders.
  return base === undefined || base === 'en' ? undefined : 'day'
}

/** 31 January 2026, 31. Januar 2026, 3 de mayo de 2026, 1st of May, 2026 */
function dayFirst(tokens: readonly Token[], at: number, language: string | undefined): Found | undefined {
  const day = numberAt(tokens, at)
  const word = skip(tokens, at + 1)
  const next = skip(tokens, word + 1)
  // Month names are looked up last: they cost most.
  const year = yearAt(tokens, next)
  const month = year && monthAt(tokens, word, language)
  return day && year && month ? {parts: {year, month, day}, next: next + 1} : undefined
}

/** January 31, 2026; Sept. 1st 2026 */
function monthFirst(tokens: readonly Token[], at: number, language: string | undefined): Found | undefined {
  const first = skip(tokens, at + 1)
  const day = numberAt(tokens, first)
  if (!day || day > 31) return undefined
  const next = skip(tokens, first + 1)
  const year = yearAt(tokens, next)
  const month = year && monthAt(tokens, at, language)
  return year && month ? {parts: {year, month, day}, next: next + 1} : undefined
}

/** Skip full stops, commas, ordinals and link words. */
function skip(tokens: readonly Token[], at: number): number {
  let next = at
  for (let seen = 0; seen < 3; seen++) {
    const token = tokens[next]
    const passes =
      (token?.kind === 'mark' && /^[.,'’º°ª/-]$/.test(token.text)) ||
      (token?.kind === 'word' &&
        (LINKS.has(token.text.toLowerCase()) || ORDINALS.has(token.text.toLowerCase())))
    if (!passes) break
    next++
  }
  return next
}

/** Read a time: 14:05, 14.05 Uhr, 4:12pm, 14h05, with an unambiguous zone. */
function timeAt(
  tokens: readonly Token[],
  at: number,
): Pick<DateParts, 'hour' | 'minute' | 'second' | 'zone'> {
  let next = at
  // A word or two, or punctuation, may be in between: "at", "um", "à", "kl.".
  for (let seen = 0; seen < 4 && tokens[next]?.kind !== 'number'; seen++) next++
  const hour = tokens[next]
  const minute = tokens[next + 2]
  const between = tokens[next + 1]
  if (hour?.kind !== 'number' || minute?.kind !== 'number' || hour.digits > 2 || minute.digits !== 2)
    return {}
  const isClock =
    between?.kind === 'mark'
      ? /^[:：]$/.test(between.text)
      : between?.kind === 'word' && /^h$/i.test(between.text)
  const isDotted = between?.kind === 'mark' && between.text === '.' && hasUnit(tokens[next + 3])
  if (!isClock && !isDotted) return {}
  next += 3
  let second: number | undefined
  if (is(tokens, next, ':') && tokens[next + 1]?.kind === 'number') {
    second = numberAt(tokens, next + 1)
    next += 2
  }
  const half = halfAt(tokens, next)
  if (half) next = half.next
  const clock = half ? (hour.value % 12) + (half.isAfternoon ? 12 : 0) : hour.value
  if (half && (hour.value > 12 || hour.value < 1)) return {}
  return {hour: clock, minute: minute.value, second, zone: zoneAt(tokens, next)}
}

const hasUnit = (token: Token | undefined): boolean =>
  token?.kind === 'word' && /^(?:uhr|h|hrs|am|pm|a|p)$/i.test(token.text)

function halfAt(tokens: readonly Token[], at: number): {isAfternoon: boolean; next: number} | undefined {
  const word = wordAt(tokens, at)
  if (word === 'am' || word === 'pm') return {isAfternoon: word === 'pm', next: at + 1}
  if ((word === 'a' || word === 'p') && is(tokens, at + 1, '.') && wordAt(tokens, at + 2) === 'm') {
    return {isAfternoon: word === 'p', next: is(tokens, at + 3, '.') ? at + 4 : at + 3}
  }
  return undefined
}

function zoneAt(tokens: readonly Token[], at: number): string | undefined {
  const word = wordAt(tokens, at)
  const isNamed = word === 'z' || word === 'utc' || word === 'gmt'
  const sign = tokens[isNamed ? at + 1 : at]
  const offset = tokens[isNamed ? at + 2 : at + 1]
  if (sign?.kind === 'mark' && /^[+-]$/.test(sign.text) && offset?.kind === 'number') {
    const minutes =
      offset.digits === 2 && is(tokens, at + (isNamed ? 3 : 2), ':')
        ? tokens[at + (isNamed ? 4 : 3)]
        : undefined
    const digits = String(offset.value).padStart(offset.digits, '0')
    return normalizeZone(
      `${sign.text}${digits}${minutes?.kind === 'number' ? String(minutes.value).padStart(2, '0') : ''}`,
    )
  }
  return isNamed ? 'Z' : undefined
}

function numberAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]
  return token?.kind === 'number' ? token.value : undefined
}

function yearAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]
  return token?.kind === 'number' && token.digits === 4 ? token.value : undefined
}

function monthAt(tokens: readonly Token[], at: number, language: string | undefined): number | undefined {
  const token = tokens[at]
  return token?.kind === 'word' ? monthOf(token.text, language) : undefined
}

function wordAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at]
  return token?.kind === 'word' ? token.text.toLowerCase() : undefined
}

function is(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at]
  return token !== undefined && token.kind !== 'number' && token.text === text
}
