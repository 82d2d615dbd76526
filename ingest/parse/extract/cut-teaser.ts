/** Whether the text is only the beginning of an article, as the page says in words at its end: “Continue reading with a subscription”. */
import type {Element} from 'hast'
import {textIn} from '../element-text.ts'
import type {Report} from '../findings/report.ts'
import {extentOf} from '../trace/extent.ts'
import type {Line} from './lines.ts'
import type {Removed} from './prune.ts'

/** Number of lines at the end that may say so. */
const MAX_LINES = 8
/** Maximum length of such words, in characters. */
const MAX_LENGTH = 400

/** Words that offer the rest of an article for a subscription or a login, in many languages. */
const OFFER =
  /\b(?:(?:continue|keep) reading (?:this (?:article|story) )?(?:with|for|by)\b|subscribe (?:now )?to (?:continue|keep|read (?:the|this))|(?:log|sign) in to (?:continue|keep) reading|this (?:article|content|story|post) is (?:only |exclusively )?(?:available |reserved )?(?:only |exclusively )?(?:to|for) (?:paid )?(?:subscribers|members)|weiterlesen mit\b|abonnieren und weiterlesen|réservée? aux abonnés|contenido (?:exclusivo )?para suscriptores|suscríbete para (?:seguir|continuar) leyendo|continua a leggere con\b|conteúdo (?:exclusivo )?para assinantes)|订阅后继续阅读|会員限定(?:記事)?です|구독 후 이용/iu
/** A link to the rest. */
const MORE =
  /^(?:read (?:more|on)|continue reading|(?:read|see) (?:the )?(?:full|whole) (?:article|post|story)|weiterlesen|mehr lesen|lire la suite|(?:leer|ver) más|seguir leyendo|continua a leggere|leia mais|lees verder|czytaj dalej|читать (?:далее|дальше)|続きを読む|继续阅读|阅读全文)\W{0,4}$/iu
/** The end of a text that was cut. */
const CUT = /(?:…|\.\.\.)\W{0,3}$/u

/** Report an article of which the page itself offers the rest elsewhere; once for a page that says so in its data, too. */
export function reportCutTeaser(lines: readonly Line[], pruned: readonly Removed[], report: Report): void {
  const place =
    offerIn(lines) ?? pruned.find(({element, reason}) => reason.includes('log in') && offers(element))
  if (!place) return
  const element = 'element' in place ? place.element : place.nodes[0]
  const range = element?.type === 'element' ? extentOf(element) : undefined
  report({
    code: 'access-limited',
    message:
      'Words at the end of the text offer the rest of it elsewhere. Compare the end with the original, and fetch it with access if it is cut.',
    ranges: range ? [range] : [],
  })
}

function offerIn(lines: readonly Line[]): Line | undefined {
  const first = Math.max(0, lines.length - MAX_LINES)
  return lines.find(({text, linked}, index) => {
    if (index < first || text.length > MAX_LENGTH) return false
    if (OFFER.test(text)) return true
    return linked > 0 && MORE.test(text) && CUT.test(lines[index - 1]?.text.slice(-20) ?? '')
  })
}

const offers = (element: Element): boolean => OFFER.test(textIn(element, MAX_LENGTH))
