/**
 * Tests of single UTF-16 units. An expression with a Unicode class takes some fifteen nanoseconds per non-ASCII unit of
 * a text, a table one; so each unit is tested by the expression once, on first use.
 */

const YES = 1
const NO = 2

/** Create a test whether a single unit matches an expression; half of a surrogate pair is tested as it is. */
export function createUnitTest(pattern: RegExp): (code: number) => boolean {
  const known = new Uint8Array(0x10000)
  return (code) => {
    known[code] ||= pattern.test(String.fromCharCode(code)) ? YES : NO
    return known[code] === YES
  }
}

/** Whether a unit is half of a surrogate pair. */
export const isSurrogate = (code: number): boolean => (code & 0xf800) === 0xd800
