/** Title, byline and date that a profile’s selectors find. */
import type {Element, Root} from 'hast'
import {shownText} from '../element-text.ts'
import type {Profile} from '../profile/profile.ts'
import {selectFirst} from '../profile/select.ts'
import {stringValue} from './clues.ts'

/** A value, and the element that holds it. */
interface Picked {
  value: string
  element: Element
}

/** Values that the selectors of a profile found. */
export interface PickedMetadata {
  title?: Picked
  byline?: Picked
  date?: Picked
  /** Selectors without a match, by field. */
  missed: {field: 'title' | 'byline' | 'date'; selector: string}[]
}

/** Read the fields: `content` or `datetime` of an element, otherwise the text that a reader sees. */
export function pickMetadata(tree: Root, profile: Profile): PickedMetadata {
  const picked: PickedMetadata = {missed: []}
  for (const field of ['title', 'byline', 'date'] as const) {
    const selector = profile[field]
    if (selector === undefined) continue
    const element = selectFirst(selector, tree)
    const value = element && (attributeOf(element) ?? (shownText(element) || undefined))
    if (element && value) picked[field] = {value, element}
    else picked.missed.push({field, selector})
  }
  return picked
}

function attributeOf({tagName, properties}: Element): string | undefined {
  if (tagName === 'time') return stringValue(properties.dateTime)
  return tagName === 'meta' ? stringValue(properties.content) : undefined
}
