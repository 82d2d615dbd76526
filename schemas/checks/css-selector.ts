import {select} from 'hast-util-select'

/** An element that every selector without conditions matches, so that what cannot be evaluated shows. */
const SAMPLE = {
  type: 'root',
  children: [{type: 'element', tagName: 'div', properties: {}, children: []}],
} satisfies Parameters<typeof select>[1]

/**
 * What is wrong with a CSS selector; undefined where nothing is. Selectors are matched against a page that nobody looks at, so
 * pseudo-elements and states such as `:hover` are wrong too.
 */
export function selectorProblem(selector: string): string | undefined {
  if (selector.trim() === '') return 'it is empty'
  try {
    select(selector, SAMPLE)
    for (const pseudo of pseudosIn(selector)) select(`*${pseudo}`, SAMPLE)
    return undefined
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return error.message.replace(/^css-selector-parser parse error: /, '').replace(/\.$/, '')
  }
}

/** Pseudo-classes and pseudo-elements without an argument, outside of strings and attributes. */
function pseudosIn(selector: string): string[] {
  const found: string[] = []
  let quote = ''
  let depth = 0
  for (let at = 0; at < selector.length; at++) {
    const mark = selector[at] ?? ''
    if (quote) {
      if (mark === quote) quote = ''
    } else if (mark === '"' || mark === "'") quote = mark
    else if (mark === '[') depth++
    else if (mark === ']') depth--
    else if (mark === ':' && depth === 0) {
      let end = at + 1
      while (/[:a-z-]/i.test(selector[end] ?? '')) end++
      if (selector[end] !== '(') found.push(selector.slice(at, end))
      at = end - 1
    }
  }
  return found
}

/** Check of a field that holds a selector, or nothing. */
export function cssSelector(value: string | undefined): true | string {
  if (value === undefined) return true
  const problem = selectorProblem(value)
  return problem === undefined ? true : `“${value}” is no CSS selector that works here: ${problem}.`
}
