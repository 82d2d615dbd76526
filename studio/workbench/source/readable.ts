/** The text of a source without its markup. Offsets are those of the source. Pure. */

/** Valid tags, and the beginning of comments. Text that only resembles a tag is kept. */
const MARKUP = /<!--|<[!?][^<>]*>|<(\/?)([a-zA-Z][\w:-]*)(?:\s[^<>]*|\/)?>/g
/** Elements whose text is not displayed. */
const UNRENDERED = /^(?:script|style|noscript|template|svg)$/i
const BLOCKS =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul)$/i
const CELLS = /^t[dh]$/i
const REFERENCE = /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/gi

/** A range of markup in the source. */
export interface Markup {
  start: number
  end: number
  /** Displayed in its place. */
  shown: '' | '\n' | ' '
}

/** The ranges of markup in a source, in order. */
export function findMarkup(source: string): Markup[] {
  const hidden: Markup[] = []
  const lower = source.toLowerCase()
  // A missing end is searched for only once.
  const missing = new Set<string>()
  const endOf = (what: string, from: number): number => {
    const at = missing.has(what) ? -1 : lower.indexOf(what, from)
    if (at < 0) missing.add(what)
    return at
  }
  MARKUP.lastIndex = 0
  for (let match = MARKUP.exec(source); match; match = MARKUP.exec(source)) {
    const [token, slash, name = ''] = match
    let end = match.index + token.length
    if (token === '<!--') {
      const close = endOf('-->', end)
      if (close < 0) continue
      end = close + 3
    } else if (slash === '' && UNRENDERED.test(name)) {
      const close = endOf(`</${name.toLowerCase()}`, end)
      const last = close < 0 ? -1 : source.indexOf('>', close)
      if (last >= 0) end = last + 1
    }
    MARKUP.lastIndex = end
    const shown = BLOCKS.test(name) ? '\n' : CELLS.test(name) ? ' ' : ''
    hidden.push({start: match.index, end, shown})
  }
  return hidden
}

/**
 * Creates a function that returns the readable text of a range. It must be called with ranges in order, so that reading the whole source takes
 * one pass.
 *
 * @param decode returns the text of a character reference
 */
export function createReader(
  source: string,
  hidden: readonly Markup[],
  decode: (reference: string) => string,
): (start: number, end: number) => string {
  let next = 0
  return (start, end) => {
    let text = ''
    let at = start
    for (let stretch = hidden[next]; stretch && stretch.start < end; stretch = hidden[next]) {
      if (stretch.end > at) {
        text += source.slice(at, Math.max(at, stretch.start))
        if (stretch.start >= start) text += stretch.shown
        at = Math.max(at, Math.min(end, stretch.end))
      }
      // Markup that continues after this range also belongs to the next one.
      if (stretch.end > end) break
      next++
    }
    text += source.slice(at, end)
    return text.replace(REFERENCE, decode).replace(/\s+/g, withOneBlankLine)
  }
}

/** White space with more than one line end becomes one blank line. */
const withOneBlankLine = (space: string): string =>
  space.indexOf('\n') === space.lastIndexOf('\n') ? space : '\n\n'
