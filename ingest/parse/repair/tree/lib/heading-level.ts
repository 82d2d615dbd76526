import type {Element, Root} from 'hast'
import type {FlowBlock} from './heading-model/flow.ts'
import {HEADINGS} from './names.ts'
import {isElement, isOneOf, type Node} from './nodes.ts'

/** Find the most common level of headings below the title; the second if there are none. */
export function commonLevel(tree: Root): string {
  const counts = new Map<string, number>()
  const stack: Node[] = [...tree.children]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isOneOf(node, HEADINGS)) {
      if (node.tagName !== 'h1') counts.set(node.tagName, (counts.get(node.tagName) ?? 0) + 1)
    } else if (isElement(node)) for (const child of node.children) stack.push(child)
  }
  return commonest(counts)
}

/** Find the most common of some levels, as a number. */
export function commonOf(levels: readonly number[]): number {
  const counts = new Map<string, number>()
  for (const level of levels) counts.set(`h${level}`, (counts.get(`h${level}`) ?? 0) + 1)
  return Number(commonest(counts).slice(1))
}

function commonest(counts: ReadonlyMap<string, number>): string {
  // If two are equally common, the higher one.
  const [level] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0] ?? ['h2']
  return level
}

declare module 'hast' {
  interface ElementData {
    /** Whether no tag gives the level of a heading, and it is a first guess. */
    levelGuessed?: boolean | undefined
  }
}

/** Mark the level of a heading as guessed. */
export const guessLevel = (heading: Element): Element =>
  Object.assign(heading, {data: {...heading.data, levelGuessed: true}})

/** Whether the level of a heading is guessed. */
export const isLevelGuessed = (node: Node): boolean => isElement(node) && node.data?.levelGuessed === true

/** Find the tag for a level that the models chose; the lowest includes all lower ones in the flow. */
export function tagsOf(flow: readonly FlowBlock[]): (level: number) => string {
  const known = new Map<number, string>()
  return (level) => {
    const tag = known.get(level) ?? tagAt(level, flow)
    known.set(level, tag)
    return tag
  }
}

function tagAt(level: number, flow: readonly FlowBlock[]): string {
  const lower = flow.map((block) => block.level).filter((one) => one >= level)
  return level < LOWEST_LEVEL || lower.length === 0 ? `h${level}` : `h${commonOf(lower)}`
}

/** Lowest level that the models distinguish. */
const LOWEST_LEVEL = 4
