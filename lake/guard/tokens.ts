import {createHash, randomBytes, timingSafeEqual} from 'node:crypto'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** What the holder of a token may do: an editor reads and writes, a viewer reads everything and writes nothing. */
export type TokenRole = 'editor' | 'viewer'
/** One secret for each role, as `tokens.json` holds them. */
export type Tokens = Readonly<Record<TokenRole, string>>

const TOKENS_FILE = 'tokens.json'
const ROLES: readonly TokenRole[] = ['editor', 'viewer']

/**
 * Reads `tokens.json` in the data folder, or makes it at the first start: 256 random bits for each role, readable by
 * the owner of the process only.
 *
 * @throws Error naming the file when it is there but unusable: new tokens are never put in the place of old ones.
 */
export function loadTokens(dataDir: string, random: (bytes: number) => Buffer = randomBytes): Tokens {
  const file = join(dataDir, TOKENS_FILE)
  mkdirSync(dataDir, {recursive: true})
  const fresh: Tokens = {editor: secret(random), viewer: secret(random)}
  try {
    // `wx`: of two processes that start at once, one writes and the other reads what it wrote.
    writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, {flag: 'wx', mode: 0o600})
    return fresh
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    return parseTokens(readFileSync(file, 'utf8'), file)
  }
}

function secret(random: (bytes: number) => Buffer): string {
  return `sk${random(32).toString('base64url')}`
}

function parseTokens(text: string, file: string): Tokens {
  const value = tryJson(text)
  const [editor, viewer] = ROLES.map((role) => fieldOf(value, role))
  if (!editor || !viewer || editor === viewer) {
    throw new Error(
      `${file} does not hold two different tokens {"editor": "…", "viewer": "…"}. Correct it, or remove it to have new tokens made (clients with the old ones are then refused).`,
    )
  }
  return {editor, viewer}
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function fieldOf(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const field: unknown = Reflect.get(value, key)
  return typeof field === 'string' && field.length >= 16 ? field : undefined
}

/** The role whose token this is. Every token is compared, in time that does not depend on the characters. */
export function roleOf(tokens: Tokens, candidate: string): TokenRole | undefined {
  const digest = digestOf(candidate)
  return ROLES.filter((role) => timingSafeEqual(digestOf(tokens[role]), digest))[0]
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
