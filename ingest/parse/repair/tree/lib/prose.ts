/**
 * Classify a text: a sentence, a title, filler.
 *
 * Case means nothing in scripts without it (Han, Arabic, Hebrew, Thai, …), and less in German, which capitalizes every
 * noun; so title case is only one sign, and rules that need it check it by name.
 */
import {withoutClosers} from '../../../sentence.ts'

/** Words in lower case in titles: articles, conjunctions and prepositions of languages with title case. */
const SMALL: ReadonlySet<string> = new Set(
  (
    'a an and as at but by de del der des di du en et for from in into la las le les los nor of off on onto or over per ' +
    'than that the to up upon via vs with without y und von vom zu zur am im is are be do'
  ).split(' '),
)

const WORD = /[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’\-‑.]*/gu

/** List the words of a text; in a script without spaces, every two letters are one word. */
export function wordsIn(text: string): string[] {
  const words = text.match(WORD) ?? []
  if (!UNSPACED.test(text)) return words
  return words.flatMap((word) => (UNSPACED.test(word) ? (word.match(/.{1,2}/gu) ?? []) : [word]))
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Whether a text has letters of a script with case. */
export const hasCase = (text: string): boolean => /[\p{Lu}\p{Ll}]/u.test(text)

/** Share of the content words that begin with a capital or digit; 0 if the script has no case. */
function titleCaseShare(text: string): number {
  let weighty = 0
  let capital = 0
  for (const word of text.match(WORD) ?? []) {
    if (SMALL.has(word.toLowerCase())) continue
    weighty++
    if (/^[\p{Lu}\p{Lt}\p{N}]/u.test(word)) capital++
  }
  return weighty === 0 ? 0 : capital / weighty
}

/** Whether a text is in title case: nearly every content word is capitalized. */
export const isTitleCase = (text: string): boolean => titleCaseShare(text) >= 0.8

/** Characters that occur in meaningless rows. */
const FILLER = /^[\s.$\-*=_~#+•·–—|<>^°]+$/u

/** Whether a text is only filler, and more than a writer would use for effect. */
export function isFiller(text: string): boolean {
  if (!FILLER.test(text)) return false
  const units = text.replace(/\s+/g, '')
  return units.length >= 8
}

/** A line that reads as a name, credit, address or date rather than a heading. */
const NOT_HEADING =
  /^(?:by|von|par|por|di|av|\(.*\)|\[.*\]|by\s+\p{Lu}.*|von\s+\p{Lu}.*|par\s+\p{Lu}.*|por\s+\p{Lu}.*|(?:photo|image|picture|source|credit|foto|bild|quelle|crédit|fuente)s?\b\s*[:/].*|(?:updated|published|posted|last (?:updated|modified))\b.*|\S{1,160}@\S{1,160}|(?:https?:\/\/|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|co|de|fr|uk|eu|ru)\S{0,160}|@\w+|#\w+|[\d\s.,:/%$€£+-]+)$/iu
const MONTH_LINE =
  /^(?:\p{L}+,?\s+)?(?:\d{1,2}\.?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?\s+(?:\d{1,2},?\s+)?\d{4}\b.{0,30}$/iu

/** The number of a heading: "3.", "2.1", "IV.", "b)". */
const NUMBER = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|[IVX]{1,5}[.)]|\p{L}\))\s+/u

/** Whether a text is a table row that was not assembled: it has two column marks, or one at an end. */
const isRow = (text: string): boolean => /^\||\|$|\|[^|\n\r\u2028\u2029]*\|/.test(text)

/** How a line would read as a heading. */
export type HeadingLook = 'title' | 'line' | undefined

/**
 * Decide how a line would read as a heading: `title` by its capitals, `line` only by its shape (short, begins like a
 * sentence, no final stop), undefined if it cannot be one.
 */
export function headingLook(text: string): HeadingLook {
  if (text.length > 160 || text.length < 2 || !/\p{L}/u.test(text)) return undefined
  if (NOT_HEADING.test(text) || MONTH_LINE.test(text) || isRow(text)) return undefined
  const last = withoutClosers(text)
  if (/[.,;:…。，、；：،؛।॥։-]$/u.test(last) && !/\p{Lu}\.\p{Lu}\.$|\p{Script=Greek};$/u.test(last))
    return undefined
  const named = text.replace(NUMBER, '').replace(/^["'“„«‘(¿¡]+/u, '')
  if (/^[–—―•*-]\s/.test(text) || !/^(?:[^\p{Ll},.;:)\]}]|\p{Ll}{1,2}\p{Lu})/u.test(named)) return undefined
  const words = wordsIn(named)
  if (hasCase(text)) {
    if (/\.["”’»)]*\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(named)) return undefined
    if (isTitleCase(text) && words.length <= 20) return 'title'
    return words.length <= 14 && text.length <= 100 ? 'line' : undefined
  }
  return words.length <= 18 && text.length <= 60 ? 'line' : undefined
}
