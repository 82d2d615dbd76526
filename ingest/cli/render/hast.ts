/** Builders of hast, for renderers whose input is no tree. */
import type {Element, ElementContent, Properties, Text} from 'hast'

/** Build an element. */
export const h = (tagName: string, properties: Properties, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

/** Build a text. */
export const text = (value: string): Text => ({type: 'text', value})
