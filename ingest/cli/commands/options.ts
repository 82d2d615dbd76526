/** Options that several commands have, with their checks. */
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

/** A parser of an integer from `least` to `most`, for commander. */
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

/** Check the value of `--url`. */
export function webAddressOption(value: string): string {
  if (parseWebUrl(value)) return value
  throw new InvalidArgumentError(`Expected \`--url\` to be a web address, got \`${value}\`.`)
}

/** Check the value of `--fetched-at`. */
export function timeOption(value: string): string {
  if (isTime(value)) return value
  throw new InvalidArgumentError(
    `Expected \`--fetched-at\` to be a time like 2026-01-31T12:00:00Z, got \`${value}\`.`,
  )
}

/** The folder of `.env`, to which relative folders in it are relative. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** Read the settings from the environment and `.env`; flags override them. A wrong setting ends the command. */
export function settingsOf(io: Io, flags: Partial<Settings> = {}): Settings {
  loadEnvironment(ROOT)
  return orFail(() => ({...readSettings(io.env, ROOT), ...flags}))
}

/** Run `step`. A wrong or missing setting ends the command with its message. */
export function orFail<T>(step: () => T): T {
  try {
    return step()
  } catch (error) {
    if (error instanceof SettingsError) throw new CommandFailure(EXIT.failed, error.message, {cause: error})
    throw error
  }
}
