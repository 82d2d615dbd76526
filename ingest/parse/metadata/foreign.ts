/**
 * Parts of a page that have authors and dates of their own: quotations, figures, posts from elsewhere, cards of other
 * articles, comments, tickers, toolbars of archives, and works that the text is about. What they say is never metadata of
 * the article. The article itself may be in an element with such a name, so a part that holds the title is not foreign.
 */
import type {Element} from 'hast'

/** A foreign part around an element, and the next one around that. */
export interface Foreign {
  element: Element
  around: Foreign | undefined
}

/** Elements whose names and dates are always those of somebody else. */
const ALWAYS = new Set('blockquote figcaption figure q'.split(' '))
/** Elements that are beside the article, unless they are named as its head. */
const BESIDE = new Set('aside dialog footer menu nav'.split(' '))

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words in names of foreign parts. */
const STRONG = setOf(
  'bookmark comment comments commentlist commenter instagram pullquote quote quotes recirc related replies reply respond testimonial testimonials ticker toolbar tweet tweets',
)
/** The same, which also occur in names of the article’s own head. */
const WEAK = setOf(
  'card cards embed embeds latest latestposts popular promo recommended review reviews sidebar sponsored teaser teasers trending',
)
/** Words in names of the article’s own head, and of what is in it. */
const OWN = setOf(
  'author authors byline bylines date dateline datetime head header hero info kicker meta metadata published publish time timestamp updated',
)
/** The same in names of elements that are beside an article. */
const OF_ARTICLE = setOf('article entry post story')
/** A whole name of the article’s own head, whatever its other names are: `entry-meta social-comments`. */
const HEAD = /(?:^|\s)(?:article|entry|post|story)-(?:byline|header|info|meta)(?=\s|$)/i
/** A quick test whether names may hold such a word. */
const telling =
  /bookm|caption|card|comme|embed|insta|lates|popul|promo|quote|recirc|recom|relat|repl|resp|revie|sideb|spons|teas|testi|ticker|toolb|trend|tweet|wm-ipp/i

/** Names of what is around a caption; other names with this word are about the look of small print. */
const CAPTION = /(?:^|\s|(?:wp|image|img|photo|figure|media|picture)[-_]?)captions?(?:[-_]text)?(?=\s|$)/i

/** Types (schema.org) of things on a page that have their own authors and dates. */
const TYPES =
  /(?:^|[/:#])(?:UserComments|Comment|Answer|Question|Quotation|(?:Image|Video|Audio|Media)Object|Product|Offer|Book|Movie|TV(?:Series|Episode|Season)|Music[A-Za-z]{4,9}|(?:Video)?Game|SoftwareApplication|Event|LocalBusiness|Restaurant|Place|Review|Claim|ClaimReview|Dataset|SocialMediaPosting)$/i

const tokens = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? value.split(/\s+/) : []

const hasForeignType = ({properties: {itemType, typeof: type}}: Element): boolean =>
  (itemType !== undefined || type !== undefined) &&
  [...tokens(itemType), ...tokens(type)].some((one) => TYPES.test(String(one)))

/**
 * How sure it is that a part is foreign. `weak`: not right under the title, where designs use the same names for the
 * article’s own head.
 */
export type Strength = 'strong' | 'weak' | undefined

/** Whether an element is beside the article, unless it is named as its head. */
export const isBesideArticle = (tagName: string): boolean => BESIDE.has(tagName)

/** Whether an element begins a foreign part whatever its names are. */
export const isAlwaysForeign = (element: Element): boolean =>
  ALWAYS.has(element.tagName) || hasForeignType(element)

/** Whether an element with such names begins a foreign part. */
export const strengthOfNames = (names: string, isBeside: boolean): Strength =>
  isBeside || telling.test(names) ? strengthOf(names, isBeside) : undefined

function strengthOf(names: string, isBeside: boolean): Strength {
  const words = nameParts(names)
  const isStrong =
    /(?:^|\s)wm-ipp/.test(names) || CAPTION.test(names) || words.some((word) => STRONG.has(word))
  if (isStrong) return HEAD.test(names) ? undefined : 'strong'
  if (words.some((word) => OWN.has(word))) return undefined
  if (words.some((word) => WEAK.has(word))) return 'weak'
  return isBeside && !words.some((word) => OF_ARTICLE.has(word)) ? 'weak' : undefined
}

/** Split names at hyphens, underscores and inner capitals. */
export const nameParts = (names: string): string[] =>
  names
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)

/** Whether an element is in a part that does not hold the title. `own` are the parts around the title. */
export function isForeign(foreign: Foreign | undefined, own: ReadonlySet<Element>): boolean {
  for (let part = foreign; part; part = part.around) if (!own.has(part.element)) return true
  return false
}

/** List the parts around an element. */
export function partsAround(foreign: Foreign | undefined): Set<Element> {
  const parts = new Set<Element>()
  for (let part = foreign; part; part = part.around) parts.add(part.element)
  return parts
}
