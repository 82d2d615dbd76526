/** Options that several commands take, checked at the door. */
import {fileURLToPath} from 'node:url'
import {InvalidArgumentError} from 'commander'
import {isTime} from '../../intake/read/scrape-row.ts'
import {
  integerFrom,
  loadEnvironment,
  readSettings,
  type Settings,
  SettingsError,
} from '../../intake/settings.ts'
import {parseWebUrl} from '../../store/draft/normalize-url.ts'
import {CommandFailure, EXIT} from './exit-status.ts'
import type {Io} from './io.ts'

/** A parser of an integer within bounds, for commander. */
export function integerOption(
  name: string,
  least: number,
  most: number,
): (value: string) => number | undefined {
  return (value) => {
    try {
      return integerFrom(`\`${name}\``, value, least, most)
    } catch (error) {
      if (error instanceof SettingsError) throw new InvalidArgumentError(`${error.message}.`)
      throw error
    }
  }
}

export function webAddressOption(value: string): string {
  if (parseWebUrl(value)) return value
  throw new InvalidArgumentError(`Expected \`--url\` to be a web address, got \`${value}\`.`)
}

export function timeOption(value: string): string {
  if (isTime(value)) return value
  throw new InvalidArgumentError(
    `Expected \`--fetched-at\` to be a time like 2026-01-31T12:00:00Z, got \`${value}\`.`,
  )
}

/** Where `.env` is looked for, and what relative folders in it are relative to. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** Settings from the environment and `.env`, with flags before them. A wrong one ends the command. */
export function settingsOf(io: Io, flags: Partial<Settings> = {}): Settings {
  loadEnvironment(ROOT)
  return orFail(() => ({...readSettings(io.env, ROOT), ...flags}))
}

/** What `step` gives; a wrong or missing setting is the end of the command, with its message. */
export function orFail<T>(step: () => T): T {
  try {
    return step()
  } catch (error) {
    if (error instanceof SettingsError) throw new CommandFailure(EXIT.failed, error.message, {cause: error})
    throw error
  }
}
