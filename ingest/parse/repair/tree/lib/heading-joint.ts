/** Find where a heading runs into a sentence. */
import {createUnitTest, isSurrogate} from '../../../units.ts'
import {isTitleCase, wordsIn} from './prose.ts'

/** Names with an inner capital. */
const CAMEL =
  /^(?:Mc|Mac|De|Di|Du|Da|La|Le|Van|Von|Fitz|O['’])\p{Lu}|^(?:YouTube|LinkedIn|WhatsApp|PayPal|FaceTime|GitHub|GitLab|JavaScript|TypeScript|TikTok|MasterCard|OpenAI|DeepMind|SpaceX|FedEx|PowerPoint|SharePoint|OneDrive|WordPress|PlayStation|BlackBerry|BlackRock|AstraZeneca|GlaxoSmithKline|HarperCollins|SoftBank|TripAdvisor|QuickTime|AirBnB|StackOverflow|DreamWorks|MySpace|ChatGPT|LaTeX|MySQL|PostgreSQL|BuzzFeed|HuffPost|DoorDash|HubSpot|SoundCloud|MacBook|FireWire|ThinkPad|WeChat|WeWork|LastPass|DuckDuckGo|BitTorrent|CrossFit|NeuroImage|StarCraft|WarCraft|MineCraft|DigitalOcean)(?:\P{L}|$)/u

const JOINT = /(?<=[\p{Ll}\p{N}?!’”"'\])])(?=[\p{Lu}“‘"']?\p{Lu}(?:\p{Ll}|['’]\p{Ll}|\s+\p{Ll}))/gu
const STARTERS: ReadonlySet<string> = new Set(
  'a after all although an and as at because before but by despite during each even every for from he her his how i if in it its many most no not of on one our she since so some such that the their there these they this those though to two under until we what when where while who why with you your'.split(
    ' ',
  ),
)

/**
 * Frequency of each lower-case word in a text, which shows that "Der" after a joint is a word, and "Tube" is not; and
 * of each word with an inner capital, which is a name if it occurs twice.
 */
export type Vocabulary = Pick<ReadonlyMap<string, number>, 'get'>

/** Count the lower-case words of a text, and those with an inner capital. */
export function vocabularyOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(
    /(?<![\p{L}\p{N}])(?:\p{Ll}+(?![\p{L}\p{N}])|\p{L}*\p{Ll}\p{Lu}\p{L}*)/gu,
  ))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Whether the word around an offset is a name with an inner capital ("YouTube", "McDonald"). */
export function hasInnerCapital(text: string, at: number): boolean {
  const stem = /(?<!\S)\S+$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? ''
  const start = /^\S+/u.exec(text.slice(at, at + 40))?.[0] ?? ''
  return CAMEL.test((stem + start).replace(/^["'“‘(]+/u, ''))
}

/**
 * Find the offset at which a block divides into a heading and a paragraph; undefined if it does not.
 *
 * @param text raw text of the block
 * @param tagged whether all of it is in a heading’s tag, so that a heading in sentence case will do
 * @param vocabulary of the surrounding text, unless the author tagged the block as a paragraph
 */
export function headingJoint(text: string, tagged: boolean, vocabulary?: Vocabulary): number | undefined {
  if (text.length < 30) return undefined
  const head = text.slice(0, 220)
  if (!hasJoinedCapital(head)) return undefined
  for (const match of head.matchAll(JOINT)) {
    const at = match.index
    if (at < 8) continue
    if (at > 170) return undefined
    const left = head.slice(0, at)
    const right = text.slice(at)
    const stem = /(?<!\S)\S+$/u.exec(left)?.[0] ?? ''
    const start = /^\S+/u.exec(right)?.[0] ?? ''
    // A straight quotation mark after a space opens what follows it.
    if (/\s["']?$/.test(left) || hasInnerCapital(text, at)) continue
    // In an author’s paragraph, capitals after a lower-case letter end a name ("KulturIT"); no sentence begins with
    // them.
    if (!vocabulary && /^\p{Lu}{2}/u.test(start)) continue
    const joined = (/(?<!\p{L})\p{L}+$/u.exec(left)?.[0] ?? '') + (/^\p{L}+/u.exec(right)?.[0] ?? '')
    if ((vocabulary?.get(joined) ?? 0) > 1) continue
    if (
      (vocabulary && isAsked(left, right)) ||
      (text.length >= 50 && isJoint(left, right, stem, start, tagged, vocabulary))
    )
      return at
  }
  return undefined
}

const isCapital = createUnitTest(/\p{Lu}/u)
const isSpace = createUnitTest(/\s/)

/**
 * A quick test: every joint has a capital right after a character that is not white space, which few sentences begin
 * with.
 */
function hasJoinedCapital(text: string): boolean {
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Some capitals are surrogate pairs.
    if ((isCapital(code) || isSurrogate(code)) && !isSpace(text.charCodeAt(at - 1))) return true
  }
  return false
}

/** Whether a question or exclamation of a few words runs into another sentence. */
const isAsked = (left: string, right: string): boolean =>
  /\p{L}{2}["”’»]?[?!]["”’»]?$/u.test(left) &&
  wordsIn(left).length <= 16 &&
  !/[.!?。]["”’)]*\s+\p{Lu}/u.test(left) &&
  right.length >= 20 &&
  /^\S+\s/.test(right)

function isJoint(
  left: string,
  right: string,
  stem: string,
  start: string,
  tagged: boolean,
  vocabulary: Vocabulary | undefined,
): boolean {
  // "Don't", "50K", "2nd": quotes and digits are joints only if neither white space nor a capital could be inside.
  if (
    /\p{N}$/u.test(stem) &&
    start.length < 3 &&
    !/^(?:A|I|In|On|At|As|By|If|It|An|No|He|We|To)$/u.test(start)
  )
    return false
  const words = wordsIn(left)
  if (/[.!?。]["”’)]*\s+\p{Lu}/u.test(left) && !tagged) return false
  if (right.length < 30 || !/[.!?:…]["”’)\s]*$/u.test(right.trimEnd())) return false
  const next = right.slice(start.length).match(/^[\s,]+(\S+)/u)?.[1] ?? ''
  const word = start
    .replace(/^["'“‘]+/u, '')
    .replace(/[,'’].*$/su, '')
    .toLowerCase()
  // Function words are frequent: four uses, or two of short ones.
  const uses = (vocabulary?.get(word) ?? 0) * (word.length < 6 ? 2 : 1)
  const starter = STARTERS.has(word) || uses > 3
  const prose = /^[\p{Ll}\p{N}“"'(]/u.test(next) || starter
  if (tagged) return prose || right.length > 80
  if (!prose) return false
  // A line in sentence case is a heading if the word after the joint is common in this text.
  if (uses > 3 && stem.length >= 3 && words.length > 1 && words.length <= 14 && right.length >= 80)
    return /^["“„«‘¿¡]?[\p{Lu}\p{N}]/u.test(left)
  if (words.length < 3 && !(starter && words.length >= 2)) return false
  // In a paragraph that its author tagged, an inner capital is as often in a product’s name.
  return (
    isTitleCase(left) && words.length <= 22 && (starter || (vocabulary !== undefined && stem.length >= 4))
  )
}
