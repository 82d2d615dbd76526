/**
 * Whether a line is the writer's or a label of the page. Labels say a date, a time, a name or a place, and may end with a
 * full stop; a sentence has words besides. No rule of shape or position may take a sentence out of an article silently.
 */
import {endsSentence} from '../sentence.ts'
import {OTHER_LABELS, PUBLISHED, UPDATED, WRITTEN_BY} from './byline-words.ts'
import {findDate} from './dates/index.ts'
import {isWeekday, monthOf} from './dates/months.ts'

/** Maximum length of a text whose words are looked at, in characters. A longer one with a full stop is prose. */
const MAX_LENGTH = 200
/** Minimum number of words besides those of dates; beside a number, one less. */
const MIN_WORDS = 3
/** Minimum number of letters in a script without spaces. */
const MIN_DENSE = 5
/** Maximum number of other words in a label such as “Published on 3 May 2026 in News.” */
const MAX_LABEL_WORDS = 3
/** Minimum number of words in lower case in a sentence that begins like a byline: “By Friday nobody had come.” */
const MIN_LOWER_AFTER_CUE = 3

const WORDS = /[\p{L}\p{M}][\p{L}\p{M}'’]*/gu
const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu
/** Units of dates and times in East Asian scripts, with their numbers. */
const DENSE_DATE =
  /\d{1,4}\s?[年月日時时分秒]|[（(][月火水木金土日一二三四五六][）)]|(?:星期|周|週)[一二三四五六日天]/gu
/** Words for a source, before a colon. */
const SOURCES = ['source', 'sources', 'quelle', 'quellen', 'credit', 'credits']
/** Maximum length of such a label, in characters. */
const MAX_CREDIT_LABEL = 24

/** Whether a text begins with a label that credits somebody: “Photo: …”, “Titelfoto/…”. */
function isCredit(text: string): boolean {
  const end = text.slice(0, MAX_CREDIT_LABEL).search(/[:：/]/)
  if (end < 0) return false
  const label = text.slice(0, end).trim().toLowerCase()
  return [...OTHER_LABELS, ...SOURCES].some((word) => label.endsWith(word))
}

/** The mark of a note after the stop of a sentence, raised in the page: “The quay was built in a year.2” Short words are no end: “vol.2”. */
const NOTE_MARK = /(?<=\p{L}{4}[.!?…。！？]["”’»)]?)(?:\d{1,3}|[¹²³⁰⁴-⁹]{1,3}|[*†‡])$/u

/** Parts of times, and zones. */
const TIME_WORDS = new Set('am pm uhr gmt utc est edt cet cest bst ist pst pdt et ct pt h hrs'.split(' '))
const CUES = [...PUBLISHED, ...UPDATED].filter((cue) => cue !== 'last ')
/** Words of a byline between names, which make no sentence. */
const BETWEEN_NAMES = new Set('and at de et for from in of the und van von y'.split(' '))

/**
 * Whether a text is a sentence of prose: it ends as one, and has words besides dates, times, names after an introduction
 * and the words that announce them.
 *
 * @example
 *   readsAsProse('Nine boats sank in 2023.') // true
 *   readsAsProse('Published on 3 May 2023.') // false
 */
export function readsAsProse(text: string): boolean {
  if (!endsSentence(text.replace(NOTE_MARK, ''))) return false
  if (text.length > MAX_LENGTH) return true
  if (isCredit(text)) return false
  const dense = text.match(DENSE)?.length ?? 0
  if (dense > 0 && dense >= 0.3 * text.length) return isDenseProse(text)
  const words = text.match(WORDS) ?? []
  const said = words.filter((word) => word.length > 1 && !isOfTime(word))
  const lower = said.filter((word) => !/^\p{Lu}/u.test(word)).length
  if (lower === 0) return false
  const start = text.replace(/^[^\p{L}]{1,8}/u, '').toLowerCase()
  const cues = said.slice(0, 2).filter(isCue).length || wordsOfCue(start)
  if (cues > 0 && hasMoment(text) && said.length - cues <= MAX_LABEL_WORDS) return false
  if (WRITTEN_BY.some((cue) => start.startsWith(`${cue} `) || start.startsWith(`${cue}:`)))
    return (
      said.filter((word) => /^\p{Ll}/u.test(word) && !BETWEEN_NAMES.has(word)).length >= MIN_LOWER_AFTER_CUE
    )
  return said.length - cues >= (/\d/.test(text) ? MIN_WORDS - 1 : MIN_WORDS)
}

function isDenseProse(text: string): boolean {
  const rest = text.replace(DENSE_DATE, '')
  const left = rest.match(DENSE)?.length ?? 0
  const isLabel = hasMoment(text) && CUES.some((cue) => rest.includes(cue))
  return left >= (isLabel ? 3 * MIN_DENSE : MIN_DENSE)
}

/** Whether a word belongs to a date or a time. */
const isOfTime = (word: string): boolean => {
  const lower = word.toLowerCase()
  return (
    TIME_WORDS.has(lower) || isWeekday(word) || (word.length > 2 && monthOf(word, undefined) !== undefined)
  )
}

/** Whether a word announces the date of the page. */
function isCue(word: string): boolean {
  const lower = word.toLowerCase()
  return CUES.some((cue) => lower.startsWith(cue.trim()))
}

/** Number of words of an announcement such as “mis à jour” at the start of a text. */
const wordsOfCue = (start: string): number =>
  CUES.find((cue) => cue.trim().includes(' ') && start.startsWith(cue))?.split(' ').length ?? 0

const hasMoment = (text: string): boolean =>
  /\d{1,2}[:.h]\d{2}/.test(text) || /\b(?:19|20)\d{2}\b/.test(text) || findDate(text) !== undefined
