/**
 * Author names as pages write them: introductions and suffixes are removed, and text that is not a name is rejected.
 */

import {
  AUTHOR_LABELS,
  LABELS,
  OTHER_LABELS,
  OTHER_PEOPLE,
  PREPOSITIONS,
  ROLES,
  WRITTEN_BY,
} from './byline-words.ts'
import {findDate} from './dates/index.ts'
import {isWeekday, monthOf} from './dates/months.ts'

/** Maximum length of a name, in characters. A longer text is a sentence. */
const MAX_NAME_LENGTH = 120
const MAX_WORDS = 14

const introductions = [...WRITTEN_BY].sort((a, b) => b.length - a.length)
const labels = [...AUTHOR_LABELS].sort((a, b) => b.length - a.length)

/** Read what follows `words` at the start of a line; `colon` reports whether a colon is in between. */
function after(line: string, lower: string, words: string): {rest: string; colon: boolean} | undefined {
  if (!lower.startsWith(words)) return undefined
  const rest = line.slice(words.length)
  const mark = /^\s{0,3}[:：/＝=]\s{0,3}|^\s{1,3}/.exec(rest)?.[0]
  if (mark === undefined) return undefined
  const name = rest.slice(mark.length).trim()
  return name === '' ? undefined : {rest: name, colon: mark.trim() !== ''}
}

/**
 * Read the text after words that introduce an author; undefined if there are none.
 *
 * @param line text of the line
 * @param language of the page, for prepositions such as `von`
 * @param isForAuthors whether the page marks the line as an author and nothing else
 */
export function nameAfterCue(
  line: string,
  language: string | undefined,
  isForAuthors = false,
): string | undefined {
  const lower = line.slice(0, 40).toLowerCase()
  const base = language?.split('-', 1)[0] ?? ''
  const preposition = PREPOSITIONS[base]
  for (const words of preposition ? [...introductions, preposition] : introductions) {
    const found = after(line, lower, words)
    // A lower-case letter continues a sentence: "By the time …".
    if (found && (found.colon || isForAuthors || !/^\p{Ll}/u.test(found.rest))) return found.rest
  }
  for (const words of labels) {
    const found = after(line, lower, words)
    if (found && (found.colon || isForAuthors)) return found.rest
  }
  return undefined
}

/** How to read a name. */
export interface NameOptions {
  /** Of the page. */
  language?: string | undefined
  /** The text is structured data: usually just a name, so only English introductions are removed. */
  isStructured?: boolean
}

/**
 * Extract one or more names, without introduction, date and suffix; undefined if the text is not a name.
 *
 * @example
 *   cleanName('By Ada Lovelace | 3 May 2026') // 'Ada Lovelace'
 */
export function cleanName(text: string, {language, isStructured}: NameOptions = {}): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, 300)
  const named = isStructured
    ? line.replace(/^(?:(?:written|posted|words)\s)?by[\s:]\s{0,3}/i, '')
    : afterCues(line, language)
  const alone = withoutSuffix(creditsOf(named)[0] ?? '').replace(
    /[,\s]{1,3}(?:with|and|plus|mit|und|avec|et|con)\s{0,3}$/i,
    '',
  )
  const name = trimmed(withoutRoles(alone))
  return isName(name) ? name : undefined
}

/** Read the text after words that introduce an author, which a page may have twice, or without a space after them. */
function afterCues(line: string, language: string | undefined): string {
  const once = nameAfterCue(line.replace(/^By(?=\p{Lu}\p{Ll})/u, 'By '), language, true)
  return once === undefined ? line : (nameAfterCue(once, language, true) ?? once)
}

/**
 * Split a line of several credits before each label with a colon.
 *
 * @example
 *   creditsOf('Words: A. One Photos: B. Two') // ['Words: A. One', 'Photos: B. Two']
 */
export function creditsOf(line: string): string[] {
  if (!/[:：]/.test(line)) return [line]
  const words = line.split(' ')
  const starts = words.flatMap((_, index) => (index > 0 && isLabelAt(words, index) ? [index] : []))
  return [0, ...starts]
    .map((start, index) => words.slice(start, starts[index]).join(' ').trim())
    .filter(Boolean)
}

const CREDIT_LABELS: ReadonlySet<string> = new Set([...AUTHOR_LABELS, ...OTHER_LABELS])
/** Number of words in the longest label. */
const MAX_LABEL_WORDS = 3

/** Whether a label that credits somebody begins at a word: one to three words up to a colon. */
function isLabelAt(words: readonly string[], at: number): boolean {
  let label = ''
  for (const word of words.slice(at, at + MAX_LABEL_WORDS + 1)) {
    const colon = word.search(/[:：]/)
    label = `${label} ${colon < 0 ? word : word.slice(0, colon)}`.trim().toLowerCase()
    if (colon >= 0) return CREDIT_LABELS.has(label)
  }
  return false
}

/** Maximum number of words in the description of a role: “Senior Political Correspondent”. */
const MAX_ROLE_WORDS = 5

/** Words after a role: “reporter at The Quay”. */
const AT = new Set('at for in of on bei beim in für à au chez pour de del en da van voor'.split(' '))

/** Whether a text says what somebody does, and names nobody. */
function isRole(text: string): boolean {
  const [first = '', second, ...words] = text.toLowerCase().split(/\s+/)
  const last = words.at(-1) ?? second ?? first
  return (
    words.length + 2 <= MAX_ROLE_WORDS &&
    (ROLES.has(last) || ROLES.has(last.replace(/s$/, '')) || (ROLES.has(first) && AT.has(second ?? '')))
  )
}

/** Remove roles after commas, in brackets, and common ones without a mark: “A. One, Staff Writer”. */
function withoutRoles(text: string): string {
  const bare = text
    .replace(/\s\(([^()]{1,60})\)/gu, (whole, inside) => (isRole(inside) ? '' : whole))
    .replace(
      /\s(?:staff|senior|contributing|guest|chief|managing)\s(?:writer|reporter|editor|correspondent)s?$/iu,
      '',
    )
  if (!/[,;、，]/u.test(bare)) return bare
  const parts = bare.split(/([,;、，])/u)
  const kept = parts.filter((part, index) => index === 0 || index % 2 === 1 || !isRole(part.trim()))
  if (kept.length === parts.length) return bare
  const named = parts
    .filter((_, index) => index % 2 === 0)
    .map((part) => part.trim())
    .filter((part, index) => index === 0 || !isRole(part))
  // A separator stays only between two parts: before “and” it ended the role.
  return named.length === 2 && /^(?:and|und|et|&)\s/u.test(named[1] ?? '')
    ? named.join(' ')
    : named.join(', ')
}

/** Cut off the text after a bar, dot or dash with spaces around it: a date, a section or another person. */
function withoutSuffix(text: string): string {
  const end = /\s[|•·⋅∙●–—-]\s|\s{0,3}[|•]|\s(?:on|in|am|le|el|il)\s(?=\p{Lu}|\d)|[,\s]\s{0,3}\d/u.exec(
    text,
  )?.index
  let name = withoutLabel(end === undefined || end === 0 ? text : text.slice(0, end))
  const lower = name.toLowerCase()
  for (const verb of OTHER_PEOPLE) {
    const at = lower.indexOf(verb)
    const isWord = at === 0 || (at > 0 && lower[at - 1] === ' ')
    if (isWord && /^\s(?:by|von|par|por|di|door|av|af)\s/.test(lower.slice(at + verb.length)))
      name = name.slice(0, at)
  }
  // A month or weekday may precede the number that was cut off.
  if (end !== undefined && /\d/.test(text.slice(end, end + 5))) {
    const words = name.split(/[\s,]+/)
    while (words.length > 0 && isOfDate(words.at(-1) ?? '')) words.pop()
    if (words.length < name.split(/[\s,]+/).length) name = words.join(' ')
  }
  return name
}

/** Cut off what a label or the short name of an agency after a slash adds: “Ada One Updated”, “Ada One / QPA”. */
function withoutLabel(name: string): string {
  const end =
    /\s(?:last )?(?:updated|published|posted|modified|aktualisiert|veröffentlicht|publié|actualizado|publicado|aggiornato|pubblicato)(?=\s|$)|\s\/\s(?=\p{Lu}{2,5}(?:\s|$))/iu.exec(
      name,
    )?.index
  return end === undefined || !/\S\s\S/.test(name.slice(0, end)) ? name : name.slice(0, end)
}

const isOfDate = (word: string): boolean =>
  monthOf(word, undefined) !== undefined || isWeekday(word) || word === ''

const MARKS = /[\s:,;|·•*–—-]/

/** Trim punctuation at both ends. */
function trimmed(name: string): string {
  let [start, end] = [0, name.length]
  while (start < end && MARKS.test(name[start] ?? '')) start++
  while (end > start && MARKS.test(name[end - 1] ?? '')) end--
  const text = name.slice(start, end)
  // The full stop of a line, not of an initial or of “Jr.”
  return /\p{L}{4}\.$/u.test(text) ? text.slice(0, -1) : text
}

/** What programs write where nobody is named: office suites, and templates that were not filled in. */
const NOBODY = new Set(
  'un-named|unnamed|unknown|unknown author|no author|not specified|unspecified|undefined|null|none|n/a|unbekannt|inconnu|desconocido|sconosciuto'.split(
    '|',
  ),
)

function isName(name: string): boolean {
  const words = name.split(/\s+/)
  return (
    !NOBODY.has(name.toLowerCase()) &&
    name.length > 1 &&
    name.length <= MAX_NAME_LENGTH &&
    words.length <= MAX_WORDS &&
    /\p{L}{2}|\p{Lo}/u.test(name) &&
    !/https?:|www\.|[@<>{}[\]!?#=]/.test(name) &&
    !/\d{1,2}[:.]\d{2}/.test(name) &&
    !words.every((word) => LABELS.has(word.toLowerCase())) &&
    findDate(name) === undefined
  )
}

/**
 * Whether a name is an account rather than a person: one word in lower case, or with digits, dots or underscores.
 * Trusted only if there is nothing better.
 */
export const isAccount = (name: string): boolean =>
  !/\s/.test(name) && (/[\d._@]/.test(name) || /^[a-z-]+$/.test(name) || LABELS.has(name.toLowerCase()))

/** Words in the names of offices and agencies, which are no list of people. */
const OFFICE =
  /\b(?:of|for|the|agency|association|bureau|council|department|desk|foundation|institute|ministry|office|press|services?|team|university)\b/iu

/**
 * List the names in a byline if each reads like a name: "A. One, B. Two and C. Three". Otherwise returns the byline as
 * it is.
 */
export function namesIn(byline: string): string[] {
  const parts = byline
    .split(/\s{0,3}[,;、，]\s{0,3}|\s(?:and|und|et|y|e|en|og|och|ja|i|и|та|ve|&)\s/u)
    .map((part) => part.replace(/^(?:and|und|et|y|og|och)\s/u, '').trim())
    .filter((part, index) => part !== '' && !isRole(part) && !(index > 0 && /^\p{Lu}{2,5}$/u.test(part)))
  const each = parts.every(
    (part) =>
      /^\p{Lu}[\p{L}\p{M}'’.-]{0,40}(?:\s[\p{L}\p{M}'’.-]{1,40}){1,4}$/u.test(part) && !OFFICE.test(part),
  )
  return each && parts.length > 1 ? parts : [byline]
}
