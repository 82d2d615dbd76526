/** What a reader would see of a source: its text without markup. Offsets stay those of the source. Pure. */

/** Tags as HTML knows them, and where comments begin. What only looks like a tag stays. */
const MARKUP = /<!--|<[!?][^<>]*>|<(\/?)([a-zA-Z][\w:-]*)(?:\s[^<>]*|\/)?>/g
/** Elements whose text nobody reads. */
const UNREAD = /^(?:script|style|noscript|template|svg)$/i
const BLOCKS =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul)$/i
const CELLS = /^t[dh]$/i
const REFERENCE = /&(?:#\d+|#x[\da-f]+|[a-z]\w*);/gi

export interface Hidden {
  start: number
  end: number
  /** What is shown in its place. */
  shown: '' | '\n' | ' '
}

/** Stretches of markup in a source, in order. */
export function hiddenIn(source: string): Hidden[] {
  const hidden: Hidden[] = []
  const lower = source.toLowerCase()
  // An end that is not there is looked for once.
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
    } else if (slash === '' && UNREAD.test(name)) {
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
 * Stretches of a source as they read, given in order: a function that keeps its place between calls, so that a whole source
 * costs one walk.
 *
 * @param decode gives the text of a character reference
 */
export function reader(
  source: string,
  hidden: readonly Hidden[],
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
      // One that goes on is met again by the next stretch of text.
      if (stretch.end > end) break
      next++
    }
    text += source.slice(at, end)
    return text.replace(REFERENCE, decode).replace(/[ \t]*\n\s*\n\s*/g, '\n\n')
  }
}
