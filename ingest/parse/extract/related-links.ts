/**
 * Lines whose wording says that they, or the lines below them, link to other articles of the site or are reader
 * comments.
 */
import type {Element} from 'hast'
import {isHeadlineLength, MAX_LABEL_LENGTH} from '../headlines.ts'
import {
  COMMENTS_HEADING,
  MORE_HEADING,
  READ_ALSO,
  READ_ALSO_UNSPACED,
  RELATED_HEADING,
} from '../related-phrases.ts'
import {isSentence} from './edges.ts'
import type {Line} from './lines.ts'
import {staysOnSite} from './links.ts'

/** Minimum linked share of a line that is a link. */
const MIN_LINKED_SHARE = 0.9
/** The same below such a heading. */
const MIN_LISTED_SHARE = 0.5
/**
 * Maximum share of a text that a region with other articles may take at its end; with many headlines it may be longer
 * than a short article.
 */
const MAX_SHARE = 0.3
const MANY_HEADLINES = 3
const MAX_SHARE_OF_MANY = 0.6
/** Maximum share of a text that may be comments. */
const MAX_COMMENTS_SHARE = 0.6
/** Maximum number of sentences per headline in a region with other articles. */
const MAX_SENTENCES_PER_HEADLINE = 2

/** Elements in which “Read also” is not the site’s wording. A region that contains one belongs to the article. */
const STRUCTURED = new Set('code figcaption pre table td th'.split(' '))
const LISTS = new Set(['ol', 'ul'])
const isStructured = (element: Element): boolean => STRUCTURED.has(element.tagName)
const isInStructure = ({tagName, ancestors}: Line): boolean =>
  STRUCTURED.has(tagName) || ancestors.some(isStructured)

/** Why such a heading goes. */
export const HEADING_OVER_LINKS = 'a heading over links to other articles'

const isAnnouncement = (text: string): boolean => READ_ALSO.test(text) || READ_ALSO_UNSPACED.test(text)
const isWholeLink = ({linked, text}: Line): boolean => linked > 0 && linked >= MIN_LINKED_SHARE * text.length

/**
 * Find the lines to remove, each with its reason. A link that leads to another site is the writer’s, whatever its
 * wording. Linear.
 *
 * @param lines lines of the article
 * @param url address of the page
 */
export function* announcedLinks(lines: readonly Line[], url: string | undefined): Generator<[Line, string]> {
  const rest = countFromEnd(lines)
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    if (line.media > 0 || isInStructure(line)) continue
    const {text, linked, nodes} = line
    if (linked > 0) {
      if (text.length - linked <= MAX_LABEL_LENGTH && isAnnouncement(text) && staysOnSite(nodes, url, true))
        yield [line, 'a link to another article']
      continue
    }
    if (text.length > MAX_LABEL_LENGTH) continue
    const after = rest[index + 1]
    if (COMMENTS_HEADING.test(text) && after && after.parts === 0 && after.share <= MAX_COMMENTS_SHARE) {
      for (const other of lines.slice(index)) yield [other, 'comments by readers']
      return
    }
    const isOthers = RELATED_HEADING.test(text)
    const isMore = MORE_HEADING.test(text)
    if (!isOthers && !isMore && !isAnnouncement(text)) continue
    if (isOthers && after && endsPage(after)) {
      yield [line, HEADING_OVER_LINKS]
      for (const other of lines.slice(index + 1)) yield [other, 'links to other articles']
      return
    }
    const label = line
    let list: Element | undefined
    for (
      let next = lines[index + 1];
      next && (isLink(next, url) || (list !== undefined && next.ancestors.includes(list)));
      next = lines[index + 1]
    ) {
      if (lines[index] === label) {
        yield [label, HEADING_OVER_LINKS]
        // If its first item is removed, the whole list is.
        list = isOthers || isMore ? next.ancestors.find(({tagName}) => LISTS.has(tagName)) : undefined
      }
      yield [next, 'links to other articles']
      index++
    }
  }
}

const isLink = ({linked, text, nodes}: Line, url: string | undefined): boolean =>
  linked > 0 && linked >= MIN_LISTED_SHARE * text.length && staysOnSite(nodes, url, true)

/** Counts from a line to the end. */
interface Remainder {
  /** Share of all text. */
  share: number
  headlines: number
  sentences: number
  /** Number of lines in tables and similar elements. */
  parts: number
}

function countFromEnd(lines: readonly Line[]): Remainder[] {
  const all = Math.max(
    1,
    lines.reduce((sum, {text}) => sum + text.length, 0),
  )
  const list: Remainder[] = []
  let last: Remainder = {share: 0, headlines: 0, sentences: 0, parts: 0}
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] as Line
    last = {
      share: last.share + line.text.length / all,
      headlines: last.headlines + Number(isWholeLink(line) && isHeadlineLength(line.text)),
      sentences: last.sentences + Number(isSentence(line)),
      parts: last.parts + Number(isInStructure(line)),
    }
    list[index] = last
  }
  return list
}

/** Whether only linked headlines follow, each with no more than a few lines. */
const endsPage = ({share, headlines, sentences, parts}: Remainder): boolean =>
  parts === 0 &&
  share <= (headlines >= MANY_HEADLINES ? MAX_SHARE_OF_MANY : MAX_SHARE) &&
  headlines > 0 &&
  sentences <= MAX_SENTENCES_PER_HEADLINE * headlines
