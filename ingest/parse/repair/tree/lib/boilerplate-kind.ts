/** What a line of a site looks like, by purpose, and whether a text is such a line. */

/** How a line begins, up to the word that shows its purpose. */
export interface LineOpening {
  /** Anchored at the start. It takes the last such word that is near enough. */
  pattern: RegExp
  /** Most characters that may follow. They are counted instead of matched: matched, each word would be tried with each rest. */
  rest: number
}

/** Lines of one purpose. */
export interface BoilerplateKind {
  name: string
  /** Matches a whole line. */
  pattern?: RegExp
  /** Other such lines, by how they begin. */
  openings?: readonly LineOpening[]
  /** Whether `pattern` matches a line without the marks and brackets around it. */
  isFramed?: true
  /** Maximum length of a line, in characters. */
  limit: number
  /**
   * Lower-case words of which every such line contains one: a quick test for patterns that may begin with any words.
   * None has an s, since an expression that ignores case also matches the long s.
   */
  signs?: readonly string[]
  /** A word that every such line contains. */
  mention?: RegExp
}

/** Whether a text is a line of a kind; `small` is the text in lower case. */
export function isOfKind(
  {pattern, openings, isFramed, limit, signs, mention}: BoilerplateKind,
  text: string,
  small: string,
): boolean {
  if (text.length > limit) return false
  if (signs && !signs.some((sign) => small.includes(sign))) return false
  if (mention && !mention.test(text)) return false
  if (pattern?.test(isFramed ? withoutFrame(text) : text)) return true
  return openings?.some((opening) => opensLine(opening, text)) ?? false
}

/** Whether a text begins like a line, and little enough follows. */
export function opensLine({pattern, rest}: LineOpening, text: string): boolean {
  const found = pattern.exec(text)
  return found !== null && Array.from(text.slice(found[0].length)).length <= rest
}

const withoutFrame = (text: string): string =>
  text.replace(/^[\s\-–—_*|[(]+/u, '').replace(/(?<![\s\-–—_*|\])])[\s\-–—_*|\])]+$/u, '')
