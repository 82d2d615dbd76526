/**
 * Lines between the paragraphs that call to another article: one link from end to end, and the words over it ("Read also").
 * In a list, a table, a quotation or a caption such a line is the writer's.
 */
import type {Element, ElementContent} from 'hast'
import type {Edge} from './edges.ts'
import {isSentence} from './edges.ts'
import type {Leaf} from './leaves.ts'
import {COMMENTS, OTHERS, READ_ALSO, READ_ALSO_DENSE} from './read-also.ts'

/** Share of a line that is linked where the line is a link. */
const WHOLE = 0.9
/** The same where a label stands beside the link. */
const MARKED = 0.75
/** The same where words with a colon lead to the link. */
const CUED = 0.5
/** A headline has at least so many words; one in a script without spaces so many characters. */
const WORDS = 4
const CHARACTERS = 12
/** So many headlines are a list of other articles, be it longer than a short article over it. */
const MANY = 3
const MOST_OF_MANY = 0.6
/** Most sentences to a headline in a part with other articles. */
const FEW = 2
/** Longest line of words over such a link. */
const LABEL = 50
/** Where more of an article's lines are links than this, they are what it is about. */
const MOST = 0.3

const LINES = new Set('div h2 h3 h4 h5 h6 p section span'.split(' '))
const HEADINGS = new Set('h2 h3 h4 h5 h6'.split(' '))
const KEPT = new Set('blockquote dd dl dt figcaption figure li ol pre table td th ul'.split(' '))

/** Lines to take out, in document order; `url` is where the page is from. */
export function callsIn(leaves: readonly Leaf[], url: string | undefined): Edge[] {
  const taken = new Map<Leaf, string>()
  for (const [leaf, reason] of toldByWords(leaves)) taken.set(leaf, reason)
  const first = leaves.findIndex(isSentence)
  const last = leaves.findLastIndex(isSentence)
  const calls = new Set(
    leaves.filter(
      (leaf, index) =>
        index > first && index < last && isCall(leaf, url) && !isOverText(leaf, leaves[index + 1]),
    ),
  )
  if (calls.size <= MOST * leaves.length) {
    for (const [index, leaf] of leaves.entries()) {
      if (calls.has(leaf)) taken.set(leaf, 'a link to another article')
      else if (isLabelOver(leaf, leaves, index, calls))
        taken.set(leaf, 'the words over links to other articles')
    }
  }
  return leaves.flatMap((leaf): Edge[] => {
    const reason = taken.get(leaf)
    return reason ? [{nodes: leaf.nodes, reason}] : []
  })
}

/** Lines whose words say that they lead elsewhere, lines of links under such words, and a part under them that ends the page. */
function* toldByWords(leaves: readonly Leaf[]): Generator<[Leaf, string]> {
  const all = leaves.reduce((sum, {text}) => sum + text.length, 0)
  let rest = all
  for (let index = 0; index < leaves.length; index++) {
    const leaf = leaves[index] as Leaf
    rest -= leaf.text.length
    if (leaf.shown > 0 || PARTS.has(leaf.tagName) || leaf.within.some(isPart)) continue
    const {text, linked} = leaf
    if (linked > 0 && text.length - linked <= LABEL && isTold(text)) {
      yield [leaf, 'a link to another article']
      continue
    }
    if (linked > 0 || text.length > LABEL) continue
    if (COMMENTS.test(text) && rest <= MOST_OF_MANY * all) {
      for (const other of leaves.slice(index)) yield [other, 'what readers wrote below the article']
      return
    }
    if (!OTHERS.test(text) && !isTold(text)) continue
    const under = linksFrom(leaves, index + 1)
    const after = leaves.slice(index + 1)
    const endsPage = OTHERS.test(text) && isOfOthers(after, rest / all)
    const others = endsPage ? after : under
    if (others.length === 0) continue
    yield [leaf, 'the words over links to other articles']
    for (const other of others) yield [other, 'under words that lead to other articles']
    index += others.length
    for (const other of others) rest -= other.text.length
  }
}

/** Headlines that are links, and no more than a few lines to each; `share` is the part of the text they take. */
function isOfOthers(leaves: readonly Leaf[], share: number): boolean {
  if (leaves.some(({within}) => within.some(isPart))) return false
  const headlines = leaves.filter((leaf) => isWholeLink(leaf) && isLong(leaf.text)).length
  return (
    share <= (headlines >= MANY ? MOST_OF_MANY : MOST) && leaves.filter(isSentence).length <= FEW * headlines
  )
}

const isTold = (text: string): boolean => READ_ALSO.test(text) || READ_ALSO_DENSE.test(text)

const isWholeLink = ({linked, text}: Leaf): boolean => linked > 0 && linked >= WHOLE * text.length

/** Lines in a row that are links for the most part. */
function linksFrom(leaves: readonly Leaf[], from: number): Leaf[] {
  const end = leaves.findIndex(
    ({linked, text}, index) => index >= from && (linked === 0 || linked < CUED * text.length),
  )
  return leaves.slice(from, end === -1 ? undefined : end)
}

/** A heading that is a link, over a text of its own: the parts of a list of things. */
const isOverText = ({tagName}: Leaf, next: Leaf | undefined): boolean =>
  HEADINGS.has(tagName) && next !== undefined && !HEADINGS.has(next.tagName)

function isCall(leaf: Leaf, url: string | undefined): boolean {
  const {text, linked, tagName, within, shown} = leaf
  if (shown > 0 || within.some(isKept)) return false
  if (!LINES.has(tagName)) return false
  // Besides the link a mark may stand: an arrow, a label in capitals.
  const isMarked = linked >= MARKED * text.length && MARK.test(text)
  const isCued = linked >= CUED * text.length && text.length - linked <= LABEL && CUE.test(text)
  if (linked < WHOLE * text.length && !isMarked && !isCued) return false
  // A sentence is the writer's, though it is a link.
  return isLong(text) && !/^https?:|[.!]$/.test(text) && staysOnSite(leaf.nodes, url)
}

/** As long as a headline. */
const isLong = (text: string): boolean =>
  text.split(' ').length >= WORDS || (text.length >= CHARACTERS && !text.includes(' '))

/** One link, to another page of the same site: not to a place in this one, nor to a file. */
function staysOnSite(nodes: readonly ElementContent[], url: string | undefined): boolean {
  const stack = [...nodes]
  const links: string[] = []
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element') continue
    if (node.tagName === 'a' && node.properties.href !== undefined) links.push(String(node.properties.href))
    stack.push(...node.children)
  }
  const [href = '#'] = links
  if (links.length !== 1 || href.startsWith('#') || FILE.test(href)) return false
  const page = url === undefined ? undefined : URL.parse(url)
  const target = URL.parse(href, page ?? 'https://page.invalid/')
  if (!target) return false
  return page ? siteOf(target) === siteOf(page) : target.hostname === 'page.invalid'
}

/** The last two labels of a host: enough to tell a site's own pages, whatever their subdomain. */
const siteOf = ({hostname}: URL): string => hostname.split('.').slice(-2).join('.')

/** Labels after a link, as sites set them: “[INSIGHT]”, “VIDEO »”. */
const MARK = /[\p{Lu}\s[\](){}|»>→–—:-]{3,30}$/u

/** Words before a link: “Read also: …”. */
const CUE = /^[\s[(*]{0,3}[^.!?:：]{3,32}[:：]\s?\S/u

const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|zip|csv|mp[34])(?:$|[?#])/i

/** A short line right before such links, after which nothing of its own comes. */
function isLabelOver(leaf: Leaf, leaves: readonly Leaf[], index: number, calls: ReadonlySet<Leaf>): boolean {
  const next = leaves[index + 1]
  if (!next || !calls.has(next) || leaf.text.length > LABEL || leaf.linked > 0 || leaf.shown > 0) return false
  if (!LINES.has(leaf.tagName) || leaf.within.some(isKept)) return false
  if (/[:：]$/u.test(leaf.text) || !/\p{Ll}/u.test(leaf.text)) return !isSentence(leaf)
  const after = leaves.slice(index + 1).find((other) => !calls.has(other))
  return HEADINGS.has(leaf.tagName) && (!after || HEADINGS.has(after.tagName))
}

/** In these words like "Read also" are not the site's. */
const PARTS = new Set('code figcaption pre table td th'.split(' '))
const isPart = (element: Element): boolean => PARTS.has(element.tagName)

const isKept = (element: Element): boolean => KEPT.has(element.tagName)
