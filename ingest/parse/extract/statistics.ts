/** Text, prose and links of every element of a page, measured in one pass with an explicit stack. */
import type {Element, Nodes} from 'hast'
import {isDoubtful, isFurniture, isSilent, type KindCache, kindOf} from './elements.ts'
import type {RegionKind} from './region-kinds.ts'

/** Measures of one element and its descendants. */
export interface Statistics {
  /** Length of the text, in characters. */
  text: number
  /** Length of the text inside links, in characters. */
  linked: number
  /**
   * Length of text runs that are long enough to be sentences, outside links and outside regions that are not part of an
   * article, in characters.
   */
  prose: number
  /** The same, but including such regions. */
  allProse: number
  links: number
  /** Number of list items. */
  items: number
  /** Number of images, embeds and tables: what an article may show without words. */
  visuals: number
  /** Number of elements that divide a text into blocks. */
  blocks: number
  /** Number of preformatted elements. */
  codes: number
  /** Length of the text inside links that ends like a sentence or a verse, in characters. */
  linkedProse: number
  kind?: RegionKind
}

/** Minimum length of a sentence, in characters. Shorter runs of text are usually labels, names and dates. */
const MIN_SENTENCE_LENGTH = 40

/** Minimum length of a verse, in characters. */
const MIN_VERSE_LENGTH = 15
/** The end of a sentence or a verse. */
const STOP = /[.,;!。、！]["”’»]?\s*$/u

/** Kinds whose sentences never belong to the article. */
const FOREIGN = new Set(['comments', 'cookies', 'navigation', 'newsletter', 'paywall', 'related', 'sidebar'])

const VISUALS = new Set('audio embed iframe img object picture table video'.split(' '))

const BLOCKS = new Set('article div ol p section table ul'.split(' '))

interface Frame {
  element: Element
  index: number
  statistics: Statistics
  inLink: boolean
  outside: boolean
}

/**
 * Measure all elements under a root. If `trusting`, hidden elements, forms and elements named as navigation count as
 * well; only comments do not.
 */
export function statisticsOf(root: Element, known: KindCache, trusting = false): Map<Element, Statistics> {
  const found = new Map<Element, Statistics>()
  const open = (element: Element, parent: Frame | undefined): Frame => {
    const link = element.tagName === 'a' && element.properties.href !== undefined
    const statistics: Statistics = {
      text: 0,
      linked: 0,
      prose: 0,
      allProse: 0,
      links: link ? 1 : 0,
      items: element.tagName === 'li' ? 1 : 0,
      visuals: VISUALS.has(element.tagName) ? 1 : 0,
      blocks: BLOCKS.has(element.tagName) ? 1 : 0,
      codes: element.tagName === 'pre' ? 1 : 0,
      linkedProse: 0,
    }
    const kind = element === root ? undefined : kindOf(element, known)
    if (kind) statistics.kind = kind
    found.set(element, statistics)
    return {
      element,
      index: 0,
      statistics,
      inLink: link || (parent?.inLink ?? false),
      outside:
        (parent?.outside ?? false) ||
        isSilent(element) ||
        kind?.name === 'comments' ||
        (!trusting &&
          (isFurniture(element) || isDoubtful(element) || (kind !== undefined && FOREIGN.has(kind.name)))),
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
  if (isSilent(element)) return
  const length = value.trim().length
  statistics.text += length
  if (inLink) {
    statistics.linked += length
    if (length >= MIN_VERSE_LENGTH && STOP.test(value)) statistics.linkedProse += length
  } else if (length >= MIN_SENTENCE_LENGTH) {
    statistics.allProse += length
    if (!outside) statistics.prose += length
  }
}

/** Add up the statistics of several elements. */
export function sumStatistics(parts: readonly Statistics[]): Statistics {
  const sum: Statistics = {
    text: 0,
    linked: 0,
    prose: 0,
    allProse: 0,
    links: 0,
    items: 0,
    visuals: 0,
    blocks: 0,
    codes: 0,
    linkedProse: 0,
  }
  for (const part of parts) add(sum, part)
  return sum
}

function add(to: Statistics, from: Statistics): void {
  to.text += from.text
  to.linked += from.linked
  to.prose += from.prose
  to.allProse += from.allProse
  to.links += from.links
  to.items += from.items
  to.visuals += from.visuals
  to.blocks += from.blocks
  to.codes += from.codes
  to.linkedProse += from.linkedProse
}
