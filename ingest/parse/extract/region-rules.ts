/**
 * Which regions inside the article’s element are not part of it: an ordered list of rules, of which the first match
 * decides. Each states its reason for an editor.
 */
import type {Element} from 'hast'
import {textIn} from '../element-text.ts'
import {isHidden} from '../hidden.ts'
import {holdsCards} from './cards.ts'
import {isClipped, isDoubtful, isFurniture, isNamedIngredients, isSilent} from './elements.ts'
import type {Statistics} from './statistics.ts'

/** An element under a container, with what the rules look at. */
export interface Region {
  element: Element
  statistics: Statistics
  /** Statistics of all elements of the page. */
  all: ReadonlyMap<Element, Statistics>
  /** Prose of the whole article, in characters. */
  prose: number
  /** Text of this element and its siblings of the same kind, in characters. */
  together: number
  /** Whether the element is inside a line of text, a cell or an item, where a name means less. */
  inLine: boolean
}

/** Decides whether a region is not part of the article. */
interface RegionRule {
  /** Explains the removal to an editor, as a noun phrase. */
  reason: (place: Region) => string
  holds: (place: Region) => boolean
}

/** Maximum share of the prose in a hidden element or form; one with more is the article under a misleading name. */
const MAX_PROSE_SHARE = 0.2
/** The same for structured data: search engines get the whole article a second time. */
const MAX_DATA_SHARE = 2
/** The same for an element or role that is navigation by the standard. */
const MAX_FURNITURE_SHARE = 0.5
/** A region with a larger share of links leads away from the article. */
const LINK_DENSITY = 0.75
const MIN_LINKS = 4
/** Cards with a larger share of the prose are sections of the article. */
const MAX_CARDS_SHARE = 0.35
/** An aside with fewer items is a teaser. */
const MIN_ITEMS = 3
/** Maximum length of visually hidden text, in characters. */
const MAX_CLIPPED_LENGTH = 400
/** On a page with less prose, link lists may be the content. */
const MIN_PROSE = 500

/** Minimum linked share of a “related” region; part of the article may have such a name. */
const MIN_LINKED_SHARE = 0.05

/** Maximum length of a count of milliseconds, in characters. */
const MAX_TIME_LENGTH = 14

/** Maximum length of the heading of a table of contents, and of the footer of a quotation, in characters. */
const MAX_LABEL_LENGTH = 60
/** Minimum linked share of a table of contents; part of the article may have such a name. */
const MIN_CONTENTS_LINKED_SHARE = 0.3

/** Tables are excluded: a table of links is still a table. */
const grouping = new Set('div ol section ul'.split(' '))

/** Elements whose names describe a word, not a region. */
const lines = new Set('b em i strong h1 td th tr tbody thead table figure figcaption img pre code'.split(' '))

/** All rules, in the order in which they are tried. */
const regionRules: readonly RegionRule[] = [
  {
    reason: () => 'a part of the page around the article, by its element or role',
    holds: ({element, statistics, prose, inLine}) =>
      isSilent(element) ||
      // The footer of a quotation names its author.
      (isFurniture(element) &&
        !(inLine && element.tagName === 'footer' && statistics.text <= MAX_LABEL_LENGTH) &&
        statistics.allProse <= MAX_FURNITURE_SHARE * prose &&
        !isContent(element, statistics)),
  },
  {
    reason: () => 'text for screen readers only',
    holds: ({element, statistics}) => isClipped(element) && statistics.text <= MAX_CLIPPED_LENGTH,
  },
  {
    reason: ({statistics}) => statistics.kind?.reason ?? '',
    holds: ({element, statistics: {kind, text, allProse, visuals, linked}, together, prose, inLine}) => {
      if (!kind || (lines.has(element.tagName) && !(element.tagName === 'figure' && visuals === 0)))
        return false
      if (kind.name === 'contents' && text > MAX_LABEL_LENGTH && linked < MIN_CONTENTS_LINKED_SHARE * text)
        return false
      if (kind.name === 'unseen') return text <= (kind.maxLength ?? 0)
      if (
        inLine ||
        Math.max(allProse, together) > kind.maxShare * prose ||
        text > (kind.maxLength ?? Number.POSITIVE_INFINITY)
      )
        return false
      if (kind.name === 'button' && holdsHeading(element)) return false
      // A “related” region has links.
      if (kind.name === 'related' && allProse >= MIN_PROSE && linked < MIN_LINKED_SHARE * text) return false
      // An image in such a region more likely belongs to the article than to a share button.
      return kind.name !== 'byline' || visuals === 0 || text < 120
    },
  },
  {
    reason: () => 'hidden data for machines',
    holds: ({element, statistics, prose}) =>
      isHidden(element) && isData(element) && statistics.allProse <= MAX_DATA_SHARE * prose,
  },
  {
    reason: () => 'a time for machines, which a script turns into words',
    holds: ({element, statistics}) =>
      element.tagName === 'amp-timeago' && statistics.text <= MAX_TIME_LENGTH && isNumber(element),
  },
  {
    reason: () => 'a hidden part or a form',
    holds: ({element, statistics, prose}) =>
      isDoubtful(element) && statistics.allProse <= MAX_PROSE_SHARE * prose,
  },
  {
    reason: () => 'a group of headlines of other articles',
    holds: ({element, statistics, prose, all}) =>
      prose >= MIN_PROSE && statistics.allProse <= MAX_CARDS_SHARE * prose && holdsCards(element, all),
  },
  {
    reason: () => 'a link to another article, laid out as a figure',
    holds: ({element: {tagName}, statistics: {visuals, linked, text}, prose}) =>
      tagName === 'figure' && prose >= MIN_PROSE && visuals === 0 && linked > LINK_DENSITY * text,
  },
  {
    reason: () => 'links away from the article',
    holds: ({element, statistics: {text, linked, links, prose: own}, prose}) =>
      prose >= MIN_PROSE &&
      own <= MAX_PROSE_SHARE * prose &&
      grouping.has(element.tagName) &&
      links >= MIN_LINKS &&
      linked > LINK_DENSITY * text,
  },
]

const isNumber = ({children}: Element): boolean =>
  children.every((child) => child.type === 'text' && /^\s*\d+\s*$/.test(child.value))

/** Whether an element is a microdata item. */
const isData = ({properties: {itemScope, itemType}}: Element): boolean =>
  itemScope !== undefined && itemScope !== null && itemType !== undefined

/** A button around a heading opens the section below it. */
const holdsHeading = ({children}: Element): boolean =>
  children.some((child) => child.type === 'element' && /^h[2-6]$/.test(child.tagName))

/** Whether an aside belongs to the article: it holds a list or sentences, and few links. */
function isContent(element: Element, {kind, linked, text, items}: Statistics): boolean {
  const {tagName} = element
  if (tagName !== 'aside' || kind) return false
  if (items < MIN_ITEMS && !explains(element)) return false
  // Ingredients may link to the site’s shop.
  return linked < (isNamedIngredients(element) ? 0.6 : 0.15) * text
}

/** Explain why an element is not part of the article; undefined if it is. */
export function removalReason(place: Region): string | undefined {
  return regionRules.find(({holds}) => holds(place))?.reason(place)
}

/** Names of an aside that explains something of the text. */
const EXPLAINS =
  /(?:^|[-_])(?:definition|glossary|factbox|fact-box|info-?box|explainer|admonition|callout|note|tip)(?:$|[-_])/i

/** Whether an aside explains something of the text: it is a note by role or name, or begins with a term and its definition. */
function explains(element: Element): boolean {
  const {role, className} = element.properties
  if (
    (Array.isArray(role) ? role : [role]).some((name) =>
      /^(?:note|doc-(?:tip|notice|example|glossary))$/.test(String(name)),
    )
  )
    return true
  if (Array.isArray(className) && className.some((name) => EXPLAINS.test(String(name)))) return true
  const [first] = element.children.filter((child) => child.type === 'element')
  if (first?.tagName === 'dl') return true
  const [term, after] = (first?.tagName === 'p' ? first.children : []).filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  )
  if (term?.type !== 'element' || !/^(?:b|dfn|strong)$/.test(term.tagName)) return false
  return (
    term.tagName === 'dfn' ||
    (after?.type === 'text' && /^\s?[:：–—]/.test(after.value)) ||
    /[:：]\s?$/.test(textIn(term))
  )
}
