/** A point in time with the precision that the source gives, as ISO 8601. */

export interface DateParts {
  year: number
  /** From 1. */
  month: number
  day: number
  hour?: number | undefined
  minute?: number | undefined
  second?: number | undefined
  /** `Z` or `+hh:mm`. */
  zone?: string | undefined
}

/**
 * Format `2026-01-31`, `2026-01-31T10:00:00` or `2026-01-31T10:00:00+02:00`; unknown fields are left out. Returns
 * undefined for a day or time that does not exist.
 */
export function formatMoment({year, month, day, hour, minute, second, zone}: DateParts): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  // A day that does not exist becomes another one.
  if (year < 1600 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined
  const written = `${year}-${two(month)}-${two(day)}`
  if (hour === undefined || minute === undefined) return written
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return undefined
  return `${written}T${two(hour)}:${two(minute)}:${two(second ?? 0)}${zone ?? ''}`
}

/**
 * Normalize the spelling of a zone: `Z`, `UTC` and `GMT` become `Z`, `+0200` and `+02` become `+02:00`. Abbreviations
 * of places are ambiguous.
 */
export function normalizeZone(written: string | undefined): string | undefined {
  if (!written) return undefined
  if (/^(?:z|utc|gmt)$/i.test(written)) return 'Z'
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(written)
  return match && Number(match[2]) <= 14 ? `${match[1]}${match[2]}:${match[3] ?? '00'}` : undefined
}

/** Whether a moment has a time zone. */
export const hasZone = (moment: string): boolean =>
  moment.includes('T') && /(?:Z|[+-]\d{2}:\d{2})$/.test(moment)

/**
 * Convert a moment to UTC with milliseconds, as documents store it: in text order. A time without a zone is read as
 * UTC, a day as its beginning.
 */
export function inUtc(moment: string): string {
  const full = moment.includes('T') ? moment : `${moment}T00:00:00`
  return new Date(hasZone(full) ? full : `${full}Z`).toISOString()
}

const two = (number: number): string => String(number).padStart(2, '0')
