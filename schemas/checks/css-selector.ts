import {select} from 'hast-util-select'

/** An element that every selector without conditions matches, so that what cannot be evaluated shows. */
const SAMPLE = {
  type: 'root',
  children: [{type: 'element', tagName: 'div', properties: {}, children: []}],
} satisfies Parameters<typeof select>[1]

/** What a selector says in strings and in attributes: no pseudo-classes. */
const quoted = /"[^"]{0,500}"|'[^']{0,500}'|\[[^\]]{0,500}\]/g

/**
 * What is wrong with a CSS selector; undefined where nothing is. Selectors are matched against a page that nobody looks at, so
 * pseudo-elements and states such as `:hover` are wrong too.
 */
export function selectorProblem(selector: string): string | undefined {
  if (selector.trim() === '') return 'it is empty'
  try {
    select(selector, SAMPLE)
    for (const [pseudo] of selector.replace(quoted, '').matchAll(/::?[a-z][a-z-]*(?![a-z-(])/gi)) {
      select(`*${pseudo}`, SAMPLE)
    }
    return undefined
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return error.message.replace(/^css-selector-parser parse error: /, '').replace(/\.$/, '')
  }
}

/** Check of a field that holds a selector, or nothing. */
export function cssSelector(value: string | undefined): true | string {
  if (value === undefined) return true
  const problem = selectorProblem(value)
  return problem === undefined ? true : `“${value}” is no CSS selector that works here: ${problem}.`
}
