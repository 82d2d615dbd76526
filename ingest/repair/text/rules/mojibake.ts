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
import {charactersOf} from './mojibake/characters.ts'
import {type CodePage, codePages} from './mojibake/code-pages.ts'
import {sequencesIn} from './mojibake/found.ts'
import {dereferenced} from './mojibake/referenced.ts'

/** Times that a text is believed to have been decoded wrongly. */
const MOST_TIMES = 4

export const mojibake: TextRule = (text, report) => {
  const characters = dereferenced(text)
  if (charactersOf(characters) === '') return text
  let result = lostBytes(characters, report)
  for (const page of likeliest(result)) {
    for (let time = 0; time < MOST_TIMES; time++) {
      const next = once(result, page, report)
      if (next === result) break
      result = next
    }
  }
  result = lostSpaces(result, result !== characters, report)
  return result === characters ? text : result
}

/** Sets in the order in which they explain a text: the one that most of it reads as first. */
function likeliest(text: TracedText): CodePage[] {
  const covered = new Map<CodePage, number>()
  for (const page of codePages) {
    const found = sequencesIn(text, page)
    covered.set(
      page,
      found.reduce((sum, {start, end}) => sum + end - start, 0),
    )
  }
  return codePages.toSorted((a, b) => (covered.get(b) ?? 0) - (covered.get(a) ?? 0))
}

function once(text: TracedText, page: CodePage, report: Parameters<TextRule>[1]): TracedText {
  const found = outside(text, sequencesIn(text, page), 'raw')
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

function lostBytes(text: TracedText, report: Parameters<TextRule>[1]): TracedText {
  if (!/[Ãâ]/.test(charactersOf(text))) return text
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
  if (!/[ÂÃ]/.test(charactersOf(text))) return text
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
