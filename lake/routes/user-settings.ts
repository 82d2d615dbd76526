import {readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Problem} from '../http/problem.ts'

interface Pair {
  key: string
  value: unknown
}

/** What a Studio remembers for its user: the sort order of lists, panes, dismissed hints. */
export interface UserSettings {
  /** The stored pairs with these keys; without keys, all pairs. */
  read: (user: string, keys?: readonly string[]) => Pair[]
  /** Store pairs and return them. */
  write: (user: string, pairs: readonly Pair[]) => Pair[]
}

const USER_SETTINGS_FILE = 'user-settings.json'
const MAX_KEYS = 2000

/**
 * Open the user settings: one JSON file in the data folder, replaced as a whole so that a crash leaves either the old
 * or the new one.
 *
 * @throws Error naming the file if it is not JSON that this wrote
 */
export function openUserSettings(dataDir: string): UserSettings {
  const file = join(dataDir, USER_SETTINGS_FILE)
  const users = load(file)

  return {
    read: (user, keys) => {
      const stored = users.get(user) ?? new Map<string, unknown>()
      return [...(keys ?? stored.keys())]
        .filter((key) => stored.has(key))
        .map((key) => ({key, value: stored.get(key)}))
    },
    write: (user, pairs) => {
      const next = new Map([
        ...(users.get(user) ?? []),
        ...pairs.map(({key, value}) => [key, value] as const),
      ])
      if (next.size > MAX_KEYS) throw new Problem(413, `A user may store ${MAX_KEYS} settings`)
      users.set(user, next)
      save(file, users)
      return [...pairs]
    },
  }
}

type Users = Map<string, Map<string, unknown>>

function load(file: string): Users {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map()
    throw error
  }
  try {
    const stored = JSON.parse(text) as Record<string, Record<string, unknown>>
    return new Map(Object.entries(stored).map(([user, pairs]) => [user, new Map(Object.entries(pairs))]))
  } catch (error) {
    throw new Error(
      `${file} is not valid JSON. Correct it, or remove it, which only loses preferences of the Studio.`,
      {cause: error},
    )
  }
}

function save(file: string, users: Users): void {
  const stored = Object.fromEntries([...users].map(([user, pairs]) => [user, Object.fromEntries(pairs)]))
  writeFileSync(`${file}.new`, JSON.stringify(stored), {mode: 0o600})
  renameSync(`${file}.new`, file)
}
