/**
 * Asides that are part of the text: a definition, a box of facts, a quotation that is nowhere else. The element alone says
 * only that it is beside the text, so an aside with prose goes only for a second reason: its links, its heading, its words, or
 * that the text says the same.
 */
import type {Element} from 'hast'
import {textIn} from '../element-text.ts'
import {readsAsProse} from '../metadata/reads-as-prose.ts'
import {READ_ALSO, RELATED_HEADING} from '../related-phrases.ts'
import {lettersAndDigits} from './same-text.ts'
import {isAboutSite} from './site-boilerplate.ts'
import type {Statistics} from './statistics.ts'

/** Maximum share of linked text. */
const MAX_LINKED_SHARE = 0.3
/** Maximum length of an aside, in characters; a longer one is a text of its own. */
const MAX_LENGTH = 1500
/** Maximum number of asides that are compared with the text: each costs a search of it. */
const MAX_COMPARED = 20
/** Length of the beginning that says what an aside is about, in characters. */
const MAX_OPENING = 150
/** A call to look at something else of the site. */
const CALL =
  /^(?:(?:read|see|watch|hear|explore|discover|browse|visit|try|download|listen to) (?:our|more|the full|all)\b|check out\b|learn (?:more|how|about)\b|(?:lesen|sehen|entdecken|hören) sie (?:mehr|unsere?n?|alle)\b|(?:découvrez|lisez|consultez|retrouvez) (?:notre|nos|tous|toutes)\b|(?:lee|descubre|consulta|conoce) (?:nuestr[oa]s?|más|todos)\b)/iu
/** Minimum length of a text that can repeat another, in letters. */
const MIN_LETTERS = 12

/** Create a test for the asides of one container. */
export function createAsideTest(container: Element): (element: Element, statistics: Statistics) => boolean {
  let whole: string | undefined
  let compared = 0
  return (element, {kind, linked, text, links, visuals}) => {
    // With a picture or a video it is a card.
    if (
      element.tagName !== 'aside' ||
      kind ||
      visuals > 0 ||
      text > MAX_LENGTH ||
      linked > MAX_LINKED_SHARE * text
    )
      return false
    if (compared >= MAX_COMPARED) return false
    const words = textIn(element, MAX_LENGTH)
    const blocks = blocksOf(element)
    if (!blocks.some((block) => readsAsProse(block))) return false
    if (blocks.some((block) => CALL.test(block))) return false
    if (blocks.some(isAboutSite) || isAboutSite(words.slice(0, MAX_OPENING))) return false
    if (links > 0 && blocks.some((block) => RELATED_HEADING.test(block) || READ_ALSO.test(block)))
      return false
    compared++
    whole ??= lettersAndDigits(textIn(container, Number.POSITIVE_INFINITY))
    // A pull quote says again what the text says, without its quotation marks and its speaker.
    const parts = blocks.map(lettersAndDigits).filter((part) => part.length >= MIN_LETTERS)
    return !parts.some((part) => occursTwice(whole ?? '', part))
  }
}

function occursTwice(whole: string, part: string): boolean {
  const first = whole.indexOf(part)
  return first >= 0 && whole.indexOf(part, first + part.length) >= 0
}

/** The texts of the blocks in an aside, or of the whole where it has none. */
function blocksOf(element: Element): string[] {
  const blocks = element.children.flatMap((child) =>
    child.type === 'element'
      ? [textIn(child, MAX_LENGTH)]
      : child.type === 'text'
        ? [child.value.trim()]
        : [],
  )
  return blocks.filter((block) => block !== '')
}
