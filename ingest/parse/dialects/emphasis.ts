/** Emphasis that only a style or the class of a style sheet shows, as elements. */
import type {Element} from 'hast'
import {classesOf, made, styleOf} from './hast.ts'

/** Elements for the marks of a line, by what shows them. */
type Mark = 'strong' | 'em' | 'u' | 's' | 'sub' | 'sup'

/** Elements that may get marks by their style. A heading is bold anyway, and a link underlined. */
const PHRASES = new Set('a b bdi cite em font i label mark q small span strong time'.split(' '))
/** Blocks whose style is the style of their words. */
const BLOCKS = new Set('li p td'.split(' '))
/** Elements that may be made to look like plain text. */
const PLAIN: Readonly<Record<string, readonly [property: string, value: RegExp]>> = {
  b: ['font-weight', /^(?:normal|[1-4]00)$/],
  strong: ['font-weight', /^(?:normal|[1-4]00)$/],
  em: ['font-style', /^normal$/],
  i: ['font-style', /^normal$/],
  u: ['text-decoration', /^none/],
}

/** Names of marks in the style sheets of common frameworks and editors. */
const NAMES: ReadonlyMap<string, Mark> = new Map([
  ...'line-through strikethrough strike struck text-decoration-line-through text-strike text-strikethrough editor-text-strikethrough'
    .split(' ')
    .map((name): [string, Mark] => [name, 's']),
  ...'font-bold fw-bold text-bold font-weight-bold editor-text-bold'
    .split(' ')
    .map((name): [string, Mark] => [name, 'strong']),
  ...'fst-italic font-italic text-italic editor-text-italic'
    .split(' ')
    .map((name): [string, Mark] => [name, 'em']),
  ...'text-decoration-underline editor-text-underline'.split(' ').map((name): [string, Mark] => [name, 'u']),
])

const isBold = (weight: string): boolean => /^(?:bold|bolder|[6-9]\d\d|1000)$/.test(weight)

/** Put the words of an element in the marks that its style or class gives them, in place. */
export function markByStyle(element: Element): void {
  const {tagName, properties} = element
  if (properties.style === undefined && properties.className === undefined) return
  const isPhrase = PHRASES.has(tagName)
  if (!isPhrase && !BLOCKS.has(tagName)) {
    const plain = PLAIN[tagName]
    if (plain?.[1].test(styleOf(element, plain[0]))) element.tagName = 'span'
    return
  }
  const plain = PLAIN[tagName]
  if (plain?.[1].test(styleOf(element, plain[0]))) element.tagName = 'span'
  const marks = new Set<Mark>()
  if (typeof properties.style === 'string') addStyled(element, marks)
  if (isPhrase) {
    for (const name of classesOf(element)) {
      const mark = NAMES.get(name)
      if (mark) marks.add(mark)
    }
  }
  if (tagName === 'a') marks.delete('u')
  if (marks.size === 0 || element.children.length === 0) return
  for (const mark of marks) element.children = [made(mark, element.children, element)]
}

function addStyled(element: Element, marks: Set<Mark>): void {
  if (isBold(styleOf(element, 'font-weight'))) marks.add('strong')
  if (/^(?:italic|oblique)/.test(styleOf(element, 'font-style'))) marks.add('em')
  const line = `${styleOf(element, 'text-decoration')} ${styleOf(element, 'text-decoration-line')}`
  if (line.includes('line-through')) marks.add('s')
  if (line.includes('underline')) marks.add('u')
  if (element.tagName !== 'span' && element.tagName !== 'font') return
  const raised = styleOf(element, 'vertical-align')
  if (raised === 'super') marks.add('sup')
  if (raised === 'sub') marks.add('sub')
}
