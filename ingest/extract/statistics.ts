/** How much text, prose and links each element of a page holds, in one pass with an explicit stack. */
import type {Element, Nodes} from 'hast'
import {isDoubtful, isFurniture} from './names.ts'

export interface Statistics {
  /** Characters of text. */
  text: number
  /** Characters of text inside links. */
  linked: number
  /** Characters in stretches long enough to be sentences, outside of links and of what is no article. */
  prose: number
  links: number
}

/** Shorter stretches of text are labels, names and dates more often than sentences. */
const SENTENCE = 40

interface Frame {
  element: Element
  index: number
  statistics: Statistics
  inLink: boolean
  outside: boolean
}

/** `trusting`: what is hidden or in a form counts as well. */
export function statisticsOf(root: Element, trusting = false): Map<Element, Statistics> {
  const found = new Map<Element, Statistics>()
  const open = (element: Element, parent: Frame | undefined): Frame => {
    const link = element.tagName === 'a' && element.properties.href !== undefined
    const statistics = {text: 0, linked: 0, prose: 0, links: link ? 1 : 0}
    found.set(element, statistics)
    return {
      element,
      index: 0,
      statistics,
      inLink: link || (parent?.inLink ?? false),
      outside: (parent?.outside ?? false) || isFurniture(element) || (!trusting && isDoubtful(element)),
    }
  }
  const stack = [open(root, undefined)]
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const child: Nodes | undefined = frame.element.children[frame.index++]
    if (child?.type === 'text') count(child.value, frame)
    else if (child?.type === 'element') stack.push(open(child, frame))
    else if (!child) {
      stack.pop()
      const parent = stack.at(-1)
      if (parent) add(parent.statistics, frame.statistics)
    }
  }
  return found
}

function count(value: string, {statistics, inLink, outside, element}: Frame): void {
  if (element.tagName === 'script' || element.tagName === 'style') return
  const length = value.trim().length
  statistics.text += length
  if (inLink) statistics.linked += length
  else if (!outside && length >= SENTENCE) statistics.prose += length
}

function add(to: Statistics, from: Statistics): void {
  to.text += from.text
  to.linked += from.linked
  to.prose += from.prose
  to.links += from.links
}
