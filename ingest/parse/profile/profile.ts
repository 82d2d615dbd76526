/**
 * A source’s extraction profile: where to find the article on its pages if the general rules do not. Editors maintain
 * it in the `source` document; a file of the same shape can be tried before it is saved.
 */
import {selectorProblem} from '../../../schemas/checks/css-selector.ts'
import type {SourceProfile} from '../../../schemas/sanity.types.ts'
import {InputError} from '../errors.ts'

/** A profile with valid selectors. */
export interface Profile {
  /** Name of the source, for messages. */
  source: string
  keep: readonly string[]
  remove: readonly string[]
  title?: string
  byline?: string
  date?: string
  /** Matches an element that every article has; a page without it is not an article. */
  isArticle?: string
}

const SINGLE = ['title', 'byline', 'date', 'isArticle'] as const
const LISTS = ['keep', 'remove'] as const

/**
 * Read the profile of a source document; undefined if it has no rules. `source` is used in messages.
 *
 * @throws {InputError} `bad-profile`, naming the selector and the source
 * @throws {InputError} `bad-profile`, naming the selector and the source
 */
export function profileOf(stored: Partial<SourceProfile> | undefined, source: string): Profile | undefined {
  if (!stored) return undefined
  const profile: Profile = {source, keep: stored.keep ?? [], remove: stored.remove ?? []}
  for (const name of SINGLE) if (stored[name]) profile[name] = stored[name]
  for (const name of LISTS) for (const selector of profile[name]) requireSelector(selector, name, source)
  for (const name of SINGLE) if (profile[name] !== undefined) requireSelector(profile[name], name, source)
  const isEmpty =
    [...profile.keep, ...profile.remove].length === 0 && SINGLE.every((name) => profile[name] === undefined)
  return isEmpty ? undefined : profile
}

function requireSelector(selector: string, field: string, source: string): void {
  const problem = selectorProblem(selector)
  if (problem === undefined) return
  throw new InputError(
    'bad-profile',
    `The extraction profile of ${source} cannot be used: \`${selector}\` under \`${field}\` is not a usable CSS selector: ${problem}. Correct it in the Studio, then try again.`,
  )
}

/**
 * Read a profile from a JSON file: the profile itself, or a source document that contains it.
 *
 * @param text content of the file
 * @param name name of the file, for messages
 * @throws {InputError} `bad-profile`
 */
export function readProfile(text: string, name: string): Profile | undefined {
  const wrong = (reason: string) =>
    new InputError('bad-profile', `${name} is not an extraction profile: ${reason}.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error))
  }
  const inner: unknown = isObject(value) && isObject(value.profile) ? value.profile : value
  if (!isObject(inner))
    throw wrong('expected an object with `keep`, `remove`, `title`, `byline`, `date` or `isArticle`')
  const known: readonly string[] = [...SINGLE, ...LISTS]
  for (const [key, entry] of Object.entries(inner)) {
    if (key.startsWith('_')) continue
    if (!known.includes(key)) throw wrong(`\`${key}\` is not one of ${known.join(', ')}`)
    const isList = (LISTS as readonly string[]).includes(key)
    const fits = isList
      ? Array.isArray(entry) && entry.every((item) => typeof item === 'string')
      : typeof entry === 'string'
    if (!fits) throw wrong(`\`${key}\` is not ${isList ? 'a list of selectors' : 'a selector'}`)
  }
  return profileOf(inner as Partial<SourceProfile>, name)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
