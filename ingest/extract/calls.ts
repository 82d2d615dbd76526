/**
 * Lines between the paragraphs that call to another article: one link from end to end, and the words over it ("Read also").
 * In a list, a table, a quotation or a caption such a line is the writer's.
 */
import type {Element, ElementContent} from 'hast'
import type {Edge} from './edges.ts'
import {isSentence} from './edges.ts'
import type {Leaf} from './leaves.ts'

/** Share of a line that is linked where the line is a link. */
const WHOLE = 0.9
/** The same where a label stands beside the link. */
const MARKED = 0.75
/** The same where words with a colon lead to the link. */
const CUED = 0.5
/** A headline has at least so many words; one in a script without spaces so many characters. */
const WORDS = 4
const CHARACTERS = 12
/** Longest line of words over such a link. */
const LABEL = 50
/** Where more of an article's lines are links than this, they are what it is about. */
const MOST = 0.3

const LINES = new Set('div h2 h3 h4 h5 h6 p section span'.split(' '))
const HEADINGS = new Set('h2 h3 h4 h5 h6'.split(' '))
const KEPT = new Set('blockquote dd dl dt figcaption figure li ol pre table td th ul'.split(' '))

/** Lines to take out, in document order; `url` is where the page is from. */
export function callsIn(leaves: readonly Leaf[], url: string | undefined): Edge[] {
  const first = leaves.findIndex(isSentence)
  const last = leaves.findLastIndex(isSentence)
  const calls = new Set(
    leaves.filter(
      (leaf, index) =>
        index > first && index < last && isCall(leaf, url) && !isOverText(leaf, leaves[index + 1]),
    ),
  )
  if (calls.size === 0 || calls.size > MOST * leaves.length) return []
  const taken: Edge[] = []
  for (const [index, leaf] of leaves.entries()) {
    if (calls.has(leaf)) taken.push({nodes: leaf.nodes, reason: 'a link to another article'})
    else if (isLabelOver(leaf, leaves, index, calls))
      taken.push({nodes: leaf.nodes, reason: 'the words over links to other articles'})
  }
  return taken
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
  const isLong = text.split(' ').length >= WORDS || (text.length >= CHARACTERS && !text.includes(' '))
  // A sentence is the writer's, though it is a link.
  return isLong && !/^https?:|[.!]$/.test(text) && staysOnSite(leaf.nodes, url)
}

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

const isKept = (element: Element): boolean => KEPT.has(element.tagName)
