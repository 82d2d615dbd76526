/**
 * Lines that advertise another article: one link that fills the line between paragraphs, with the label above it; and anywhere, lines
 * with the words of such a label (related-links.ts) and notes about the reader’s browser (browser-notes.ts).
 * In a list, a table, a quotation or a caption such a line is the writer's.
 */
import type {Element} from 'hast'
import {isHeadlineLength, MAX_LABEL_LENGTH} from '../headlines.ts'
import {browserNotes} from './browser-notes.ts'
import {isProse} from './doubt.ts'
import type {Removal} from './edges.ts'
import {isSentence} from './edges.ts'
import type {Line} from './lines.ts'
import {isOneLink, leadsToTags, staysOnSite} from './links.ts'
import {announcedLinks, HEADING_OVER_LINKS} from './related-links.ts'

/** Minimum linked share of a line that is a link. */
const MIN_LINKED_SHARE = 0.9
/** The same if a label is beside the link. */
const MIN_MARKED_SHARE = 0.75
/** The same if words with a colon introduce the link. */
const MIN_CUED_SHARE = 0.5
/** If a larger share of the lines are links, the article is about them. */
const MAX_SHARE = 0.3

const LINES = new Set('div h2 h3 h4 h5 h6 p section span'.split(' '))
const HEADINGS = new Set('h2 h3 h4 h5 h6'.split(' '))
const KEPT = new Set('blockquote dd dl dt figcaption figure li ol pre table td th ul'.split(' '))

/** Find the lines to remove, in document order. `url` is the address of the page. */
export function teaserLinksIn(lines: readonly Line[], url: string | undefined): Removal[] {
  const taken = new Map<Line, string>(announcedLinks(lines, url))
  for (const line of lines) if (isTagList(line)) taken.set(line, 'a list of tags or topics')
  for (const line of browserNotes(lines))
    taken.set(line, 'a notice for browsers that cannot show a part of the page')
  const first = lines.findIndex(isSentence)
  const last = lines.findLastIndex(isSentence)
  const calls = new Set(
    lines.filter(
      (line, index) =>
        index > first && index < last && isTeaserLink(line, url) && !isOverText(line, lines[index + 1]),
    ),
  )
  for (const line of labelled(lines, calls)) calls.delete(line)
  if (calls.size <= MAX_SHARE * lines.length) {
    for (const [index, line] of lines.entries()) {
      if (calls.has(line)) taken.set(line, 'a link to another article')
      else if (isLabelOver(line, lines, index, calls)) taken.set(line, HEADING_OVER_LINKS)
    }
  }
  return runsOf(lines, taken).flatMap((run): Removal[] => {
    // With a sentence of it, its heading and links would come back too.
    const isDoubtful = run.some(isProse)
    const last = taken.get(run.at(-1) as Line) ?? ''
    return run.map((line) => ({
      nodes: line.nodes,
      reason: isDoubtful ? last : (taken.get(line) ?? last),
      isDoubtful,
    }))
  })
}

/** Lines that are taken, one after the other: each run is for one reason, and may begin with a heading over it. */
function runsOf(lines: readonly Line[], taken: ReadonlyMap<Line, string>): Line[][] {
  const runs: Line[][] = []
  let reason: string | undefined
  for (const line of lines) {
    const next = taken.get(line)
    const isNext = next !== undefined && (next === reason || reason === HEADING_OVER_LINKS)
    if (isNext) runs.at(-1)?.push(line)
    else if (next !== undefined) runs.push([line])
    reason = next
  }
  return runs
}

/** Whether a line lists links to tag pages, with a label and commas. */
const isTagList = ({text, linked, nodes, media}: Line): boolean =>
  media === 0 && linked >= MIN_MARKED_SHARE * text.length && leadsToTags(nodes)

/** A linked heading above text of its own is an entry of a list. */
const isOverText = ({tagName}: Line, next: Line | undefined): boolean =>
  HEADINGS.has(tagName) && next !== undefined && !HEADINGS.has(next.tagName)

function isTeaserLink(line: Line, url: string | undefined): boolean {
  const {text, linked, tagName, ancestors, media} = line
  if (media > 0 || ancestors.some(isKept)) return false
  if (!LINES.has(tagName)) return false
  // A sign may follow the link: an arrow, a label in capitals.
  const isMarked = linked >= MIN_MARKED_SHARE * text.length && MARK.test(text)
  const isCued =
    linked >= MIN_CUED_SHARE * text.length && text.length - linked <= MAX_LABEL_LENGTH && CUE.test(text)
  if (linked < MIN_LINKED_SHARE * text.length && !isMarked && !isCued) return false
  // A sentence is the writer’s, even if it is a link.
  return (
    isHeadlineLength(text) &&
    !/^https?:|[.!]$/.test(text) &&
    isOneLink(line.nodes) &&
    staysOnSite(line.nodes, url)
  )
}

/** Minimum number of different labels that are the writer’s, wherever they are. */
const MIN_LABELS = 3

/**
 * Links after labels of their own (“Soft: …”, “Firm: …”), several or in a row, are the writer’s list: a site repeats
 * the same words.
 */
function labelled(lines: readonly Line[], calls: ReadonlySet<Line>): Line[] {
  const labels = lines.map((line) =>
    calls.has(line) && line.linked < MIN_LINKED_SHARE * line.text.length
      ? /^[^:：]{3,35}[:：]/u.exec(line.text)?.[0].toLowerCase()
      : undefined,
  )
  const isWriters = new Set(labels.filter(Boolean)).size >= MIN_LABELS
  const differs = (label: string, other: string | undefined): boolean =>
    other !== undefined && other !== label
  return lines.filter((_, index) => {
    const label = labels[index]
    if (label === undefined) return false
    return isWriters || differs(label, labels[index - 1]) || differs(label, labels[index + 1])
  })
}

/** Labels after a link, as sites write them: “[INSIGHT]”, “VIDEO »”. */
const MARK = /[\p{Lu}\s[\](){}|»>→–—:-]{3,30}$/u

/** Words before a link: “Read also: …”. */
const CUE = /^[\s[(*]{0,3}[^.!?:：]{3,32}[:：]\s?\S/u

/** Whether a short line right before such links has no text of its own after it. */
function isLabelOver(line: Line, lines: readonly Line[], index: number, calls: ReadonlySet<Line>): boolean {
  const next = lines[index + 1]
  if (!next || !calls.has(next) || line.text.length > MAX_LABEL_LENGTH || line.linked > 0 || line.media > 0)
    return false
  if (!LINES.has(line.tagName) || line.ancestors.some(isKept)) return false
  if (/[:：]$/u.test(line.text) || !/\p{Ll}/u.test(line.text)) return !isSentence(line)
  let at = index + 1
  while (at < lines.length && calls.has(lines[at] as Line)) at++
  const after = lines[at]
  return HEADINGS.has(line.tagName) && (!after || HEADINGS.has(after.tagName))
}

const isKept = (element: Element): boolean => KEPT.has(element.tagName)
