/** Buttons that are words of a sentence: “Press [Save] to keep the log.” A button of the page has no text around it. */
import type {Element, ElementContent} from 'hast'

/** Elements that hold a line of text. */
const LINES = new Set('b blockquote dd div em figcaption i label li p q span strong summary td th'.split(' '))
/** Maximum length of the words on such a button, in characters. */
const MAX_LENGTH = 60
/** Minimum length of the text beside it, in characters. */
const MIN_TEXT = 3

/** Turn the buttons between the words of an element into text, in place. */
export function readButtonsInLines(element: Element): void {
  if (!LINES.has(element.tagName)) return
  const {children} = element
  for (const [index, child] of children.entries()) {
    if (child.type !== 'element' || child.tagName !== 'button') continue
    if (
      hasWord(children[index - 1]) &&
      (hasWord(children[index + 1]) || endsHere(children, index)) &&
      isWords(child)
    )
      child.tagName = 'span'
  }
}

const hasWord = (node: ElementContent | undefined): boolean =>
  node?.type === 'text' && /\p{L}/u.test(node.value) && node.value.trim().length >= MIN_TEXT

/** Whether a full stop after the button ends the sentence that it is in. */
const endsHere = (children: readonly ElementContent[], index: number): boolean => {
  const after = children[index + 1]
  return after?.type === 'text' && /^\s?[.,;:!?…)]/.test(after.value)
}

/** Whether a button holds only a few words. */
const isWords = ({children}: Element): boolean => {
  const [only] = children
  return (
    children.length === 1 &&
    only?.type === 'text' &&
    only.value.trim() !== '' &&
    only.value.length <= MAX_LENGTH
  )
}
