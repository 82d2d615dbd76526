import {type AstRule, type AstSelector, createParser} from 'css-selector-parser'
import {select} from 'hast-util-select'

const parse = createParser({syntax: 'selectors-4'})

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
    return problemInArguments(parse(selector))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return error.message.replace(/^css-selector-parser parse error: /, '').replace(/\.$/, '')
  }
}

/**
 * Forms of `:not()`, `:is()` and `:has()` that browsers know and hast-util-select 6.0.4 answers wrongly without an error
 * (findings/hast-select-not-descendant.sh). `p:not(article p)` would find every paragraph.
 */
function problemInArguments({rules}: AstSelector): string | undefined {
  for (const rule of rules) {
    for (let part: AstRule | undefined = rule; part; part = part.nestedRule) {
      for (const item of part.items) {
        if (item.type !== 'PseudoClass' || item.argument?.type !== 'Selector') continue
        const problem = problemInArgument(item.name, item.argument) ?? problemInArguments(item.argument)
        if (problem !== undefined) return problem
      }
    }
  }
  return undefined
}

function problemInArgument(name: string, {rules}: AstSelector): string | undefined {
  if (name === 'has') {
    const sibling = rules.find(({combinator}) => combinator === '+' || combinator === '~')
    return sibling && `\`:has()\` cannot begin with \`${sibling.combinator}\` here`
  }
  const isCompound = rules.some(({nestedRule}) => nestedRule !== undefined)
  return isCompound
    ? `\`:${name}()\` may describe only one element here, not how elements are nested`
    : undefined
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
  return problem === undefined ? true : `“${value}” is not a CSS selector that works here: ${problem}.`
}
