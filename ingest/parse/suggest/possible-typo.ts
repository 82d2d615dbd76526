import type {Report} from '../findings/report.ts'
import {placeIn, spansOf} from './block-text.ts'
import {correctionOf} from './correction.ts'
import type {SuggestInput} from './input.ts'
import {createTwinFinder} from './near-twin.ts'
import {type Dictionary, dictionaryFor, hasDictionary} from './spelling.ts'
import {type WordUse, wordUses} from './words.ts'

/**
 * A word that occurs once and is probably misspelled: a name that differs by one letter from a name of the same text, or a
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

/** Whether a word is all capitals or has an inner capital: an invented name. */
const isInitials = (word: string): boolean => /^\P{Ll}+$/u.test(word) || /\p{Ll}\p{Lu}/u.test(word)

/** A quick test, before the text is split, for one of the words that identify English. */
const mayBeEnglish = ({body, language}: SuggestInput): boolean =>
  (language === undefined || hasDictionary(language)) &&
  Iterator.from(spansOf(body)).some(({span}) => holdsCommon(span.text))

/** Find the dictionary of the text’s language if it has most words: a page may declare a different language. */
function dictionaryOf(words: ReadonlyMap<string, WordUse[]>): Dictionary | undefined {
  const sample = [...words.keys()].filter((word) => /^[a-z]{3,}$/.test(word)).slice(0, 300)
  // Plain words that no other language has: a text without them needs no dictionary.
  if (sample.length < 12 || !sample.some((word) => COMMON.has(word))) return undefined
  const english = dictionaryFor('en')
  const known = sample.filter((word) => english?.knows(word)).length
  return known >= sample.length * 0.85 ? english : undefined
}

const COMMON: ReadonlySet<string> = new Set(
  'the and that with for from this which have has their would about'.split(' '),
)

/** Whether a text contains such a word, possibly as part of a longer one. */
const holdsCommon = (text: string): boolean =>
  /[a-z]{3}/.test(text) && Iterator.from(COMMON).some((word) => text.includes(word))

/** Extend a word by its context until it is unique in its span. */
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
