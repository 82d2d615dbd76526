/** The character sets that UTF-8 is mistaken for, and the bytes that their characters stand for. */
export interface CodePage {
  name: string
  /** Byte of a character; undefined for characters that are not of this set, and for ASCII. */
  byteOf: (code: number) => number | undefined
  /** Quick test: the set's characters for the bytes that begin UTF-8 sequences. */
  hint: RegExp
  /** Single pairs are believed if they look right; else only several in one text are. */
  trusted: boolean
}

function codePage(label: string, name: string, trusted: boolean): CodePage {
  const decoder = new TextDecoder(label)
  /** Looked up for each character of a text that has some of the set's. */
  const bytes = new Uint8Array(0x10000)
  let leads = ''
  for (let byte = 0x80; byte < 0x100; byte++) {
    const character = decoder.decode(Uint8Array.of(byte))
    bytes[character.charCodeAt(0)] = byte
    if (byte >= 0xc2 && byte < 0xf5) leads += character
  }
  if (trusted) {
    // Read as ISO-8859-1, bytes stay what they are; and Windows leaves five of them undefined.
    for (let byte = 0x80; byte < 0x100; byte++) bytes[byte] ||= byte
  }
  const hint = new RegExp(`[${leads.replace(/[\\\]^-]/g, '\\$&')}]`, 'u')
  return {name, byteOf: (code) => bytes[code] || undefined, hint, trusted}
}

export const codePages: readonly CodePage[] = [
  codePage('windows-1252', 'Windows-1252', true),
  codePage('macintosh', 'Mac Roman', false),
  codePage('windows-1251', 'Windows-1251', false),
  codePage('windows-1250', 'Windows-1250', false),
  codePage('windows-1253', 'Windows-1253', false),
  codePage('windows-1254', 'Windows-1254', false),
  codePage('windows-1257', 'Windows-1257', false),
]
