/** Embeds of which only the address is in the page, as text: a script or the publishing system would put the rest. */
import type {Element} from 'hast'
import {textIn} from '../element-text.ts'
import {toEmbed} from './cards.ts'
import {type Leaving, within} from './nodes.ts'
import {addressIn, isEmbeddable} from './providers.ts'

/** Elements with content of their own. */
const CONTENT = new Set(
  'audio blockquote code dl iframe img object ol picture pre svg table ul video'.split(' '),
)
/** Why the text of an address is no text of the article. */
const REASON = 'the address of an embed, which the embed has'
/** Longest text that may be an address, in characters. */
const MAX_LENGTH = 520

/** Make a figure whose only words besides its caption are an address an embed, in place. */
export function readAddressFigure(figure: Element, leaving: Leaving): boolean {
  const inner = [...within(figure)]
  if (inner.some(({tagName}) => CONTENT.has(tagName))) return false
  const captions = inner.filter(({tagName}) => tagName === 'figcaption')
  const address = addressIn(wordsBut(figure, captions))
  if (address === undefined || !linksTo(inner, address)) return false
  leaving(figure, captions, REASON)
  toEmbed(figure, address, captions)
  return true
}

/** Make a paragraph that is only the address of a post or a player an embed, in place. */
export function readAddressLine(line: Element, leaving: Leaving): boolean {
  const [first, ...rest] = line.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  if (!first || rest.length > 0) return false
  if (first.type !== 'text' && !(first.type === 'element' && first.tagName === 'a')) return false
  const address = addressIn(textIn(line, MAX_LENGTH))
  if (address === undefined || !isEmbeddable(address)) return false
  if (first.type === 'element' && !linksTo([first], address)) return false
  leaving(line, [], REASON)
  toEmbed(line, address, [])
  return true
}

function wordsBut(figure: Element, captions: readonly Element[]): string {
  const rest = {...figure, children: figure.children.filter((child) => !captions.includes(child as Element))}
  return textIn(rest, MAX_LENGTH)
}

/** Whether every link leads to the address: text that is an address may be a link to another one. */
const linksTo = (elements: readonly Element[], address: string): boolean =>
  elements.every(
    ({tagName, properties}) =>
      tagName !== 'a' || typeof properties.href !== 'string' || addressIn(properties.href) === address,
  )
