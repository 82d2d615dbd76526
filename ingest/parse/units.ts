/**
 * Tests of single UTF-16 units. An expression with a class of Unicode costs some fifteen nanoseconds for each unit of a
 * text beyond ASCII, a table one; so each unit is asked of the expression once, when it is first met.
 */

const YES = 1
const NO = 2

/** Whether a unit by itself matches an expression; half of a surrogate pair is what the expression makes of it. */
export function createUnitTest(pattern: RegExp): (code: number) => boolean {
  const known = new Uint8Array(0x10000)
  return (code) => {
    known[code] ||= pattern.test(String.fromCharCode(code)) ? YES : NO
    return known[code] === YES
  }
}

/** Whether a unit is half of a pair that stands for one character. */
export const isSurrogate = (code: number): boolean => (code & 0xf800) === 0xd800
