/** Lists in captions, of names and sources, as lines: a caption is text, and a list would leave it. */
import type {Element, ElementContent, Text} from 'hast'
import {setText} from '../trace/attach.ts'
import {inserted} from '../trace/traced-text.ts'
import {made} from './hast.ts'

const LISTS = new Set(['dl', 'ol', 'ul'])

/** Make the items of lists in a caption lines of it, in place. */
export function readCaption(caption: Element): void {
  const stack: Element[] = [caption]
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (element.children.some(isList))
      element.children = element.children.flatMap((child): ElementContent[] =>
        isList(child) ? linesOf(child) : [child],
      )
    for (const child of element.children) if (child.type === 'element') stack.push(child)
  }
}

const isList = (node: ElementContent): node is Element => node.type === 'element' && LISTS.has(node.tagName)

/** A line for each item; a term and what follows it are one. */
function linesOf(list: Element): Element[] {
  const lines: Element[] = []
  let isTerm = false
  for (const item of list.children) {
    if (item.type !== 'element') continue
    const last = lines.at(-1)
    if (item.tagName === 'dd' && isTerm && last) last.children.push(spaceBefore(item), ...item.children)
    else lines.push(made('p', item.children, item))
    isTerm = item.tagName === 'dt'
  }
  return lines
}

function spaceBefore({position}: Element): Text {
  const space: Text = {type: 'text', value: ' '}
  setText(space, inserted(' ', position?.start.offset ?? 0))
  return space
}
