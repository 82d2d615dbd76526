/** Text wrapped at a width, and indented, as a formatter of source leaves it. */
import type {Operator} from './index.ts'

export const hardWrap: Operator = (html, random) => {
  const width = 40 + Math.floor(random() * 40)
  return html.replace(/>([^<]{20,})</g, (_, text: string) => {
    let column = 0
    const words = text.split(' ').map((word) => {
      column += word.length + 1
      if (column <= width) return ` ${word}`
      column = word.length
      return `\n        ${word}`
    })
    return `>${words.join('').trim()}<`
  })
}
