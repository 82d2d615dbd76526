/** Formulas between the delimiters of TeX as elements: `\(a+b\)` in a line, and `\[a+b\]` where it is all that a paragraph holds. */
import type {Element, ElementContent, Root, Text} from 'hast'
import {delimitedFormulas} from '../math/delimiters.ts'
import {setText, tracedTextOf} from '../trace/attach.ts'
import {type SourceRange, slice, sourceRange} from '../trace/traced-text.ts'
import {isBlank, made} from './hast.ts'

/** Elements whose text is shown as it is. */
const LITERAL = new Set('code kbd math pre samp textarea tt'.split(' '))

/** Read the formulas among the texts of an element, in place, and add their places to `found`. */
export function readFormulas(node: Root | Element, found: SourceRange[]): void {
  if (node.type !== 'element' || LITERAL.has(node.tagName)) return
  if (!node.children.some((child) => child.type === 'text' && /\\[([]|\$\$/.test(child.value))) return
  const isAlone =
    (node.tagName === 'p' || node.tagName === 'div') &&
    node.children.filter((child) => !isBlank(child)).length === 1
  node.children = node.children.flatMap((child) =>
    child.type === 'text' ? partsOf(child, node, isAlone, found) : [child],
  )
}

function partsOf(text: Text, parent: Element, isAlone: boolean, found: SourceRange[]): ElementContent[] {
  const formulas = delimitedFormulas(text.value)
  if (formulas.length === 0) return [text]
  const whole = tracedTextOf(text)
  const piece = (start: number, end: number): Text => {
    const part: Text = {type: 'text', value: ''}
    setText(part, slice(whole, start, end))
    return part
  }
  const [only] = formulas
  if (isAlone && only?.display && text.value.trim() === text.value.slice(only.start, only.end).trim()) {
    parent.tagName = 'pre'
    parent.properties = {className: ['language-math']}
  }
  const isBlock = parent.tagName === 'pre'
  const parts: ElementContent[] = []
  let from = 0
  for (const {start, end, tex} of formulas) {
    if (start > from && !isBlock) parts.push(piece(from, start))
    const at = text.value.indexOf(tex, start)
    const formula = piece(at, at + tex.length)
    parts.push(isBlock ? formula : made('math', [formula], parent))
    found.push(sourceRange(whole, start, end))
    from = end
  }
  if (from < text.value.length && !isBlock) parts.push(piece(from, text.value.length))
  return parts
}
