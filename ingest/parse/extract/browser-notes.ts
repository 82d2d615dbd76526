/**
 * Notes to readers whose browser cannot show part of a page: “Your browser does not support the video tag.” Such a line
 * is in the middle of the text, where the video would be.
 */
import type {Element} from 'hast'
import type {Line} from './lines.ts'

const PATTERN =
  /\byour browser (?:does not|doesn[’']t|cannot) (?:currently )?(?:support|display|play)|\b(?:this|an?) browser (?:does not|doesn[’']t) support\b|\b(?:enable|activate|turn on) javascript\b|\bjavascript (?:must|needs to) be\b|\bjavascript is (?:required|disabled|not enabled)\b|\bflash(?: player)? (?:must be|is required|needs to be)\b|\b(?:requires|upgrade|install|get) (?:your |the )?(?:latest )?(?:adobe )?flash player\b|\b(?:ihr|dein) browser (?:unterstützt|kann)\b|votre navigateur ne (?:supporte|prend|permet)|\b(?:su|tu) navegador no (?:soporta|admite|es compatible|puede)|seu navegador não (?:suporta|tem|é)|il (?:tuo|suo) browser non supporta|(?:uw|je) browser ondersteunt|twoja przeglądarka nie|ваш браузер не|お使いのブラウザ|您的浏览器不支持|브라우저(?:가|는|에서는) .{0,20}지원하지/iu

/** Words that every such line contains. If other lines contain them too, the article is about browsers. */
const SUBJECT = /browser|javascript|flash|navigat|navegador|przegl[aą]dark|браузер|ブラウザ|浏览器|브라우저/iu

/** Maximum length of such a line, in characters. */
const MAX_NOTE_LENGTH = 240
/** Minimum other text, in characters. A page with less may be a challenge to browsers, which has these same words. */
const MIN_OTHER_TEXT = 500

const KEPT = new Set('blockquote code dd dt li pre table td th'.split(' '))
const isKept = ({tagName}: Element): boolean => KEPT.has(tagName)

/**
 * Find the lines with such a note, in document order. Returns none if the article is about browsers or the page has
 * little other text. Linear.
 */
export function browserNotes(lines: readonly Line[]): Line[] {
  const notes: Line[] = []
  let beside = 0
  for (const line of lines) {
    if (!SUBJECT.test(line.text)) {
      beside += line.text.length
      continue
    }
    const isNote =
      line.text.length <= MAX_NOTE_LENGTH &&
      PATTERN.test(line.text) &&
      !KEPT.has(line.tagName) &&
      !line.ancestors.some(isKept)
    if (!isNote) return []
    notes.push(line)
  }
  return beside >= MIN_OTHER_TEXT ? notes : []
}
