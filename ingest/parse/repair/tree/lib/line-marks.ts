/** Marks at the start of lines: bullets, dashes, numbers; and column marks inside them. */

/** Bullets that mark an item at the start of any line. A hyphen or asterisk must be followed by a space. */
const BULLET = /^([\s\u00a0]*)([•‣◦▪▫●○■□◆◇❖➢➤►▸✓✔✦★☆⁃∙·・･◎※]\ufe0f?|[-*+](?=[\s\u00a0]))[\s\u00a0]*(?=\S)/u
/** Dashes that begin an item or speech, and signs that mark an item if several lines begin with one. */
const DASH = /^([\s\u00a0]*)([–—―→⇒➔➜➡✅☑❌✗✘👉🔹🔸⭐📌]\ufe0f?)[\s\u00a0]+(?=\S)/u
/**
 * Numbers, lower-case letters and lower-case Roman numerals, with a full stop, a bracket or in brackets; capitals with
 * a bracket.
 */
const NUMBER = /^([\s\u00a0]*)(\()?(?:(\d{1,3})|([ivx]{2,5}|\p{Ll}|\p{Lu}(?=\))))([.)])[\s\u00a0]+(?=\S)/u

/** A list mark at the start of a line. */
export interface ListMark {
  kind: 'bullet' | 'dash' | 'number'
  /** The mark itself, to distinguish lists. */
  mark: string
  /** White space before the mark, in UTF-16 units; a tab counts as four. */
  indent: number
  /** Length up to the item’s text, in UTF-16 units. */
  length: number
  /** Number of a numbered item. */
  number?: number
}

/** Read the list mark at the start of a line. */
export function listMark(line: string): ListMark | undefined {
  const bullet = BULLET.exec(line)
  if (bullet)
    return {kind: 'bullet', mark: bullet[2] ?? '', indent: widthOf(bullet[1]), length: bullet[0].length}
  const dash = DASH.exec(line)
  if (dash) return {kind: 'dash', mark: dash[2] ?? '', indent: widthOf(dash[1]), length: dash[0].length}
  const number = NUMBER.exec(line)
  if (!number) return undefined
  const [whole, space, bracket = '', digits, letters = ''] = number
  // "(1." is not a number.
  if (bracket && number[5] === '.') return undefined
  const value = digits
    ? Number(digits)
    : letters.length > 1 || letters === 'i'
      ? roman(letters)
      : placeOf(letters)
  if (value === undefined) return undefined
  const script = digits
    ? '1'
    : letters.length > 1 || letters === 'i'
      ? 'i'
      : letters === letters.toLowerCase()
        ? 'a'
        : 'A'
  return {
    kind: 'number',
    mark: bracket ? `(${script})` : script,
    indent: widthOf(space),
    length: whole.length,
    number: value,
  }
}

/** Position of a letter in its alphabet; undefined for other scripts. */
function placeOf(letter: string): number | undefined {
  const code = letter.toLowerCase().charCodeAt(0)
  for (const first of [0x61, 0x3b1, 0x430]) {
    if (code >= first && code < first + 26) return code - first + 1
  }
  return undefined
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv']

function roman(letters: string): number | undefined {
  const place = ROMAN.indexOf(letters)
  return place < 0 ? undefined : place + 1
}

function widthOf(space = ''): number {
  let width = 0
  for (const unit of space.replace(/^\n+/, '')) width += unit === '\t' ? 4 : 1
  return width
}

/** Whether a line is the rule between header and body: `---|:--:|---`. */
export const isRuleRow = (line: string): boolean =>
  line.length < 2000 &&
  line.includes('--') &&
  /^\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?$/.test(line.trim())

/** Maximum number of columns: the maximum span of a cell in HTML. */
const MAX_COLUMNS = 1000

/** Count the cells that column marks make of a line; 0 if it is not a row. */
export function columnsOf(line: string): number {
  const columns = countColumns(line)
  return columns > MAX_COLUMNS ? 0 : columns
}

function countColumns(line: string): number {
  if (line.includes('|')) {
    const row = line.trim()
    const [lead, trail] = [row.startsWith('|'), row.length > 1 && row.endsWith('|')]
    const columns = row.slice(lead ? 1 : 0, trail ? -1 : undefined).split('|').length
    return columns > 1 || (lead && trail) ? columns : 0
  }
  if (!line.includes('\t')) return 0
  const [mark = '', ...rest] = line.trim().split(/\t+/)
  // A bullet or number with a tab after it begins an item.
  if (rest.length === 1 && /^(?:[^\p{L}\p{N}\s]|\(?(?:\d{1,3}|\p{L})[.)])$/u.test(mark)) return 0
  return rest.length > 0 ? rest.length + 1 : 0
}
