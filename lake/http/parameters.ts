import {Problem} from './problem.ts'

/**
 * GROQ parameters of a query string: `$name=<JSON>`.
 *
 * @throws Problem 400 naming the parameter that is not JSON
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

/** Items of a path segment that lists them with commas, without the empty ones. */
export function listOf(segment: string | undefined): string[] {
  return (segment ?? '').split(',').filter((item) => item !== '')
}

/** A switch of a query string: `true` or `1`; absent is false. */
export function isOn(value: string | undefined): boolean {
  return value === 'true' || value === '1'
}

/** A whole number of a query string within bounds, or the fallback when there is none. */
export function wholeNumber(value: string | undefined, fallback: number, max: number): number {
  if (value === undefined || value === '') return fallback
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1)
    throw new Problem(400, `Expected a whole number above 0, got \`${value}\``)
  return Math.min(number, max)
}
