/**
 * Text in an older character set that was read as the Western one: its bytes are not UTF-8, and each letter became
 * another. Its letters show the set: whole words of accented letters where the script has no others, or letters in
 * places where no language has them.
 */
import type {Edit, TracedText} from '../../../../../trace/traced-text.ts'
import {western} from './code-pages.ts'
import {cp850} from './dos-pages.ts'
import {nonAsciiCharacters} from './non-ascii.ts'
import {sequences} from './sequences.ts'

/** Text in an older set, and the edits that restore it. */
export interface OlderText {
  /** Name of the set. */
  name: string
  edits: Edit[]
}

/** Text between tags and line breaks. */
const stretch = /[^<>\n\r]+/g
/** Three accented letters in a row, which Western languages do not have. */
const foreign = /[À-ÿ‚ƒ\u0082\u0083]{3}/
/** Currency signs, fractions and the like, which no text has in such number. */
const signed = /[\u00a1-\u00bf]/g
const MIN_SIGNS = 6
/** Minimum share of a script’s frequent letters. */
const LIKELY = 0.55

interface Script {
  name: string
  label: string
  /** Letters of the script. */
  letters: RegExp
  /** The ten to fifteen letters that make up most of its texts. */
  frequent: RegExp
}

const scripts: readonly Script[] = [
  {
    name: 'Windows-1251',
    label: 'windows-1251',
    letters: /\p{Script=Cyrillic}/gu,
    frequent: /[оеаинтсрвлкмдпуі]/giu,
  },
  {name: 'KOI8-R', label: 'koi8-r', letters: /\p{Script=Cyrillic}/gu, frequent: /[оеаинтсрвлкмдпуі]/giu},
  {
    name: 'Windows-1253',
    label: 'windows-1253',
    letters: /\p{Script=Greek}/gu,
    frequent: /[αοιετσνηυρπκμλςίόάέή]/giu,
  },
  {name: 'Windows-1255', label: 'windows-1255', letters: /\p{Script=Hebrew}/gu, frequent: /[יוהלאמרבתש]/gu},
  {name: 'Windows-1256', label: 'windows-1256', letters: /\p{Script=Arabic}/gu, frequent: /[الينمرتبهود]/gu},
  {name: 'Windows-874', label: 'windows-874', letters: /\p{Script=Thai}/gu, frequent: /[านรอกเงยลมวดทสี่้ั]/gu},
]

/** Recover the bytes of a text; undefined if it has a character outside the Western set. */
function bytesOf(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const byte = code < 0x80 ? code : western.byteOf(code)
    if (byte === 0 && code !== 0) return undefined
    bytes[at] = byte
  }
  return bytes
}

/** Find texts that are words of accented letters and little else. */
function candidates(value: string): {start: number; text: string; bytes: Uint8Array}[] {
  const found: {start: number; text: string; bytes: Uint8Array}[] = []
  if (!foreign.test(value) && (value.match(signed)?.length ?? 0) < MIN_SIGNS) return found
  for (const match of value.matchAll(stretch)) {
    const [text] = match
    const word = foreign.test(text)
    if (!word && (text.match(signed)?.length ?? 0) < MIN_SIGNS) continue
    const high = text.match(/[^\0-\x7f]/g)?.length ?? 0
    const ascii = text.match(/[a-zA-Z]/g)?.length ?? 0
    if (high < 4 || high < (word ? ascii : 2 * ascii)) continue
    const bytes = bytesOf(text)
    if (!bytes) continue
    const covered = sequences(
      text,
      western,
      text.matchAll(/[^\0-\x7f]/g).map(({index}) => index),
    ).reduce((sum, {start, end}) => sum + end - start, 0)
    if (covered < high * 0.6) found.push({start: match.index, text, bytes})
  }
  return found
}

/** Score a text as one of the set; 0 if it is not. */
function likeness(text: string, {letters, frequent}: Script): number {
  const high = text.match(/[^\0-\x7f\s«»“”„‘’–—…№°]/g)?.length ?? 0
  const own = text.match(letters)?.length ?? 0
  if (high === 0 || own < 0.9 * high) return 0
  // Read with the wrong one of two sets, lower case and capitals are swapped.
  const turned = text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0
  return ((text.match(frequent)?.length ?? 0) - 2 * turned) / own
}

interface Multibyte {
  name: string
  label: string
  /** Score pairs of bytes as text of the set. */
  likeness: (leads: number[], trails: number[]) => number
}

const share = (bytes: readonly number[], test: (byte: number) => boolean): number =>
  bytes.length === 0 ? 0 : bytes.filter(test).length / bytes.length

/** Bytes of frequent characters and punctuation, by set; a more distinctive shape scores higher. */
const multibyte: readonly Multibyte[] = [
  {
    name: 'Shift JIS',
    label: 'shift_jis',
    likeness: (leads) => (share(leads, (byte) => byte === 0x82 || byte === 0x83) > 0.25 ? 1.3 : 0),
  },
  {
    name: 'EUC-JP',
    label: 'euc-jp',
    likeness: (leads, trails) =>
      share(leads, (byte) => byte === 0xa4 || byte === 0xa5) > 0.25 && trails.every((byte) => byte > 0xa0)
        ? 1.2
        : 0,
  },
  {
    name: 'EUC-KR',
    label: 'euc-kr',
    likeness: (leads, trails) =>
      share(leads, (byte) => byte >= 0xb0 && byte <= 0xc8) > 0.9 && trails.every((byte) => byte > 0xa0)
        ? 1.1
        : 0,
  },
  {
    name: 'Big5',
    label: 'big5',
    likeness: (leads, trails) =>
      trails.some((byte) => byte < 0x80) ? share(leads, (byte) => byte >= 0xa1 && byte <= 0xc6) : 0,
  },
  {
    name: 'GBK',
    label: 'gbk',
    likeness: (leads, trails) =>
      trails.every((byte) => byte > 0xa0)
        ? share(leads, (byte) => (byte >= 0xb0 && byte <= 0xd7) || byte === 0xa1 || byte === 0xa3)
        : 0,
  },
]

/** List the first and second bytes of the pairs. */
function pairsOf(bytes: Uint8Array): {leads: number[]; trails: number[]} {
  const leads: number[] = []
  const trails: number[] = []
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x81) continue
    leads.push(byte)
    trails.push(bytes[++at] ?? 0)
  }
  return {leads, trails}
}

function decodes(label: string, bytes: Uint8Array): string | undefined {
  const text = new TextDecoder(label).decode(bytes)
  return text.includes('\ufffd') ? undefined : text
}

/** Find text in a script of its own, in a set of the whole text. */
function foreignText(value: string): OlderText | undefined {
  const found = candidates(value)
  if (found.length === 0) return undefined
  const sample = found.slice(0, 200)
  let best: {name: string; label: string; score: number} | undefined
  for (const script of scripts) {
    const text = sample.map(({bytes}) => decodes(script.label, bytes) ?? '').join('\n')
    const score = likeness(text, script)
    if (score >= LIKELY && score > (best?.score ?? 0)) best = {...script, score}
  }
  const {leads, trails} = pairsOf(Uint8Array.from(sample.flatMap(({bytes}) => [...bytes])))
  for (const set of multibyte) {
    if (sample.some(({bytes}) => decodes(set.label, bytes) === undefined)) continue
    const score = set.likeness(leads, trails)
    if (score >= 0.9 && leads.length >= 4 && score > (best?.score ?? 0)) best = {...set, score}
  }
  if (!best) return undefined
  const {name, label} = best
  return {
    name,
    edits: found.flatMap(({start, text, bytes}) => {
      const decoded = decodes(label, bytes)
      return decoded === undefined ? [] : [{start, end: start + text.length, value: decoded}]
    }),
  }
}

interface Sign {
  name: string
  characters: string
  /** Whether a text has letters in places that only this mistake explains. */
  shows: (count: (pattern: RegExp) => number) => boolean
}

const upper = (label: string): string =>
  new TextDecoder(label).decode(Uint8Array.from({length: 0x80}, (_, index) => index + 0x80))

const signs: readonly Sign[] = [
  {
    name: 'Windows-1250',
    characters: upper('windows-1250'),
    shows: (count) =>
      // Czech and Slovak: ř, ě, ů, č beside š and ž, which both sets share.
      (count(/(?<=\p{Ll})[øìù]|[øìù](?=\p{Ll})/gu) > 1 && count(/[šžŠŽ]/g) > 1 && count(/[åæ]/gi) === 0) ||
      // Polish: ł, ą, ż as raised figures and an inverted question mark inside words.
      (count(/(?<=\p{L})[³¹¿](?=\p{Ll})|(?<![\p{L}\p{N}])[³¿](?=\p{Ll}{2})/gu) > 2 &&
        count(/(?<=\p{L})[³¹](?=\p{Ll})/gu) > 0) ||
      // Romanian: ş and ţ as an ordinal sign and a thorn, beside ã.
      (count(/º(?=\p{Ll})/gu) > 1 && count(/þ/g) > 0 && count(/ã/g) > 0) ||
      // Hungarian: ő as õ, beside ö or ü, and á or é.
      (count(/õ/g) > 1 && count(/[öü]/g) > 0 && count(/[áé]/g) > 1 && count(/[äãç]/g) === 0),
  },
  {
    name: 'Windows-1254',
    characters: upper('windows-1254'),
    shows: (count) =>
      count(/[þýð]/g) > 2 && count(/[þðÞÐ]/g) > 0 && count(/[çüö]/g) > 0 && count(/[áíóúæø]/gi) === 0,
  },
  {
    name: 'Mac Roman',
    characters: upper('macintosh'),
    shows: (count) =>
      count(/(?<=\p{Ll})Õ(?=(?:s|t|re|ve|ll|d|m)(?!\p{L}))/gu) > 1 ||
      count(/(?<=\p{Ll})[ŸŽŠ](?=\p{Ll})/gu) > 1,
  },
  {
    name: 'code page 850',
    characters: cp850,
    shows: (count) => count(/(?<=\p{Ll})[”„‚\u0081](?=\p{Ll})/gu) > 2,
  },
]

/** A quick test: every sign needs one of these. */
const suspect = /[øìù³¹¿ºþõýðÕŸŽŠ]|[a-zß-ÿ][”„‚\u0081][a-zß-ÿ]/

const highWord = /[\u0080-\u00ff\u0152-\u2122]+/g

/** Find Latin text with some wrong letters. */
function latinText(value: string): OlderText | undefined {
  if (!suspect.test(value)) return undefined
  const counts = new Map<string, number>()
  const count = (pattern: RegExp): number => {
    const known = counts.get(pattern.source)
    if (known !== undefined) return known
    const number = value.match(pattern)?.length ?? 0
    counts.set(pattern.source, number)
    return number
  }
  const sign = signs.find(({shows}) => shows(count))
  if (!sign) return undefined
  const edits: Edit[] = []
  for (const match of value.matchAll(highWord)) {
    let decoded = ''
    for (const character of match[0]) {
      const byte = western.byteOf(character.charCodeAt(0))
      decoded += byte ? (sign.characters[byte - 0x80] ?? character) : character
    }
    if (decoded !== match[0])
      edits.push({start: match.index, end: match.index + match[0].length, value: decoded})
  }
  return {name: sign.name, edits}
}

/** First and second bytes of UTF-8, read as Windows-1252. */
const pairs = /[ÃÂÄÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/g

/** Decode a text of an older set, and name the set; undefined if the text is sound. */
export function olderCharsetText(text: TracedText): OlderText | undefined {
  const {value} = text
  const characters = nonAsciiCharacters(text)
  const foreignOne = /[\u0082\u0083\u00a1-\u00bfÀ-ÿ‚ƒ]/.test(characters) ? foreignText(value) : undefined
  if (foreignOne) return foreignOne
  if (!/[øìù³¹¿ºþõýðÕŸŽŠ”„‚\u0081]/.test(characters)) return undefined
  // Wrongly decoded UTF-8 has such letters in such places, too.
  const isUtf8 = /[ÃÂÄÅ]/.test(characters) && (value.match(pairs)?.length ?? 0) > 1
  return isUtf8 ? undefined : latinText(value)
}
