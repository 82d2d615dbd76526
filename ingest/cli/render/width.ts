/** The width of text on a terminal, and wrapping. */

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\p{Emoji_Presentation}]/u
const narrow = /[\p{M}\p{Cf}\p{Cc}]/u
const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'})

/** Number of columns of a text. */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length
  let width = 0
  for (const {segment} of graphemes.segment(text))
    width += wide.test(segment) ? 2 : narrow.test(segment) && segment.length === 1 ? 0 : 1
  return width
}

/**
 * Wrap a text to lines of at most `width` columns. Words longer than a line are cut, and control characters are
 * removed.
 */
export function wrap(text: string, width: number): string[] {
  return clean(text)
    .split('\n')
    .flatMap((line) => wrapLine(line, Math.max(1, width)))
}

/** Remove control characters: a source may contain escape sequences that control the terminal. */
const clean = (text: string): string => text.replace(/(?!\n)\p{Cc}/gu, ' ')

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = []
  let current = ''
  let taken = 0
  const push = (): void => {
    lines.push(current)
    current = ''
    taken = 0
  }
  for (const word of line.split(' ')) {
    const length = widthOf(word)
    if (taken > 0 && taken + 1 + length > width) push()
    if (length <= width) {
      current += taken > 0 ? ` ${word}` : word
      taken += length + (taken > 0 ? 1 : 0)
      continue
    }
    for (const {segment} of graphemes.segment(word)) {
      const columns = widthOf(segment)
      if (taken + columns > width) push()
      current += segment
      taken += columns
    }
  }
  push()
  return lines
}

/** Pad a text with spaces. */
export function pad(text: string, width: number, align: 'left' | 'center' | 'right' | 'none'): string {
  const missing = Math.max(0, width - widthOf(text))
  if (align === 'right') return ' '.repeat(missing) + text
  const before = align === 'center' ? Math.floor(missing / 2) : 0
  return ' '.repeat(before) + text + ' '.repeat(missing - before)
}
