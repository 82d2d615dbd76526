/** Names of authors as pages give them: what introduces and follows them is taken off, what is no name is told. */

import {AUTHOR_LABELS, LABELS, OTHER_PEOPLE, PREPOSITIONS, WRITTEN_BY} from './byline-words.ts'
import {findDate} from './dates/index.ts'
import {isWeekday, monthOf} from './dates/months.ts'

/** Longer, and it is a sentence. */
const LONGEST = 120
const MOST_WORDS = 14

const introductions = [...WRITTEN_BY].sort((a, b) => b.length - a.length)
const labels = [...AUTHOR_LABELS].sort((a, b) => b.length - a.length)

/** What follows `words` in a line, if the line begins with them; `colon` where a colon stands between. */
function after(line: string, lower: string, words: string): {rest: string; colon: boolean} | undefined {
  if (!lower.startsWith(words)) return undefined
  const rest = line.slice(words.length)
  const mark = /^\s{0,3}[:：/＝=]\s{0,3}|^\s{1,3}/.exec(rest)?.[0]
  if (mark === undefined) return undefined
  const name = rest.slice(mark.length).trim()
  return name === '' ? undefined : {rest: name, colon: mark.trim() !== ''}
}

/**
 * What a line says after the words that introduce an author; undefined where none introduce it.
 *
 * @param language of the page, for prepositions such as `von`
 * @param isForAuthors whether the page says that the line holds an author and nothing else
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
    // A small letter goes on with a sentence: "By the time …".
    if (found && (found.colon || isForAuthors || !/^\p{Ll}/u.test(found.rest))) return found.rest
  }
  for (const words of labels) {
    const found = after(line, lower, words)
    if (found && (found.colon || isForAuthors)) return found.rest
  }
  return undefined
}

export interface NameOptions {
  /** Of the page. */
  language?: string | undefined
  /** From structured data: a name as a rule, so that only words in English that introduce it are taken off. */
  isStructured?: boolean
}

/**
 * A name or several, without introduction, date, and what follows a mark; undefined for what is no name.
 *
 * @example
 *   cleanName('By Ada Lovelace | 3 May 2026') // 'Ada Lovelace'
 */
export function cleanName(text: string, {language, isStructured}: NameOptions = {}): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, 300)
  const named = isStructured
    ? line.replace(/^(?:(?:written|posted|words)\s)?by[\s:]\s{0,3}/i, '')
    : (nameAfterCue(line, language, true) ?? line)
  const name = trimmed(beforeRest(named))
  return isName(name) ? name : undefined
}

/** What follows a bar, dot or dash with space round it, leads over to a date or a section, or names somebody else. */
function beforeRest(text: string): string {
  const end = /\s[|•·⋅∙●–—-]\s|\s{0,3}[|•]|\s(?:on|in|am|le|el|il)\s(?=\p{Lu}|\d)|[,\s]\s{0,3}\d/u.exec(
    text,
  )?.index
  let name = end === undefined || end === 0 ? text : text.slice(0, end)
  const lower = name.toLowerCase()
  for (const verb of OTHER_PEOPLE) {
    const at = lower.indexOf(verb)
    const isWord = at === 0 || (at > 0 && lower[at - 1] === ' ')
    if (isWord && /^\s(?:by|von|par|por|di|door|av|af)\s/.test(lower.slice(at + verb.length)))
      name = name.slice(0, at)
  }
  // A month or a day of the week before the number that was cut.
  if (end !== undefined && /\d/.test(text.slice(end, end + 5))) {
    const words = name.split(/[\s,]+/)
    while (words.length > 0 && isOfDate(words.at(-1) ?? '')) words.pop()
    if (words.length < name.split(/[\s,]+/).length) name = words.join(' ')
  }
  return name
}

const isOfDate = (word: string): boolean =>
  monthOf(word, undefined) !== undefined || isWeekday(word) || word === ''

const MARKS = /[\s:,;|·•*–—-]/

/** Without marks at either end. */
function trimmed(name: string): string {
  let [start, end] = [0, name.length]
  while (start < end && MARKS.test(name[start] ?? '')) start++
  while (end > start && MARKS.test(name[end - 1] ?? '')) end--
  return name.slice(start, end)
}

function isName(name: string): boolean {
  const words = name.split(/\s+/)
  return (
    name.length > 1 &&
    name.length <= LONGEST &&
    words.length <= MOST_WORDS &&
    /\p{L}{2}|\p{Lo}/u.test(name) &&
    !/https?:|www\.|[@<>{}[\]!?#=]/.test(name) &&
    !/\d{1,2}[:.]\d{2}/.test(name) &&
    !words.every((word) => LABELS.has(word.toLowerCase())) &&
    findDate(name) === undefined
  )
}

/**
 * The name of an account rather than of a person: one word in small letters or with digits, dots or underscores. Believed where nothing
 * better is said.
 */
export const isAccount = (name: string): boolean =>
  !/\s/.test(name) && (/[\d._@]/.test(name) || /^[a-z-]+$/.test(name) || LABELS.has(name.toLowerCase()))

/** Names that a byline lists, where each reads as one: "A. One, B. Two and C. Three". Else the byline as it is. */
export function namesIn(byline: string): string[] {
  const parts = byline
    .split(/\s{0,3}[,;、，]\s{0,3}|\s(?:and|und|et|y|e|en|og|och|ja|i|и|та|ve|&)\s/u)
    .map((part) => part.trim())
    .filter(Boolean)
  const each = parts.every((part) =>
    /^\p{Lu}[\p{L}\p{M}'’.-]{0,40}(?:\s[\p{L}\p{M}'’.-]{1,40}){1,4}$/u.test(part),
  )
  return each && parts.length > 1 ? parts : [byline]
}
