/** Neighbouring texts as one, with one origin: rehype-remark joins their values, and would keep the first one's origin only. */
import type {Nodes, Text} from 'mdast'
import {inserted, join, slice, type TracedText} from '../trace/traced-text.ts'

/** In place; with an explicit stack. White space at the ends of the line goes: rehype-remark would drop it from the value. */
export function joinTexts(node: Nodes): void {
  joinWithin(node)
  if (!('children' in node)) return
  const [first] = node.children
  if (first?.type === 'text') trimmed(first, first.value.trimStart().length - first.value.length)
  const last = node.children.at(-1)
  if (last?.type === 'text') trimmed(last, last.value.trimEnd().length)
}

/** In place: from `from` (from the end, if negative), or up to it. */
function trimmed(text: Text, at: number): void {
  if (at === 0 || at === text.value.length) return
  const {value, origin} = at < 0 ? slice(traced(text), -at) : slice(traced(text), 0, at)
  Object.assign(text, {value, data: {origin}})
}

function joinWithin(node: Nodes): void {
  const stack: Nodes[] = [node]
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    if (!('children' in parent)) continue
    const children: Nodes[] = []
    for (const child of parent.children) {
      const last = children.at(-1)
      if (child.type === 'text' && last?.type === 'text') children[children.length - 1] = joined(last, child)
      else children.push(child)
    }
    if (children.length < parent.children.length) parent.children = children as typeof parent.children
    stack.push(...children)
  }
}

function joined(one: Text, other: Text): Text {
  const {value, origin} = join([traced(one), traced(other)])
  return {type: 'text', value, data: {origin}}
}

const traced = ({value, data}: Text): TracedText =>
  data?.origin ? {value, origin: data.origin} : inserted(value, 0)
