import type {Report} from '../findings/report.ts'
import {placeIn, spansOf} from './block-text.ts'
import {correctionOf} from './correction.ts'
import type {SuggestInput} from './input.ts'
import {createTwinFinder} from './near-twin.ts'
import {type Dictionary, dictionaryFor, hasDictionary} from './spelling.ts'
import {type WordUse, wordUses} from './words.ts'

/**
 * A word that stands once and is probably misspelled: a name that differs by one letter from a name of the same text, or a
 * word that one common confusion ("k" for "c", "shun" for "tion") turns into one of the dictionary. Never corrected
 * silently; few languages have a dictionary here, and text in others is left alone.
 *
 * @example
 *   ```html
 *   <p>The council would have the harbour deepened, and the people who live there have said that they want more from this. An edukational centre is to open in May.</p>
 *   ```
 *   becomes
 *   ```html
 *   <p>The council would have the harbour deepened, and the people who live there have said that they want more from this. An educational centre is to open in May.</p>
 *   ```
 */
export function possibleTypo(input: SuggestInput, report: Report): void {
  if (!mayBeEnglish(input)) return
  const words = wordUses(input.body)
  const dictionary = dictionaryOf(words)
  if (!dictionary) return
  const twins = createTwinFinder(words, dictionary)
  const sources = new Map(input.blockSources.map(({blockKey, ranges}) => [blockKey, ranges]))
  for (const [word, uses] of words) {
    const [use] = uses
    if (!use || uses.length > 1 || word.length < 5 || isInitials(word) || dictionary.knows(word)) continue
    if (words.has(word.toLowerCase()) && word !== word.toLowerCase()) continue
    const twin = twins(word)
    const better = twin ?? correctionOf(word, dictionary)
    if (better === undefined) continue
    const from = uniqueAround(use)
    report({
      code: 'possible-typo',
      message: twin
        ? `“${word}” is probably “${better}”, as it is spelled elsewhere in this text.`
        : `“${word}” is probably “${better}”.`,
      ranges: placeIn(input.source, word, sources.get(use.place.blockKey) ?? []),
      blockKeys: [use.place.blockKey],
      before: word,
      after: better,
      suggestion: {
        title: `Replace “${word}” by “${better}”`,
        ops: [
          {
            op: 'replaceText',
            key: use.place.blockKey,
            path: use.place.path(),
            from,
            to: from.replace(word, better),
          },
        ],
      },
    })
  }
}

/** All capitals, or a capital inside: a name that someone made up. */
const isInitials = (word: string): boolean => /^\P{Ll}+$/u.test(word) || /\p{Ll}\p{Lu}/u.test(word)

/** Whether a text, before its words are told apart, has one of those that its dictionary is known by. */
const mayBeEnglish = ({body, language}: SuggestInput): boolean =>
  (language === undefined || hasDictionary(language)) &&
  Iterator.from(spansOf(body)).some(({span}) => holdsCommon(span.text))

/** The dictionary of the text's language, if most words are in it: a page may name a language that its text is not in. */
function dictionaryOf(words: ReadonlyMap<string, WordUse[]>): Dictionary | undefined {
  const sample = [...words.keys()].filter((word) => /^[a-z]{3,}$/.test(word)).slice(0, 300)
  // Plain words that no other language has: a text without them needs no dictionary to be told apart.
  if (sample.length < 12 || !sample.some((word) => COMMON.has(word))) return undefined
  const english = dictionaryFor('en')
  const known = sample.filter((word) => english?.knows(word)).length
  return known >= sample.length * 0.85 ? english : undefined
}

const COMMON: ReadonlySet<string> = new Set(
  'the and that with for from this which have has their would about'.split(' '),
)

/** Whether such a word, or a longer one that it is part of, stands in a text. */
const holdsCommon = (text: string): boolean =>
  /[a-z]{3}/.test(text) && Iterator.from(COMMON).some((word) => text.includes(word))

/** The word with as much of what stands round it as makes it stand once in its span. */
function uniqueAround({word, place, at}: WordUse): string {
  const {text} = place.span
  let [start, end] = [at, at + word.length]
  while (text.indexOf(text.slice(start, end)) !== text.lastIndexOf(text.slice(start, end))) {
    if (start > 0) start--
    else if (end < text.length) end++
    else break
  }
  return text.slice(start, end)
}
