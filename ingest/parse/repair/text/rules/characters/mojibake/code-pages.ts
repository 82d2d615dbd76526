/** Character sets that UTF-8 is mistaken for, and the bytes of their characters. */
import {cp437, cp850, cp852} from './dos-pages.ts'

/** A character set of single bytes. */
export interface CodePage {
  name: string
  /** Byte of a character; 0 for characters outside the set, and for ASCII. */
  byteOf: (code: number) => number
  /** A quick test for the set’s characters of UTF-8 lead bytes. */
  hint: ReadonlySet<string>
  /** Whether a single plausible pair is enough; otherwise only several in one text are. */
  trusted: boolean
}

/** Bytes from 0x80 on, in order. */
const UPPER = Uint8Array.from({length: 0x80}, (_, index) => index + 0x80)

function codePage(name: string, characters: string, trusted = false): CodePage {
  const bytes = new Uint8Array(0x10000)
  for (let index = 0; index < 0x80; index++) {
    const code = characters.charCodeAt(index)
    // Undefined bytes were read as they are.
    bytes[code === 0xfffd ? index + 0x80 : code] = index + 0x80
  }
  if (trusted) {
    // In ISO-8859-1 bytes keep their values; and Windows leaves five of them undefined.
    for (let byte = 0x80; byte < 0x100; byte++) if (!bytes[byte]) bytes[byte] = byte
  }
  const leads = characters.slice(0xc2 - 0x80, 0xf5 - 0x80)
  const hint = new Set(leads.replaceAll('\ufffd', ''))
  return {name, byteOf: (code) => bytes[code] ?? 0, hint, trusted}
}

const standard = (label: string): string => new TextDecoder(label).decode(UPPER)

/** The most common culprit. */
export const western = codePage('Windows-1252', standard('windows-1252'), true)

/** All sets, the most common first. */
export const codePages: readonly CodePage[] = [
  western,
  codePage('Mac Roman', standard('macintosh')),
  codePage('Windows-1251', standard('windows-1251')),
  codePage('Windows-1250', standard('windows-1250')),
  codePage('Windows-1253', standard('windows-1253')),
  codePage('Windows-1254', standard('windows-1254')),
  codePage('Windows-1257', standard('windows-1257')),
  codePage('Windows-1255', standard('windows-1255')),
  codePage('Windows-1256', standard('windows-1256')),
  codePage('ISO 8859-2', standard('iso-8859-2')),
  codePage('Mac Cyrillic', standard('x-mac-cyrillic')),
  codePage('KOI8-R', standard('koi8-r')),
  codePage('code page 437', cp437),
  codePage('code page 850', cp850),
  codePage('code page 852', cp852),
  codePage('code page 866', standard('ibm866')),
]
