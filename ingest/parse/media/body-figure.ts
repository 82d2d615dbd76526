/** A figure around the text of an article. */
import type {Element, ElementContent} from 'hast'
import {textIn} from '../element-text.ts'

/** More words than this in paragraphs are no caption, in characters. */
const MAX_CAPTION = 300
/** What a figure may hold whose words are its own. */
const OWN = new Set('blockquote figcaption figure pre table'.split(' '))

/** Make a figure around several paragraphs a plain container, in place: what is in it would become one caption. */
export function dissolveBodyFigure(figure: Element): void {
  let paragraphs = 0
  let length = 0
  const stack: ElementContent[] = [...figure.children]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element' || OWN.has(node.tagName)) continue
    if (node.tagName === 'p') {
      paragraphs++
      length += textIn(node, MAX_CAPTION + 1).length
    } else for (const child of node.children) stack.push(child)
  }
  if (paragraphs > 1 && length > MAX_CAPTION) figure.tagName = 'div'
}
