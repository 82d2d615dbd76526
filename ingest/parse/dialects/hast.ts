/** What the readers of dialects share: classes, styles and texts of elements. Explicit stacks, since the input determines the depth. */
import type {Element, ElementContent, Nodes, Text} from 'hast'

/** The class names of an element. */
export const classesOf = ({properties: {className}}: Element): string[] =>
  Array.isArray(className) ? className.map(String) : []

/** Whether an element has a class that matches. */
export const hasClass = (element: Element, pattern: RegExp): boolean =>
  classesOf(element).some((name) => pattern.test(name))

/** The value of a declaration in an element's `style`, in lower case; empty if there is none. The last one counts, as in CSS. */
export function styleOf({properties: {style}}: Element, name: string): string {
  if (typeof style !== 'string' || !style.toLowerCase().includes(name)) return ''
  let found = ''
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0 && declaration.slice(0, colon).trim().toLowerCase() === name)
      found = declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase()
  }
  return found.replace('!important', '').trimEnd()
}

/** The only role of an element, or its first. */
export function roleOf({properties: {role}}: Element): string | undefined {
  const first = Array.isArray(role) ? role[0] : role
  return typeof first === 'string' ? first.trim().split(' ', 1)[0] : undefined
}

/** A property as text; undefined if the element has none. */
export function textOf({properties}: Element, name: string): string | undefined {
  const value = properties[name]
  return value === undefined || value === null ? undefined : String(value)
}

/** Whether a node shows nothing: a comment, or white space. */
export const isBlank = (node: Nodes): boolean =>
  node.type === 'comment' || (node.type === 'text' && node.value.trim() === '')

/** The child elements of a node. */
export const elementsIn = (node: {children: readonly Nodes[]}): Element[] =>
  node.children.filter((child): child is Element => child.type === 'element')

/** Every element under a node, in document order. */
export function* within(node: Element): Generator<Element> {
  const stack: ElementContent[] = node.children.toReversed()
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.type !== 'element') continue
    yield top
    for (let index = top.children.length - 1; index >= 0; index--)
      stack.push(top.children[index] as ElementContent)
  }
}

/** Every text under a node, in document order. */
export function* textsIn(node: Element): Generator<Text> {
  const stack: ElementContent[] = [node]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.type === 'text') yield top
    else if (top.type === 'element')
      for (let index = top.children.length - 1; index >= 0; index--)
        stack.push(top.children[index] as ElementContent)
  }
}

/** An element with the place of what it is made of. */
export function made(tagName: string, children: ElementContent[], from: Nodes | undefined): Element {
  const {position} = from ?? {}
  return {type: 'element', tagName, properties: {}, children, ...(position ? {position} : {})}
}
