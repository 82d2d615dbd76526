/** Encoders for tests: the inverse of the platform’s decoder. */

const tables = new Map<string, Map<string, number[]>>()

/** Bytes of a text in a legacy character set of one or two bytes a character. Throws where it has no such character. */
export function encode(text: string, charset: string): Uint8Array {
  const table = tableOf(charset)
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character)
      if (!bytes) throw new Error(`${charset} has no ${character}`)
      return bytes
    }),
  )
}

function tableOf(charset: string): Map<string, number[]> {
  const known = tables.get(charset)
  if (known) return known
  const decoder = new TextDecoder(charset, {fatal: true})
  const table = new Map<string, number[]>()
  const add = (bytes: number[]): boolean => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes))
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes)
      return true
    } catch {
      // No character has these bytes.
      return false
    }
  }
  for (let first = 0; first < 256; first++) {
    if (add([first])) continue
    for (let second = 0; second < 256; second++) add([first, second])
  }
  tables.set(charset, table)
  return table
}

/** UTF-16 without byte order mark. */
export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le')
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16())
}
