/** Numbers of a list that the article cannot keep, reported. */
import type {Element} from 'hast'
import type {Report} from '../findings/report.ts'
import {extentOf} from '../trace/extent.ts'
import {elementsIn, textOf} from './hast.ts'

/** Kinds of numbers of a list (`type`), as an editor reads them. */
const KINDS: Readonly<Record<string, string>> = {
  A: 'capital letters',
  I: 'Roman numerals',
  a: 'letters',
  i: 'small Roman numerals',
}

/** Report an `ol` whose items have other numbers than 1, 2, 3 and so on from its start, and move a start of its first item to the list. */
export function reportNumbering(list: Element, report: Report): void {
  const items = elementsIn(list).filter(({tagName}) => tagName === 'li')
  const first = items[0] && numberOf(items[0])
  if (first !== undefined && list.properties.start === undefined && first !== 1) list.properties.start = first
  const reasons: string[] = []
  if (list.properties.reversed !== undefined && list.properties.reversed !== false) reasons.push('count down')
  const kind = KINDS[textOf(list, 'type') ?? '']
  if (kind) reasons.push(`are ${kind}`)
  const jump = jumpIn(items)
  if (jump !== undefined) reasons.push(`jump to ${jump}`)
  if (reasons.length === 0) return
  const extent = extentOf(list)
  report({
    code: 'list-renumbered',
    message: `The numbers of a list ${reasons.join(' and ')}. In the article its items are numbered one by one.`,
    ranges: extent ? [extent] : [],
  })
}

/** The first number that does not follow the one before it. */
function jumpIn(items: readonly Element[]): number | undefined {
  let next: number | undefined
  for (const item of items) {
    const value = numberOf(item)
    if (value !== undefined && next !== undefined && value !== next) return value
    next = (value ?? next ?? 1) + 1
  }
  return undefined
}

function numberOf(item: Element): number | undefined {
  const value = Number(textOf(item, 'value') ?? Number.NaN)
  return Number.isSafeInteger(value) ? value : undefined
}
