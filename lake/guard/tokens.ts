import {createHash, randomBytes, timingSafeEqual} from 'node:crypto'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** The rights of a token: an editor reads and writes, a viewer reads everything and writes nothing. */
export type TokenRole = 'editor' | 'viewer'
/** One secret for each role, as in `tokens.json`. */
export type Tokens = Readonly<Record<TokenRole, string>>

const TOKENS_FILE = 'tokens.json'
const ROLES: readonly TokenRole[] = ['editor', 'viewer']

/**
 * Read `tokens.json` in the data folder. The first start creates it: 256 random bits for each role, readable only by
 * the owner of the process.
 *
 * @throws Error naming the file if it is unusable: tokens are never overwritten.
 */
export function loadTokens(dataDir: string, random: (bytes: number) => Buffer = randomBytes): Tokens {
  const file = join(dataDir, TOKENS_FILE)
  mkdirSync(dataDir, {recursive: true})
  const fresh: Tokens = {editor: secret(random), viewer: secret(random)}
  try {
    // `wx`: if two processes start at once, one writes the file and the other reads it.
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
      `${file} does not contain two different tokens {"editor": "…", "viewer": "…"}. Correct it, or remove it to create new tokens (clients with the old ones are then refused).`,
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

/** The role of a token. Every token is compared, in time that does not depend on its characters. */
export function roleOf(tokens: Tokens, candidate: string): TokenRole | undefined {
  const digest = digestOf(candidate)
  return ROLES.filter((role) => timingSafeEqual(digestOf(tokens[role]), digest))[0]
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
