/** UTF-8 bytes read as another character set. Of bytes that a set leaves undefined, the control character stays. */
import {pick} from '../random.ts'
import type {Operator} from './index.ts'

function readAs(text: string, label: string): string {
  const decoder = new TextDecoder(label)
  return [...new TextEncoder().encode(text)]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : decoder.decode(Uint8Array.of(byte))))
    .join('')
}

export const wrongEncoding: Operator = (html, random) =>
  readAs(html, pick(random, ['windows-1252', 'windows-1252', 'windows-1251', 'windows-1250', 'macintosh']))
