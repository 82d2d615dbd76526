/**
 * Text that was decoded with the wrong character set, once or several times over, span by span: sound text beside it
 * stays. Each stretch of characters that are the bytes of a UTF-8 sequence becomes the character meant.
 *
 * @example
 *   in: Itâ€™s cafÃ© time, doesnÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢t it? SÃ£o Paulo’s end.Â
 *   out: It’s café time, doesn’t it? São Paulo’s end.
 * @example
 *   in: It&acirc;&euro;&trade;s caf&#195;&#169; time, a pi&ntilde;a &amp; a fianc&eacute;
 *   out: It’s café time, a pi&ntilde;a &amp; a fianc&eacute;
 * @example
 *   in: Rƒ´gas pilƒ´, Saeimƒ\u00c5 ievƒìl
 *   out: Rīgas pilī, Saeimā ievēl
 * @example
 *   in: CAFÉ”, NESCAFÉ® and NESCAFÉ®, NESCAFÉ®, São, ÂNGELA, naïve, déjà…, Ångström, Привет, İstanbul
 *   out: CAFÉ”, NESCAFÉ® and NESCAFÉ®, NESCAFÉ®, São, ÂNGELA, naïve, déjà…, Ångström, Привет, İstanbul
 */
import type {Edit, TracedText} from '../../../trace/traced-text.ts'
import {outside} from '../markup/outside.ts'
import {amend, type TextRule} from '../rule.ts'
import {type CodePage, codePages} from './mojibake/code-pages.ts'
import {dereferenced} from './mojibake/referenced.ts'
import {sequences} from './mojibake/sequences.ts'

/** Times that a text is believed to have been decoded wrongly. */
const MOST_TIMES = 4

export const mojibake: TextRule = (text, report) => {
  const characters = dereferenced(text)
  const used = charactersOf(characters.value)
  if (used === '') return text
  let result = lossySign.test(used) ? lostBytes(characters, report) : characters
  const found = sequencesByPage(result.value)
  for (const page of likeliest(found)) {
    let edits = found.get(page)
    for (let time = 0; time < MOST_TIMES; time++) {
      // What was found holds for the text that it was found in.
      const next = once(result, page, edits ?? sequencesIn(result.value, page), report)
      edits = undefined
      if (next === result) break
      result = next
      found.clear()
    }
  }
  if (spaceSign.test(result === characters ? used : charactersOf(result.value)))
    result = lostSpaces(result, result !== characters, report)
  return result === characters ? text : result
}

/** Each unit beyond ASCII that a text has, once: what a set of characters has in common with it is told from these. */
function charactersOf(value: string): string {
  if (!/[^\0-\x7f]/.test(value)) return ''
  const seen = new Uint8Array(0x10000)
  const list: string[] = []
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code < 0x80 || seen[code] === 1) continue
    seen[code] = 1
    list.push(String.fromCharCode(code))
  }
  return list.join('')
}

function sequencesIn(value: string, page: CodePage, used = charactersOf(value)): Edit[] {
  return page.hint.test(used) ? sequences(value, page) : []
}

function sequencesByPage(value: string): Map<CodePage, Edit[]> {
  const used = charactersOf(value)
  return new Map(codePages.map((page) => [page, sequencesIn(value, page, used)]))
}

/** Sets in the order in which they explain a text: the one that most of it reads as first. */
function likeliest(found: ReadonlyMap<CodePage, readonly Edit[]>): CodePage[] {
  const covered = new Map(
    Array.from(found, ([page, edits]) => [page, edits.reduce((sum, {start, end}) => sum + end - start, 0)]),
  )
  return codePages.toSorted((a, b) => (covered.get(b) ?? 0) - (covered.get(a) ?? 0))
}

function once(
  text: TracedText,
  page: CodePage,
  edits: readonly Edit[],
  report: Parameters<TextRule>[1],
): TracedText {
  const found = outside(text, edits, 'raw')
  return amend(text, found, report, {
    code: 'mojibake-repaired',
    message: `Text that had been read as ${page.name} instead of UTF-8 was restored.`,
    after: found
      .slice(0, 3)
      .map((one) => one.value)
      .join(' … '),
  })
}

/** An apostrophe that was decoded wrongly twice, with the bytes lost that no character set could show. */
const lossy = /(?<=\p{L})(?:Ã\??Â?¢|â)(?:â\?¬|€)(?:â\?¢|™)/gu
const lossySign = /[Ãâ]/
/** A character that lost its second byte. */
const spaceSign = /[ÂÃ]/

function lostBytes(text: TracedText, report: Parameters<TextRule>[1]): TracedText {
  const edits: Edit[] = []
  for (const match of text.value.matchAll(lossy)) {
    if (!match[0].includes('?')) continue
    edits.push({start: match.index, end: match.index + match[0].length, value: '’'})
  }
  return amend(text, edits, report, {
    code: 'mojibake-lossy',
    message:
      'Characters that had been decoded wrongly more than once, and lost bytes, were read as apostrophes.',
    after: '’',
  })
}

/** `Â` before a space, and `Ã` before one: the no-break space that was their second byte became a plain one. */
function lostSpaces(text: TracedText, damaged: boolean, report: Parameters<TextRule>[1]): TracedText {
  const {value} = text
  const edits: Edit[] = []
  for (const match of value.matchAll(/(?<=[\p{Ll}\p{N}.,;:!?)”’"])Â(?=[\s<]|&nbsp;|$)/gu)) {
    edits.push({start: match.index, end: match.index + 1, value: ''})
  }
  if (damaged) {
    for (const match of value.matchAll(/(?<=[\s(])Ã(?= \p{Ll})/gu)) {
      edits.push({start: match.index, end: match.index + 1, value: 'à'})
    }
  }
  return amend(text, edits, report, {
    code: 'mojibake-repaired',
    message: 'Rests of no-break spaces that had been read with the wrong character set were removed.',
  })
}
