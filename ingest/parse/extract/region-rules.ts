/**
 * What inside the article's element is no part of the article: an ordered list of readable rules, the first that holds decides.
 * Each says why, for an editor.
 */
import type {Element} from 'hast'
import {isHidden} from '../hidden.ts'
import {holdsCards} from './cards.ts'
import {isClipped, isDoubtful, isFurniture, isNamedIngredients, isSilent} from './elements.ts'
import type {Statistics} from './statistics.ts'

export interface Region {
  element: Element
  statistics: Statistics
  /** Of all elements of the page. */
  all: ReadonlyMap<Element, Statistics>
  /** Prose of the whole article. */
  prose: number
  /** Text of this and of all elements of the same kind beside it. */
  together: number
  /** Whether the element stands in a line of text, a cell or an item, where a name means less. */
  inLine: boolean
}

interface RegionRule {
  /** For an editor, after "is". */
  reason: (place: Region) => string
  holds: (place: Region) => boolean
}

/** A part that is hidden or in a form and holds more of the prose than this is the article under a misleading name. */
const MOST_PROSE = 0.2
/** The same where it is marked as data: search engines are told the whole article a second time. */
const MOST_DATA = 2
/** The same for an element or role that is furniture by the standard. */
const MOST_FURNITURE = 0.5
/** Parts that are links for the most part lead away from the article. */
const LINK_DENSITY = 0.75
const FEWEST_LINKS = 4
/** Cards that hold more than this share of the prose are the article's own sections. */
const MOST_CARDS = 0.35
/** An aside with fewer items is a teaser. */
const FEWEST_ITEMS = 3
/** Longest text that is clipped away for the eye, in characters. */
const LONGEST_UNSEEN = 400
/** Where a page has less prose than this, lists of links may be what it is about. */
const LEAST_PROSE = 500

/** Share of a part that leads away that is links at least; a part of the article may have a name like one's. */
const LEAST_LINKED = 0.05

/** Longest count of milliseconds, in characters. */
const LONGEST_TIME = 14

/** Longest heading of a table of contents, and longest foot of a quotation, in characters. */
const LABEL = 60
/** Share of a table of contents that is links at least; a part of the article may have a name like one's. */
const LEAST_CONTENTS = 0.3

/** Tables are not among them: a table of links is still a table. */
const grouping = new Set('div ol section ul'.split(' '))

/** Elements whose names say what a word is, not what a part of the page is for. */
const lines = new Set('b em i strong h1 td th tr tbody thead table figure figcaption img pre code'.split(' '))

const regionRules: readonly RegionRule[] = [
  {
    reason: () => 'a part of the page around the article, by its element or role',
    holds: ({element, statistics, prose, inLine}) =>
      isSilent(element) ||
      // The foot of a quotation says whose it is.
      (isFurniture(element) &&
        !(inLine && element.tagName === 'footer' && statistics.text <= LABEL) &&
        statistics.allProse <= MOST_FURNITURE * prose &&
        !isContent(element, statistics)),
  },
  {
    reason: () => 'text for screen readers only',
    holds: ({element, statistics}) => isClipped(element) && statistics.text <= LONGEST_UNSEEN,
  },
  {
    reason: ({statistics}) => statistics.kind?.reason ?? '',
    holds: ({element, statistics: {kind, text, allProse, visuals, linked}, together, prose, inLine}) => {
      if (!kind || (lines.has(element.tagName) && !(element.tagName === 'figure' && visuals === 0)))
        return false
      if (kind.name === 'contents' && text > LABEL && linked < LEAST_CONTENTS * text) return false
      if (kind.name === 'unseen') return text <= (kind.longest ?? 0)
      if (
        inLine ||
        Math.max(allProse, together) > kind.most * prose ||
        text > (kind.longest ?? Number.POSITIVE_INFINITY)
      )
        return false
      if (kind.name === 'button' && holdsHeading(element)) return false
      // What leads to other articles has links to them.
      if (kind.name === 'related' && allProse >= LEAST_PROSE && linked < LEAST_LINKED * text) return false
      // A picture in a part with such a name is more likely the article's than a share button's.
      return kind.name !== 'byline' || visuals === 0 || text < 120
    },
  },
  {
    reason: () => 'hidden data for machines',
    holds: ({element, statistics, prose}) =>
      isHidden(element) && isData(element) && statistics.allProse <= MOST_DATA * prose,
  },
  {
    reason: () => 'a time for machines, which a script turns into words',
    holds: ({element, statistics}) =>
      element.tagName === 'amp-timeago' && statistics.text <= LONGEST_TIME && isNumber(element),
  },
  {
    reason: () => 'a hidden part or a form',
    holds: ({element, statistics, prose}) => isDoubtful(element) && statistics.allProse <= MOST_PROSE * prose,
  },
  {
    reason: () => 'a group of headlines of other articles',
    holds: ({element, statistics, prose, all}) =>
      prose >= LEAST_PROSE && statistics.allProse <= MOST_CARDS * prose && holdsCards(element, all),
  },
  {
    reason: () => 'a link to another article, laid out as a figure',
    holds: ({element: {tagName}, statistics: {visuals, linked, text}, prose}) =>
      tagName === 'figure' && prose >= LEAST_PROSE && visuals === 0 && linked > LINK_DENSITY * text,
  },
  {
    reason: () => 'links away from the article',
    holds: ({element, statistics: {text, linked, links, prose: own}, prose}) =>
      prose >= LEAST_PROSE &&
      own <= MOST_PROSE * prose &&
      grouping.has(element.tagName) &&
      links >= FEWEST_LINKS &&
      linked > LINK_DENSITY * text,
  },
]

const isNumber = ({children}: Element): boolean =>
  children.every((child) => child.type === 'text' && /^\s*\d+\s*$/.test(child.value))

/** Microdata: an item of its own. */
const isData = ({properties: {itemScope, itemType}}: Element): boolean =>
  itemScope !== undefined && itemScope !== null && itemType !== undefined

/** A button round a heading opens what stands under it. */
const holdsHeading = ({children}: Element): boolean =>
  children.some((child) => child.type === 'element' && /^h[2-6]$/.test(child.tagName))

/** An aside of the article: what it holds is a list or sentences, and leads nowhere. */
function isContent(element: Element, {kind, linked, text, items}: Statistics): boolean {
  const {tagName} = element
  if (tagName !== 'aside' || kind || items < FEWEST_ITEMS) return false
  // What a dish is made of is sold by the site, too.
  return linked < (isNamedIngredients(element) ? 0.6 : 0.15) * text
}

/** Why an element is no part of the article; undefined where it is one. */
export function removalReason(place: Region): string | undefined {
  return regionRules.find(({holds}) => holds(place))?.reason(place)
}
