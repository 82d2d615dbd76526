/**
 * What a page says to a reader whose browser does not show a part of it: “Your browser does not support the video tag.” It stands where
 * the video would, in the middle of the text.
 */
import type {Element} from 'hast'
import type {Line} from './lines.ts'

const PATTERN =
  /\byour browser (?:does not|doesn[’']t|cannot) (?:currently )?(?:support|display|play)|\b(?:this|an?) browser (?:does not|doesn[’']t) support\b|\b(?:enable|activate|turn on) javascript\b|\bjavascript (?:must|needs to) be\b|\bjavascript is (?:required|disabled|not enabled)\b|\bflash(?: player)? (?:must be|is required|needs to be)\b|\b(?:requires|upgrade|install|get) (?:your |the )?(?:latest )?(?:adobe )?flash player\b|\b(?:ihr|dein) browser (?:unterstützt|kann)\b|votre navigateur ne (?:supporte|prend|permet)|\b(?:su|tu) navegador no (?:soporta|admite|es compatible|puede)|seu navegador não (?:suporta|tem|é)|il (?:tuo|suo) browser non supporta|(?:uw|je) browser ondersteunt|twoja przeglądarka nie|ваш браузер не|お使いのブラウザ|您的浏览器不支持|브라우저(?:가|는|에서는) .{0,20}지원하지/iu

/** What such a line names; where other lines speak of it, the article does. */
const SUBJECT = /browser|javascript|flash|navigat|navegador|przegl[aą]dark|браузер|ブラウザ|浏览器|브라우저/iu

/** Longest such line, in characters. */
const LONGEST = 240
/** A page of less text besides may be a challenge to browsers, and is told by these words. */
const LEAST_BESIDE = 500

const KEPT = new Set('blockquote code dd dt li pre table td th'.split(' '))
const isKept = ({tagName}: Element): boolean => KEPT.has(tagName)

/** The lines that say so, in document order; none where the article is about browsers, or there is little else. Linear. */
export function browserNotes(lines: readonly Line[]): Line[] {
  const notes: Line[] = []
  let beside = 0
  for (const line of lines) {
    if (!SUBJECT.test(line.text)) {
      beside += line.text.length
      continue
    }
    const isNote =
      line.text.length <= LONGEST &&
      PATTERN.test(line.text) &&
      !KEPT.has(line.tagName) &&
      !line.ancestors.some(isKept)
    if (!isNote) return []
    notes.push(line)
  }
  return beside >= LEAST_BESIDE ? notes : []
}
