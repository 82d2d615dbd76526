/** Dates as sources write them, to ISO 8601. Only unambiguous forms: a guessed day is worse than none. */

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i
const written =
  /^(?:[A-Za-z]{3,9},?\s+)?(?:(\d{1,2})\s+([A-Za-z]{3,9})\.?|([A-Za-z]{3,9})\.?\s+(\d{1,2})),?\s+(\d{4})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(GMT|UTC|Z|[+-]\d{4})?)?$/i
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Times without a zone are read as UTC. Undefined for anything that is not one certain moment or day. */
export function toIsoDate(value: string | undefined): string | undefined {
  const text = value?.trim()
  if (!text) return undefined
  const match = iso.exec(text)
  if (match) {
    const [, year, month, day, hour, minute, second, zone] = match
    return moment(Number(year), Number(month), Number(day), [hour, minute, second], zone)
  }
  const words = written.exec(text)
  if (!words) return undefined
  const [, day, month, monthFirst, dayAfter, year, hour, minute, second, zone] = words
  const name = (month ?? monthFirst ?? '').slice(0, 3).toLowerCase()
  return moment(Number(year), months.indexOf(name) + 1, Number(day ?? dayAfter), [hour, minute, second], zone)
}

function moment(
  year: number,
  month: number,
  day: number,
  [hour = '0', minute = '0', second = '0']: (string | undefined)[],
  zone: string | undefined,
): string | undefined {
  const time = Date.UTC(year, month - 1, day, Number(hour), Number(minute), Number(second))
  const date = new Date(time)
  // A day that does not exist comes out as another one.
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && Number(hour) < 24
  if (!exists || year < 1600) return undefined
  return new Date(time - offsetMinutes(zone) * 60_000).toISOString()
}

function offsetMinutes(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '')
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return match[1] === '-' ? -minutes : minutes
}
