/** Images of a single character, for old browsers or as an initial: the character is their text. */
import type {Element, ElementContent, Text} from 'hast'
import {setText} from '../trace/attach.ts'
import {extentOf} from '../trace/extent.ts'

/** Maximum length of such a text, in UTF-16 units: a family of four with its joiners has 25. */
const MAX_LENGTH = 32

const EMOJI =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0e|\ufe0f|\u20e3|[\d#*](?=\ufe0f?\u20e3)|[\u{e0020}-\u{e007f}])+$/u

/** Read the character that an image shows, with its place in the source; undefined for any other image. */
export function emojiOf(image: Element): Text | undefined {
  const {alt} = image.properties
  if (typeof alt !== 'string') return undefined
  const value = alt.trim()
  if (value === '' || value.length > MAX_LENGTH || !EMOJI.test(value)) return undefined
  return textOf(image, value)
}

/** Read the initial that an image shows before the rest of its word: `<img alt="T">he harbour`. */
export function initialOf(image: Element, next: ElementContent | undefined): Text | undefined {
  const {alt} = image.properties
  if (typeof alt !== 'string' || !/^\s*["'“„«‘]?\p{Lu}\s*$/u.test(alt)) return undefined
  const rest = next?.type === 'element' ? next.children[0] : next
  if (rest?.type !== 'text' || !/^[\p{Ll}’']/u.test(rest.value)) return undefined
  return textOf(image, alt.trim())
}

/** A text in place of an image. */
function textOf(image: Element, value: string): Text {
  const text: Text = {type: 'text', value, ...(image.position && {position: image.position})}
  const extent = extentOf(image)
  if (extent) setText(text, {value, origin: [{length: value.length, ...extent, copied: false}]})
  return text
}
