/** Finding the joint where a heading was glued to a sentence. */
import {createUnitTest, isSurrogate} from '../../../units.ts'
import {isTitleCase, wordsIn} from './prose.ts'

/** Names that have a capital inside: not joints. */
const CAMEL =
  /^(?:Mc|Mac|De|Di|Du|Da|La|Le|Van|Von|Fitz|O['’])\p{Lu}|^(?:YouTube|LinkedIn|WhatsApp|PayPal|FaceTime|GitHub|GitLab|JavaScript|TypeScript|TikTok|MasterCard|OpenAI|DeepMind|SpaceX|FedEx|PowerPoint|SharePoint|OneDrive|WordPress|PlayStation|BlackBerry|BlackRock|AstraZeneca|GlaxoSmithKline|HarperCollins|SoftBank|TripAdvisor|QuickTime|AirBnB|StackOverflow|DreamWorks|MySpace|ChatGPT|LaTeX|MySQL|PostgreSQL|BuzzFeed|HuffPost|DoorDash|HubSpot|SoundCloud|MacBook|FireWire|ThinkPad|WeChat|WeWork|LastPass|DuckDuckGo|BitTorrent|CrossFit|NeuroImage|StarCraft|WarCraft|MineCraft|DigitalOcean)(?:\P{L}|$)/u

const JOINT = /(?<=[\p{Ll}\p{N}?!’”"'\])])(?=[\p{Lu}“‘"']?\p{Lu}(?:\p{Ll}|['’]\p{Ll}|\s+\p{Ll}))/gu
const STARTERS: ReadonlySet<string> = new Set(
  'a after all although an and as at because before but by despite during each even every for from he her his how i if in it its many most no not of on one our she since so some such that the their there these they this those though to two under until we what when where while who why with you your'.split(
    ' ',
  ),
)

/**
 * How often each word stands in a text in small letters: what makes "Der" after a joint a word, and "Tube" none. And how
 * often each with a capital inside: what stands twice is a name, not a joint.
 */
export type Vocabulary = Pick<ReadonlyMap<string, number>, 'get'>

/** Words of a text in small letters, and those with a capital inside, counted. */
export function vocabularyOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.matchAll(
    /(?<![\p{L}\p{N}])(?:\p{Ll}+(?![\p{L}\p{N}])|\p{L}*\p{Ll}\p{Lu}\p{L}*)/gu,
  ))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Whether the word round an offset is a name with a capital inside ("YouTube", "McDonald"), and no joint. */
export function hasInnerCapital(text: string, at: number): boolean {
  const stem = /\S+$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? ''
  const start = /^\S+/u.exec(text.slice(at, at + 40))?.[0] ?? ''
  return CAMEL.test((stem + start).replace(/^["'“‘(]+/u, ''))
}

/**
 * Offset at which a block's text falls into a heading and a paragraph; undefined where it does not. `tagged`: the whole
 * stands in a heading's tag, so that only the joint needs to be found, and a heading in sentence case will do. `vocabulary`:
 * of the text round it, where the block is not one that its author tagged as a paragraph.
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
    const stem = /\S+$/u.exec(left)?.[0] ?? ''
    const start = /^\S+/u.exec(right)?.[0] ?? ''
    if (/\s$/.test(left) || hasInnerCapital(text, at)) continue
    // In a paragraph of its author's, capitals after a small letter end a name ("KulturIT"); no sentence begins with them.
    if (!vocabulary && /^\p{Lu}{2}/u.test(start)) continue
    const joined = (/\p{L}+$/u.exec(left)?.[0] ?? '') + (/^\p{L}+/u.exec(right)?.[0] ?? '')
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

/** What every joint has: a capital right after what is no white space. Few beginnings of sentences are so. */
function hasJoinedCapital(text: string): boolean {
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Some capitals are pairs of units.
    if ((isCapital(code) || isSurrogate(code)) && !isSpace(text.charCodeAt(at - 1))) return true
  }
  return false
}

/** A question or call of a few words, and right after it, without a space, another sentence. */
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
  // "Don't", "50K", "2nd": quotes and digits join only where white space or a capital could not stand inside.
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
  const word = start.replace(/^["'“‘]+|[,'’].*$/gu, '').toLowerCase()
  // Little words stand often: four times, or twice where they are short.
  const uses = (vocabulary?.get(word) ?? 0) * (word.length < 6 ? 2 : 1)
  const starter = STARTERS.has(word) || uses > 3
  const prose = /^[\p{Ll}\p{N}“"'(]/u.test(next) || starter
  if (tagged) return prose || right.length > 80
  if (!prose) return false
  // A sentence-case line is a heading where the word after the joint is a common one of this very text.
  if (uses > 3 && stem.length >= 3 && words.length > 1 && words.length <= 14 && right.length >= 80)
    return /^["“„«‘¿¡]?[\p{Lu}\p{N}]/u.test(left)
  if (words.length < 3 && !(starter && words.length >= 2)) return false
  // In a paragraph that its author tagged, a capital inside a word is a product's name as often as a joint.
  return (
    isTitleCase(left) && words.length <= 22 && (starter || (vocabulary !== undefined && stem.length >= 4))
  )
}
