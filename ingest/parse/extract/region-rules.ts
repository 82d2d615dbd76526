/**
 * Which regions inside the article’s element are not part of it: an ordered list of rules, of which the first match
 * decides. Each states its reason for an editor.
 */
import type {Element} from 'hast'
import {isDisclosure} from '../disclosures.ts'
import {textIn} from '../element-text.ts'
import {isHidden} from '../hidden.ts'
import {READ_ALSO, RELATED_HEADING} from '../related-phrases.ts'
import {endsLeadIn} from '../sentence.ts'
import {holdsCards} from './cards.ts'
import {holdsProse, isInDoubtByName} from './doubt.ts'
import {isClipped, isDoubtful, isFurniture, isNamedIngredients, isSilent} from './elements.ts'
import {isPlaceOfReport} from './openings.ts'
import type {RegionKind} from './region-kinds.ts'
import {isSameText} from './same-text.ts'
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
  /** Authors of the article. */
  authors: readonly string[]
  /** Whether an aside is part of the text. */
  isAsideOfText: (element: Element, statistics: Statistics) => boolean
  /** The block before the element; undefined if text is between them. */
  before: Element | undefined
  /** The blocks after the element in its parent. */
  after: () => readonly Element[]
  /** Title of the article. */
  title: string | undefined
}

/** Decides whether a region is not part of the article. */
interface RegionRule {
  /** Explains the removal to an editor, as a noun phrase. */
  reason: (place: Region) => string
  holds: (place: Region) => boolean
  /** Whether prose in the region may be the article’s all the same. Absent where the page itself says that readers do not see it. */
  isDoubtful?: (place: Region) => boolean
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

/** A larger share of linked text that ends like sentences or verses is the writer’s: an annotated poem. */
const MAX_LINKED_PROSE = 0.5

/** Minimum linked share of a “related” region with much prose; part of the article may have such a name. */
const MIN_LINKED_SHARE = 0.15

/** Kinds whose names boxes with the headline of a page have, too. */
const MAY_HOLD_HEADLINE: ReadonlySet<string> = new Set([
  'advertisement',
  'button',
  'related',
  'share',
  'sidebar',
])
/** Maximum number of elements searched for the headline. */
const MAX_SEARCHED = 200

/** Whether an element holds the headline of the page. */
function holdsHeadline(element: Element, title: string): boolean {
  const stack: Element[] = [element]
  for (let seen = 0, top = stack.pop(); top && seen < MAX_SEARCHED; seen++, top = stack.pop()) {
    if (top.tagName === 'h1') return isSameText(textIn(top, 400), title)
    for (const child of top.children.toReversed()) if (child.type === 'element') stack.push(child)
  }
  return false
}

/** Maximum length of a count of milliseconds, in characters. */
const MAX_TIME_LENGTH = 14

/** Maximum length of the heading of a table of contents, and of the footer of a quotation, in characters. */
const MAX_LABEL_LENGTH = 60
/** Minimum linked share of a table of contents; part of the article may have such a name. */
const MIN_CONTENTS_LINKED_SHARE = 0.3

/** Elements that may be a box of the text. */
const BOXES = new Set('article div section'.split(' '))

/** Tables are excluded: a table of links is still a table. */
const grouping = new Set('div ol section ul'.split(' '))

/** Elements whose names describe a word, not a region. */
const lines = new Set('b em i strong h1 td th tr tbody thead table figure figcaption img pre code'.split(' '))

/** All rules, in the order in which they are tried. */
const regionRules: readonly RegionRule[] = [
  {
    reason: () => 'a part of the page around the article, by its element or role',
    isDoubtful: (place) => place.element.tagName === 'aside' && isInDoubtByShape(place),
    holds: ({element, statistics, prose, inLine, isAsideOfText}) =>
      isSilent(element) ||
      // The footer of a quotation names its author.
      (isFurniture(element) &&
        !(inLine && element.tagName === 'footer' && statistics.text <= MAX_LABEL_LENGTH) &&
        statistics.allProse <= MAX_FURNITURE_SHARE * prose &&
        !isContent(element, statistics) &&
        !isAsideOfText(element, statistics)),
  },
  {
    reason: () => 'text for screen readers only',
    holds: ({element, statistics}) => isClipped(element) && statistics.text <= MAX_CLIPPED_LENGTH,
  },
  {
    reason: ({statistics}) => statistics.kind?.reason ?? '',
    isDoubtful: ({element, statistics: {text, linked}, authors}) =>
      isInDoubtByName({element, text, linked, authors}),
    holds: ({element, statistics, together, prose, inLine, title}) => {
      const {kind, text, allProse, visuals, linked, links, codes} = statistics
      if (!kind || (lines.has(element.tagName) && !(element.tagName === 'figure' && visuals === 0)))
        return false
      if (kind.name === 'contents' && text > MAX_LABEL_LENGTH && linked < MIN_CONTENTS_LINKED_SHARE * text)
        return false
      if (kind.name === 'unseen') return text <= (kind.maxLength ?? 0)
      if (
        inLine ||
        Math.max(allProse, together) > maxShareOf(kind, element) * prose ||
        text > (kind.maxLength ?? Number.POSITIVE_INFINITY)
      )
        return false
      if (kind.name === 'button' && (holdsHeading(element) || isDisclosure(element))) return false
      // A frame with buttons around code, and the place before the first words of a report.
      if (codes > 0 && OF_CODE.has(kind.name)) return false
      if (kind.name === 'byline' && text <= MAX_LABEL_LENGTH && isPlaceOfReport(textIn(element, 80)))
        return false
      if (kind.needsLinks && links === 0 && BOXES.has(element.tagName)) return false
      // A “related” region has links.
      if (kind.name === 'related' && allProse >= MIN_PROSE && linked < MIN_LINKED_SHARE * text) return false
      // The box of the headline may hold a part of the article.
      if (MAY_HOLD_HEADLINE.has(kind.name) && title !== undefined && holdsHeadline(element, title))
        return false
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
    isDoubtful: isInDoubtByShape,
    holds: ({element, statistics, prose, all}) =>
      prose >= MIN_PROSE && statistics.allProse <= MAX_CARDS_SHARE * prose && holdsCards(element, all),
  },
  {
    reason: () => 'a link to another article, laid out as a figure',
    isDoubtful: isInDoubtByShape,
    holds: ({element: {tagName}, statistics: {visuals, linked, text}, prose}) =>
      tagName === 'figure' && prose >= MIN_PROSE && visuals === 0 && linked > LINK_DENSITY * text,
  },
  {
    reason: () => 'links away from the article',
    isDoubtful: isInDoubtByShape,
    holds: ({
      element,
      statistics: {text, linked, links, linkedProse, prose: own},
      prose,
      all,
      before,
      after,
    }) =>
      prose >= MIN_PROSE &&
      own <= MAX_PROSE_SHARE * prose &&
      grouping.has(element.tagName) &&
      links >= MIN_LINKS &&
      linked > LINK_DENSITY * text &&
      linkedProse <= MAX_LINKED_PROSE * linked &&
      !(before && isAnnounced(element, before) && after().some((block) => isOfText(block, all.get(block)))),
  },
]

/** Minimum length of a sentence that announces a list, in characters. A shorter one may be a label. */
const MIN_LEAD_IN = 25

/** Whether a block holds sentences, and no name says otherwise. */
const isOfText = (block: Element, statistics: Statistics | undefined): boolean =>
  statistics !== undefined &&
  !statistics.kind &&
  (statistics.prose > 0 ||
    (block.tagName === 'p' && statistics.links === 0 && endsLeadIn(textIn(block, 200))))

/** Whether a list or a table is announced by the sentence above it: “The keeper recommends these charts:”. */
function isAnnounced({tagName, children}: Element, before: Element): boolean {
  if (before.tagName !== 'p') return false
  const [only, ...more] = children.filter((child) => child.type === 'element')
  const isTable = only?.type === 'element' && only.tagName === 'table' && more.length === 0
  if (tagName !== 'ol' && tagName !== 'ul' && !isTable) return false
  const text = textIn(before)
  return (
    text.length >= MIN_LEAD_IN && endsLeadIn(text) && !READ_ALSO.test(text) && !RELATED_HEADING.test(text)
  )
}

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

/** Kinds whose names frames around code have, too. */
const OF_CODE: ReadonlySet<string> = new Set(['button', 'navigation', 'share', 'tags'])

/** Maximum share of the prose in an offer to subscribe that says so itself, by its words and not only by its name. */
const MAX_SAID_SHARE = 0.5
/** Words of an offer to subscribe. */
const OFFER =
  /\b(?:subscri(?:be|bers?|ption)|sign(?:ing)? up|newsletter|inbox|abonn\p{L}{1,6}|suscr[ií]b\p{L}{1,5}|inscrev\p{L}{1,4}|iscriv\p{L}{1,4}|prenumer\p{L}{1,4})\b|購読|订阅|구독/iu

const maxShareOf = ({name, maxShare}: RegionKind, element: Element): number =>
  (name === 'newsletter' || name === 'paywall') && OFFER.test(textIn(element, 400))
    ? MAX_SAID_SHARE
    : maxShare

/** Explain why an element is not part of the article, and whether that is in doubt; undefined if it is part of it. */
export function removal(place: Region): {reason: string; isDoubtful: boolean} | undefined {
  const rule = regionRules.find(({holds}) => holds(place))
  if (!rule) return undefined
  return {reason: rule.reason(place), isDoubtful: rule.isDoubtful?.(place) ?? false}
}

/** Whether a region that was left out for its shape or position holds prose. */
function isInDoubtByShape({element, statistics}: Region): boolean {
  return statistics.allProse > 0 || holdsProse(element)
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
