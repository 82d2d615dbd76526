/** What the readers of media share. */
import type {Element, ElementContent, Text} from 'hast'

/** Called for an element of which only some parts stay in the article; `reason` is a noun phrase for an editor. */
export type Leaving = (element: Element, kept: readonly Element[], reason: string) => void

/** Whether an element has a class that matches. */
export const hasClass = ({properties: {className}}: Element, pattern: RegExp): boolean =>
  Array.isArray(className) && className.some((name) => pattern.test(String(name)))

/** Every element under another one, in document order. */
export function* within(element: Element): Generator<Element> {
  const stack: ElementContent[] = element.children.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element') continue
    yield node
    for (let index = node.children.length - 1; index >= 0; index--)
      stack.push(node.children[index] as ElementContent)
  }
}

/** The texts of an element with words, except those in some elements. */
export function textsBut(element: Element, but: readonly Element[]): Text[] {
  const texts: Text[] = []
  const stack: ElementContent[] = [element]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text' && node.value.trim() !== '') texts.push(node)
    if (node.type !== 'element' || but.includes(node)) continue
    for (let index = node.children.length - 1; index >= 0; index--)
      stack.push(node.children[index] as ElementContent)
  }
  return texts
}

/** The children of an element without images, which in a caption are icons. */
export function shownIn(element: Element): ElementContent[] {
  return element.children.filter(
    (child) => child.type !== 'element' || (child.tagName !== 'img' && child.tagName !== 'svg'),
  )
}
