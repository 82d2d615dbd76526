/** Everything that is settled of an element before its children are: cards, attachments, players, addresses, captions in data. */
import type {Element, Root} from 'hast'
import {readAttachment} from './attachments.ts'
import {readAddressFigure, readAddressLine} from './bare-address.ts'
import {dissolveBodyFigure} from './body-figure.ts'
import {readCard, toEmbed} from './cards.ts'
import {readDataAttrs} from './data-attrs.ts'
import {captionFigure} from './data-caption.ts'
import type {Leaving} from './nodes.ts'
import {readNoscript} from './noscript.ts'
import {readPlayer} from './players.ts'
import {readPullQuote} from './pull-quotes.ts'
import {scriptEmbed} from './scripts.ts'

/** Words that converters write in place of a part that they do not know (Payload's Lexical). */
const UNCONVERTED = new Set(['unknown node'])
/** An address that no embed has, so that its loss is reported. */
const LOST = 'about:blank#embed'

/** Read an element among the children of `parent` in place; `frame` is the figure or link around it. */
export function rewrite(
  element: Element,
  parent: Root | Element,
  frame: Element | undefined,
  leaving: Leaving,
): void {
  switch (element.tagName) {
    case 'script': {
      const address = scriptEmbed(element)
      if (address !== undefined) toEmbed(element, address, [])
      break
    }
    case 'noscript':
      readNoscript(element, parent, frame)
      break
    case 'aside':
      readPullQuote(element, parent)
      break
    case 'figure':
      dissolveBodyFigure(element)
      if (
        !readCard(element, leaving) &&
        !readAttachment(element, leaving) &&
        !readPlayer(element, leaving) &&
        !readAddressFigure(element, leaving)
      )
        captionFigure(element)
      break
    case 'p':
      readAddressLine(element, leaving)
      break
    case 'span':
      if (isUnconverted(element)) {
        element.tagName = 'iframe'
        element.properties = {src: LOST}
        element.children = []
      }
      break
    default:
      if (element.tagName.includes('-')) readAttachment(element, leaving)
      else if (CARDS.has(element.tagName)) {
        const isRead =
          element.properties.className !== undefined &&
          (readDataAttrs(element) || readCard(element, leaving) || readPlayer(element, leaving))
        if (!isRead && element.tagName === 'div') readAddressLine(element, leaving)
      }
  }
}

/** Elements that may be a card or a player. */
const CARDS = new Set(['a', 'div', 'section'])

const isUnconverted = ({children, properties}: Element): boolean =>
  children.length === 1 &&
  children[0]?.type === 'text' &&
  Object.keys(properties).length === 0 &&
  UNCONVERTED.has(children[0].value.trim())
