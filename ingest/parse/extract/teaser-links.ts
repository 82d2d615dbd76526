/**
 * Lines that call to another article: one link from end to end between the paragraphs, with the words over it; and what says so in
 * words (told.ts) or speaks to the reader’s browser (browser-notes.ts), wherever it stands.
 * In a list, a table, a quotation or a caption such a line is the writer's.
 */
import type {Element} from 'hast'
import {isLong, LABEL} from '../headlines.ts'
import {browserNotes} from './browser-notes.ts'
import type {Edge} from './edges.ts'
import {isSentence} from './edges.ts'
import type {Leaf} from './leaves.ts'
import {isOneLink, leadsToTags, staysOnSite} from './links.ts'
import {toldByWords} from './related-links.ts'

/** Share of a line that is linked where the line is a link. */
const WHOLE = 0.9
/** The same where a label stands beside the link. */
const MARKED = 0.75
/** The same where words with a colon lead to the link. */
const CUED = 0.5
/** Where more of an article's lines are links than this, they are what it is about. */
const MOST = 0.3

const LINES = new Set('div h2 h3 h4 h5 h6 p section span'.split(' '))
const HEADINGS = new Set('h2 h3 h4 h5 h6'.split(' '))
const KEPT = new Set('blockquote dd dl dt figcaption figure li ol pre table td th ul'.split(' '))

/** Lines to take out, in document order; `url` is where the page is from. */
export function callsIn(leaves: readonly Leaf[], url: string | undefined): Edge[] {
  const taken = new Map<Leaf, string>(toldByWords(leaves, url))
  for (const leaf of leaves) if (isTagList(leaf)) taken.set(leaf, 'a list of tags or topics')
  for (const leaf of browserNotes(leaves))
    taken.set(leaf, 'said to browsers that do not show a part of the page')
  const first = leaves.findIndex(isSentence)
  const last = leaves.findLastIndex(isSentence)
  const calls = new Set(
    leaves.filter(
      (leaf, index) =>
        index > first && index < last && isCall(leaf, url) && !isOverText(leaf, leaves[index + 1]),
    ),
  )
  for (const leaf of labelled(leaves, calls)) calls.delete(leaf)
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

/** Links to what the page is filed under, with a label and commas. */
const isTagList = ({text, linked, nodes, shown}: Leaf): boolean =>
  shown === 0 && linked >= MARKED * text.length && leadsToTags(nodes)

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
  return isLong(text) && !/^https?:|[.!]$/.test(text) && isOneLink(leaf.nodes) && staysOnSite(leaf.nodes, url)
}

/** Fewest different labels that are the writer's, wherever they stand. */
const FEWEST_LABELS = 3

/**
 * Links after labels of their own (“Soft: …”, “Firm: …”), several or in a row, are a list of the writer's: a site leads to other articles in
 * the same words.
 */
function labelled(leaves: readonly Leaf[], calls: ReadonlySet<Leaf>): Leaf[] {
  const labels = leaves.map((leaf) =>
    calls.has(leaf) && leaf.linked < WHOLE * leaf.text.length
      ? /^[^:：]{3,35}[:：]/u.exec(leaf.text)?.[0].toLowerCase()
      : undefined,
  )
  const isWriters = new Set(labels.filter(Boolean)).size >= FEWEST_LABELS
  const differs = (label: string, other: string | undefined): boolean =>
    other !== undefined && other !== label
  return leaves.filter((_, index) => {
    const label = labels[index]
    if (label === undefined) return false
    return isWriters || differs(label, labels[index - 1]) || differs(label, labels[index + 1])
  })
}

/** Labels after a link, as sites set them: “[INSIGHT]”, “VIDEO »”. */
const MARK = /[\p{Lu}\s[\](){}|»>→–—:-]{3,30}$/u

/** Words before a link: “Read also: …”. */
const CUE = /^[\s[(*]{0,3}[^.!?:：]{3,32}[:：]\s?\S/u

/** A short line right before such links, after which nothing of its own comes. */
function isLabelOver(leaf: Leaf, leaves: readonly Leaf[], index: number, calls: ReadonlySet<Leaf>): boolean {
  const next = leaves[index + 1]
  if (!next || !calls.has(next) || leaf.text.length > LABEL || leaf.linked > 0 || leaf.shown > 0) return false
  if (!LINES.has(leaf.tagName) || leaf.within.some(isKept)) return false
  if (/[:：]$/u.test(leaf.text) || !/\p{Ll}/u.test(leaf.text)) return !isSentence(leaf)
  let at = index + 1
  while (at < leaves.length && calls.has(leaves[at] as Leaf)) at++
  const after = leaves[at]
  return HEADINGS.has(leaf.tagName) && (!after || HEADINGS.has(after.tagName))
}

const isKept = (element: Element): boolean => KEPT.has(element.tagName)
