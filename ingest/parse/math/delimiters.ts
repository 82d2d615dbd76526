/** Formulas that a text holds between the delimiters of TeX, which MathJax and KaTeX look for in a page. */

/** A formula in a text, with its delimiters. */
export interface DelimitedFormula {
  start: number
  end: number
  tex: string
  /** Whether it is set on a line of its own. */
  display: boolean
}

/** Opening and closing delimiters. A single dollar sign is money more often than not, so MathJax does not read it either by default. */
const DELIMITERS = [
  {open: '\\(', close: '\\)', display: false},
  {open: '\\[', close: '\\]', display: true},
  {open: '$$', close: '$$', display: true},
] as const
/** Maximum length of a formula, in characters. */
const MAX_LENGTH = 600
/** What a formula holds and an escaped remark in brackets does not: a command, an index, an operator; or it is one letter. */
const TEX = /\\[a-z]{2}|[_^=<>+]|^\s?\p{L}['′]?\s?$/iu

/** Find the formulas of a text, in order. */
export function delimitedFormulas(value: string): DelimitedFormula[] {
  const found: DelimitedFormula[] = []
  for (const {open, close, display} of DELIMITERS) {
    let from = value.indexOf(open)
    while (from >= 0) {
      const inside = from + open.length
      const length = value.slice(inside, inside + MAX_LENGTH).indexOf(close)
      const tex = length < 0 ? '' : value.slice(inside, inside + length)
      if (tex.includes(open) || !TEX.test(tex)) {
        from = value.indexOf(open, inside)
        continue
      }
      const end = inside + length + close.length
      found.push({start: from, end, tex: tex.trim(), display})
      from = value.indexOf(open, end)
    }
  }
  return found
    .toSorted((a, b) => a.start - b.start)
    .filter((one, index, all) => index === 0 || one.start >= (all[index - 1]?.end ?? 0))
}
