/**
 * Lines that say in words what they or the lines under them are: that they lead to other articles of the site, or that readers wrote
 * what follows.
 */
import type {Element} from 'hast'
import {isHeadlineLength, MAX_LABEL_LENGTH} from '../headlines.ts'
import {isSentence} from './edges.ts'
import type {Line} from './lines.ts'
import {staysOnSite} from './links.ts'
import {
  COMMENTS_HEADING,
  MORE_HEADING,
  READ_ALSO,
  READ_ALSO_UNSPACED,
  RELATED_HEADING,
} from './related-phrases.ts'

/** Share of a line that is linked where the line is a link. */
const WHOLE = 0.9
/** The same of a line under such words. */
const HALF = 0.5
/** Most of a text that a part with other articles may take at its end; with so many headlines it may be longer than a short article. */
const MOST = 0.3
const MANY = 3
const MOST_OF_MANY = 0.6
/** Most of a text that readers may have written. */
const MOST_OF_READERS = 0.6
/** Most sentences to a headline in a part with other articles. */
const FEW = 2

/** In these words like “Read also” are not the site's, and a part that holds one is the article's. */
const PARTS = new Set('code figcaption pre table td th'.split(' '))
const LISTS = new Set(['ol', 'ul'])
const isPart = (element: Element): boolean => PARTS.has(element.tagName)
const isInPart = ({tagName, ancestors}: Line): boolean => PARTS.has(tagName) || ancestors.some(isPart)

const isTold = (text: string): boolean => READ_ALSO.test(text) || READ_ALSO_UNSPACED.test(text)
const isWholeLink = ({linked, text}: Line): boolean => linked > 0 && linked >= WHOLE * text.length

/**
 * The lines to take out, each with why; `url` is where the page is from. A link that is known to lead to another site is the writer's,
 * whatever the words. Linear.
 */
export function* announcedLinks(lines: readonly Line[], url: string | undefined): Generator<[Line, string]> {
  const rest = countFromEnd(lines)
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    if (line.media > 0 || isInPart(line)) continue
    const {text, linked, nodes} = line
    if (linked > 0) {
      if (text.length - linked <= MAX_LABEL_LENGTH && isTold(text) && staysOnSite(nodes, url, true))
        yield [line, 'a link to another article']
      continue
    }
    if (text.length > MAX_LABEL_LENGTH) continue
    const after = rest[index + 1]
    if (COMMENTS_HEADING.test(text) && after && after.parts === 0 && after.share <= MOST_OF_READERS) {
      for (const other of lines.slice(index)) yield [other, 'comments by readers']
      return
    }
    const isOthers = RELATED_HEADING.test(text)
    const isMore = MORE_HEADING.test(text)
    if (!isOthers && !isMore && !isTold(text)) continue
    if (isOthers && after && endsPage(after)) {
      yield [line, 'a heading over links to other articles']
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
        yield [label, 'a heading over links to other articles']
        // What it begins with, the whole list is.
        list = isOthers || isMore ? next.ancestors.find(({tagName}) => LISTS.has(tagName)) : undefined
      }
      yield [next, 'links to other articles']
      index++
    }
  }
}

const isLink = ({linked, text, nodes}: Line, url: string | undefined): boolean =>
  linked > 0 && linked >= HALF * text.length && staysOnSite(nodes, url, true)

/** What stands from a line on. */
interface Rest {
  /** Of all text, in characters. */
  share: number
  headlines: number
  sentences: number
  /** Lines of tables and the like. */
  parts: number
}

function countFromEnd(lines: readonly Line[]): Rest[] {
  const all = Math.max(
    1,
    lines.reduce((sum, {text}) => sum + text.length, 0),
  )
  const list: Rest[] = []
  let last: Rest = {share: 0, headlines: 0, sentences: 0, parts: 0}
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] as Line
    last = {
      share: last.share + line.text.length / all,
      headlines: last.headlines + Number(isWholeLink(line) && isHeadlineLength(line.text)),
      sentences: last.sentences + Number(isSentence(line)),
      parts: last.parts + Number(isInPart(line)),
    }
    list[index] = last
  }
  return list
}

/** Headlines that are links, and no more than a few lines to each, to the end. */
const endsPage = ({share, headlines, sentences, parts}: Rest): boolean =>
  parts === 0 &&
  share <= (headlines >= MANY ? MOST_OF_MANY : MOST) &&
  headlines > 0 &&
  sentences <= FEW * headlines
