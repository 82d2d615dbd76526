/** The text of code that is in elements: a line for each line, without numbers and buttons. */
import type {Element, ElementContent} from 'hast'
import {textIn} from '../../element-text.ts'
import {tracedTextOf} from '../../trace/attach.ts'
import {extentOf} from '../../trace/extent.ts'
import {inserted, join, type SourceRange, type TracedText} from '../../trace/traced-text.ts'
import {hasClass, styleOf} from '../hast.ts'
import {CODE_LINE, EXTRAS, LINE_IN_CODE, NUMBERS} from './names.ts'

const BLOCKS = new Set('blockquote div li ol p pre table tbody tr ul'.split(' '))
const UNREAD = new Set('button input noscript script select style svg template'.split(' '))

/** Whether an element in code is a line. */
export const isCodeLine = (element: Element): boolean =>
  BLOCKS.has(element.tagName) ||
  element.properties.dataLine !== undefined ||
  hasClass(element, CODE_LINE) ||
  (element.tagName === 'span' && hasClass(element, LINE_IN_CODE))

/** Whether an element in code is no code: the number of a line, or a button. */
export function isNoCode(element: Element): boolean {
  if (UNREAD.has(element.tagName) || hasClass(element, NUMBERS) || hasClass(element, EXTRAS)) return true
  if (element.properties.dataLineNumber !== undefined && /^\d*$/.test(textIn(element, 9))) return true
  const select = styleOf(element, 'user-select') || styleOf(element, '-webkit-user-select')
  return select === 'none' && /^\s*\d+\s*$/.test(plain(element))
}

const plain = (element: Element): string =>
  element.children.map((child) => (child.type === 'text' ? child.value : '')).join('')

/** Code, and the places of the words that were no code. */
export interface CodeText {
  text: TracedText
  dropped: SourceRange[]
}

/** The text of elements as code. */
export function codeText(elements: readonly ElementContent[]): CodeText {
  const lines = new Lines()
  const dropped: SourceRange[] = []
  const stack: (ElementContent | 'end')[] = elements.toReversed()
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top === 'end') lines.endLine()
    else if (top.type === 'text') lines.add(tracedTextOf(top))
    if (top === 'end' || top.type !== 'element') continue
    if (isNoCode(top)) {
      const extent = extentOf(top)
      if (extent && textIn(top) !== '') dropped.push(extent)
      continue
    }
    if (top.tagName === 'br') lines.breakAt(top.position?.start.offset ?? 0)
    if (isCodeLine(top)) {
      lines.beginLine()
      stack.push('end')
    }
    for (const child of top.children.toReversed()) stack.push(child)
  }
  return {text: lines.text(), dropped}
}

/** Text under construction. A line that ends asks for a break before the next text, which may bring one. */
class Lines {
  readonly #parts: TracedText[] = []
  #last = ''
  #isPending = false

  add(text: TracedText): void {
    if (text.value === '') return
    if (this.#isPending && !/^[\r\n]/.test(text.value)) {
      // Indentation of the markup between two lines is no code.
      if (text.value.trim() === '' && !text.value.includes('\n')) return
      this.#put(inserted('\n', text.origin[0]?.start ?? 0))
    }
    this.#put(text)
  }

  breakAt(offset: number): void {
    this.#put(inserted('\n', offset))
  }

  beginLine(): void {
    if (this.#last !== '' && this.#last !== '\n') this.#isPending = true
  }

  endLine(): void {
    if (this.#last !== '\n' && this.#last !== '') this.#isPending = true
  }

  text(): TracedText {
    return join(this.#parts)
  }

  #put(text: TracedText): void {
    this.#parts.push(text)
    this.#last = text.value.at(-1) ?? ''
    this.#isPending = false
  }
}
