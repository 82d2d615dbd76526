/** Preformatted text as a single text node: white space is text, and breaks are line feeds. */
import type {Element, Nodes} from 'hast'
import {tracedTextOf} from '../trace/attach.ts'
import type {TracedText} from '../trace/traced-text.ts'
import {inserted, join} from '../trace/traced-text.ts'
import {EMBEDDED} from './elements.ts'

const language = /^lang(?:uage)?-(.+)/

/** Create a `pre` with a single text child and, if the source names it, the language as its class. */
export function preformatted(element: Element): Element {
  const parts: TracedText[] = []
  let named: string | undefined
  const stack: Nodes[] = [element]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') parts.push(tracedTextOf(node))
    // The content of an embed is shown only as a fallback.
    if (node.type !== 'element' || EMBEDDED.has(node.tagName)) continue
    if (node.tagName === 'br') parts.push(inserted('\n', node.position?.start.offset ?? 0))
    named ??= languageOf(node)
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child) stack.push(child)
    }
  }
  const {value, origin} = join(parts)
  return {
    type: 'element',
    tagName: 'pre',
    properties: named ? {className: [`language-${named}`]} : {},
    children: value === '' ? [] : [{type: 'text', value, data: {origin}}],
    ...(element.position ? {position: element.position} : {}),
  }
}

/** Read the language from an element’s classes. */
export function languageOf({properties}: Element): string | undefined {
  if (!Array.isArray(properties.className)) return undefined
  for (const name of properties.className) {
    const match = language.exec(String(name))
    if (match) return match[1]
  }
  return undefined
}
