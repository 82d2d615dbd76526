import {Problem} from './problem.ts'

/**
 * GROQ parameters of a query string: `$name=<JSON>`.
 *
 * @throws Problem 400 that names a parameter that is not JSON
 */
export function queryParams(search: URLSearchParams): Record<string, unknown> {
  const params: Record<string, unknown> = Object.create(null)
  for (const [name, value] of search) {
    if (name.startsWith('$') && name.length > 1) params[name.slice(1)] = parseParameter(name, value)
  }
  return {...params}
}

function parseParameter(name: string, value: string): unknown {
  try {
    return JSON.parse(value)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Problem(
      400,
      `Expected parameter ${name} to be JSON (a text in double quotes), got \`${value.slice(0, 100)}\`: ${reason}`,
    )
  }
}

/** The items of a path segment, separated by commas, without empty ones. */
export function listOf(segment: string | undefined): string[] {
  return (segment ?? '').split(',').filter((item) => item !== '')
}

/** Whether a switch of a query string is on: `true` or `1`. */
export function isOn(value: string | undefined): boolean {
  return value === 'true' || value === '1'
}

/** A whole number of a query string, at least 1 and cut to a maximum; the fallback if it is absent. */
export function wholeNumber(value: string | undefined, fallback: number, max: number): number {
  if (value === undefined || value === '') return fallback
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new Problem(400, `Expected a whole number above 0, got \`${value}\``)
  return Math.min(number, max)
}
