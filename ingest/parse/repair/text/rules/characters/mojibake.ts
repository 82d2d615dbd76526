/**
 * Text that was decoded with the wrong character set, once or several times, range by range: sound text beside it
 * stays. Each run of characters that are the bytes of a UTF-8 sequence becomes the intended character.
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
 *   in: Der B├╝rgermeister aß Br├Âtchen; п÷я─п╦п╡п╣я┌
 *   out: Der Bürgermeister aß Brötchen; Привет
 * @example
 *   in: Íîâûé ìîñò îòêðîþò â ñåíòÿáðå
 *   out: Новый мост откроют в сентябре
 * @example
 *   in: “Wait,â€? she said, â€" I donï¿½t think weâ??ll go.
 *   out: “Wait,” she said, — I don’t think we’ll go.
 * @example
 *   in: CAFÉ”, CAFÉ™, NESCAFÉ® and NESCAFÉ®, NESCAFÉ®, São, ÂNGELA, naïve, déjà…, Ångström, Привет, İstanbul
 *   out: CAFÉ”, CAFÉ™, NESCAFÉ® and NESCAFÉ®, NESCAFÉ®, São, ÂNGELA, naïve, déjà…, Ångström, Привет, İstanbul
 */
import type {Edit, TracedText} from '../../../../trace/traced-text.ts'
import {editsOutside} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'
import {type CodePage, codePages} from './mojibake/code-pages.ts'
import {lostBytes} from './mojibake/lost-bytes.ts'
import {nonAsciiCharacters} from './mojibake/non-ascii.ts'
import {olderCharsetText} from './mojibake/older-charsets.ts'
import {decodeReferences} from './mojibake/references.ts'
import {cachedSequences} from './mojibake/sequence-cache.ts'

/** Maximum number of times that a text was decoded wrongly. */
const MAX_DECODINGS = 4

export const mojibake: TextRule = (text, report) => {
  const characters = decodeReferences(text)
  if (nonAsciiCharacters(characters) === '' && !characters.value.includes('???')) return text
  let result = olderSet(characters, report)
  result = lost(result, report)
  for (let time = 0; time < MAX_DECODINGS; time++) {
    const before = result
    for (const page of likeliest(result)) result = once(result, page, report)
    if (result === before) break
  }
  result = lostSpaces(result, result !== characters, report)
  return result === characters ? text : result
}

/** List the sets that explain some of a text, the one that covers most of it first. */
function likeliest(text: TracedText): CodePage[] {
  const covered = new Map<CodePage, number>()
  for (const page of codePages) {
    const found = cachedSequences(text, page)
    if (found.length === 0) continue
    covered.set(
      page,
      found.reduce((sum, {start, end}) => sum + end - start, 0),
    )
  }
  return [...covered.keys()].sort((a, b) => (covered.get(b) ?? 0) - (covered.get(a) ?? 0))
}

function once(text: TracedText, page: CodePage, report: Parameters<TextRule>[1]): TracedText {
  const found = editsOutside(text, cachedSequences(text, page), 'raw')
  return amend(text, found, report, {
    code: 'mojibake-repaired',
    message: `Text that had been read as ${page.name} instead of UTF-8 was restored.`,
    after: found
      .slice(0, 3)
      .map((one) => one.value)
      .join(' … '),
  })
}

function olderSet(text: TracedText, report: Parameters<TextRule>[1]): TracedText {
  const older = olderCharsetText(text)
  if (!older) return text
  const edits = editsOutside(text, older.edits)
  return amend(text, edits, report, {
    code: 'mojibake-repaired',
    message: `Text in ${older.name} that had been read as Windows-1252 was restored.`,
    after: edits
      .slice(0, 3)
      .map((one) => one.value)
      .join(' … '),
  })
}

function lost(text: TracedText, report: Parameters<TextRule>[1]): TracedText {
  const edits = editsOutside(text, lostBytes(text.value), 'raw')
  return amend(text, edits, report, {
    code: 'mojibake-lossy',
    message:
      'Some characters were damaged by a wrong character set. The punctuation that fits was put in their place.',
    after: [...new Set(edits.map((one) => one.value))].join(' … '),
  })
}

/** Restore `Â` and `Ã` before a space: the no-break space that was their second byte became a plain one. */
function lostSpaces(text: TracedText, damaged: boolean, report: Parameters<TextRule>[1]): TracedText {
  if (!/[ÂÃ]/.test(nonAsciiCharacters(text))) return text
  const {value} = text
  const edits: Edit[] = []
  for (const match of value.matchAll(/(?<=[\p{Ll}\p{N}.,;:!?)”’"])Â(?=[\s<]|&nbsp;|$)/gu)) {
    edits.push({start: match.index, end: match.index + 1, value: ''})
  }
  for (const match of value.matchAll(/(?<=\p{Ll})Ã(?=[\s.,;:!?)])/gu)) {
    edits.push({start: match.index, end: match.index + 1, value: 'à'})
  }
  if (damaged) {
    for (const match of value.matchAll(/(?<=[\s(])Ã(?= \p{Ll})/gu)) {
      edits.push({start: match.index, end: match.index + 1, value: 'à'})
    }
  }
  return amend(text, edits, report, {
    code: 'mojibake-repaired',
    message: 'Remnants of no-break spaces that had been read with the wrong character set were removed.',
  })
}
