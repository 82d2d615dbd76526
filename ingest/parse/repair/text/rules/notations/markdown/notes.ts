/** Notes and tasks as Markdown writes them (GitHub Flavored Markdown): `[^1]` and `[^1]: The note.`, `- [x] Done`. */
import type {Edit} from '../../../../../trace/traced-text.ts'

const definition = /^[ ]{0,3}\[\^([\w-]{1,40})\]:[ \t]{1,9}(?=\S)([^\n]{1,4000})/gm
const blockTag = /<\/?(?:p|h[1-6]|li|td|div)[\s>]/i
const mark = /\[\^([\w-]{1,40})\](?!:)/g
const task = /^[ \t]{0,12}(?:[-*+]|\d{1,2}[.)])[ \t]{1,4}\[([ xX])\](?=[ \t]+\S)/gm

/** Find notes with their marks: links to paragraphs of their own. */
export function notes(value: string): Edit[] {
  if (!value.includes('[^')) return []
  const edits: Edit[] = []
  const numbers = new Map<string, number>()
  for (const {0: whole, 1: label = '', 2: text = '', index} of value.matchAll(definition)) {
    // In an element, the line is a part of it.
    if (numbers.has(label) || blockTag.test(text)) continue
    const number = numbers.size + 1
    numbers.set(label, number)
    const end = index + whole.length
    const start = end - text.length
    edits.push({start: index, end: start, value: `<p id="fn-${label}"><sup>${number}</sup> `})
    edits.push({start: end, end, value: '</p>'})
  }
  if (numbers.size === 0) return []
  for (const {0: whole, 1: label = '', index} of value.matchAll(mark)) {
    const number = numbers.get(label)
    if (number === undefined) continue
    const value = `<a href="#fn-${label}"><sup>${number}</sup></a>`
    edits.push({start: index, end: index + whole.length, value})
  }
  return edits
}

/** Find the boxes of tasks: signs that say the same to every reader. */
export const tasks = (value: string): Edit[] =>
  Array.from(value.matchAll(task), ({0: whole, 1: state, index}) => ({
    start: index + whole.length - 3,
    end: index + whole.length,
    value: state === ' ' ? '☐' : '☑',
  }))
