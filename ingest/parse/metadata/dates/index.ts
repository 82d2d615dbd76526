/**
 * Dates as sources write them, converted to ISO 8601 with the precision that they have: no zone is invented, and a day
 * stays a day. A wrong date is worse than none.
 */
import {findDate} from './find.ts'
import {formatMoment, normalizeZone} from './moment.ts'

export {findDate} from './find.ts'
export {hasZone, inUtc} from './moment.ts'

const iso =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\s{0,3}(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s{0,3}(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\s(?:UTC|GMT))?)?$/i

/** Range of Unix timestamps in seconds, from 1990 to 2100; in milliseconds they have three more digits. */
const EPOCH = {first: 631_152_000, last: 4_102_444_800}

/**
 * Convert a machine-readable or written date. Returns undefined for anything that is not one definite moment or day.
 */
export function toIsoDate(value: string | undefined, language?: string): string | undefined {
  const text = value?.trim()
  if (!text) return undefined
  const match = iso.exec(text)
  if (match) {
    const [year, month, day, hour, minute, second] = match
      .slice(1, 7)
      .map((part) => (part === undefined ? undefined : Number(part)))
    if (year === undefined || month === undefined || day === undefined) return undefined
    return formatMoment({year, month, day, hour, minute, second, zone: normalizeZone(match[7])})
  }
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    const seconds = Math.floor(Number(text.padEnd(13, '0')) / 1000)
    if (seconds < EPOCH.first || seconds > EPOCH.last) return undefined
    return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
  }
  return findDate(text, language)
}
