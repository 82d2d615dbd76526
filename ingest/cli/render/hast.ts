/** Building of hast by hand, for renderers that make HTML of what is no tree. */
import type {Element, ElementContent, Properties, Text} from 'hast'

export const h = (tagName: string, properties: Properties, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
})

export const text = (value: string): Text => ({type: 'text', value})
