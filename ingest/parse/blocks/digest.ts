/**
 * A digest of text for keys: two 32-bit lanes mixed by multiplication and finished with an avalanche, 48 bits of them
 * kept. Not for security; equal keys of different contents differ by their order. A cryptographic hash costs more per
 * call than all else that a short span needs.
 */

/** 12 hex digits, the same for a text whole and in parts. */
export function digest(first: string, second = '', third = ''): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let index = 0; index < 3; index++) {
    const part = index === 0 ? first : index === 1 ? second : third
    for (let at = 0; at < part.length; at++) {
      const unit = part.charCodeAt(at)
      a = Math.imul(a ^ unit, 0x9e3779b1)
      b = Math.imul(b ^ unit, 0x5f356495)
    }
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35)
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return hex(a >>> 8) + hex(b >>> 8)
}

/** Each number of 12 bits as three hex digits. */
const digits = Array.from({length: 0x1000}, (_, number) => number.toString(16).padStart(3, '0'))

/** A number of 24 bits as six hex digits. */
const hex = (number: number): string => `${digits[number >>> 12]}${digits[number & 0xfff]}`
