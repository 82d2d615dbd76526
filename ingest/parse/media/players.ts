/** Players with controls of their own, which are words in the page: the time, the length, the speed. */
import type {Element} from 'hast'
import {textIn} from '../element-text.ts'
import {hasClass, type Leaving, textsBut, within} from './nodes.ts'

const PLAYER =
  /^(?:kg-(?:audio|video)-card|(?:audio|podcast|video|media)[-_]?(?:card|player|wrapper|container)|mejs-container|plyr|wp-block-(?:audio|video))$/i
const TITLE = /(?:^|[-_])(?:title|headline|name)(?:$|[-_])/i
/** A time, a mark between two, a speed. */
const CONTROL =
  /^(?:[-–]?(?:\d{1,2}:)?\d{1,2}:\d{2}|[/|·]|\/?\s?(?:\d{1,2}:)?\d{1,2}:\d{2}|\d(?:\.\d{1,2})?\s?[x×])$/

/** Make a player its medium with its title as the caption, in place, if its other words are controls. */
export function readPlayer(element: Element, leaving: Leaving): boolean {
  if (!hasClass(element, PLAYER)) return false
  const inner = [...within(element)]
  const medium = inner.find(({tagName}) => tagName === 'audio' || tagName === 'video')
  if (!medium || inner.filter(({tagName}) => tagName === medium.tagName).length > 1) return false
  const captions = inner.filter(
    (one) => one.tagName === 'figcaption' || (hasClass(one, TITLE) && textIn(one) !== ''),
  )
  const outer = captions.filter(
    (one) => !captions.some((other) => other !== one && [...within(other)].includes(one)),
  )
  const controls = textsBut(element, [...outer, medium])
  if (controls.length === 0 || !controls.every(({value}) => CONTROL.test(value.trim()))) return false
  leaving(element, [...outer, medium], 'the controls of a player')
  element.tagName = 'figure'
  element.properties = {}
  element.children = [
    medium,
    ...outer.map((one): Element => ({...one, tagName: 'figcaption', properties: {}})),
  ]
  return true
}
