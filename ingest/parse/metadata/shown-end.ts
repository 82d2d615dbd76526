/** Where a page goes over to other articles, or to what readers say. */
import type {Element} from 'hast'
import {MAX_LABEL_LENGTH} from '../headlines.ts'
import {COMMENTS_HEADING, MORE_HEADING, RELATED_HEADING} from '../related-phrases.ts'

const HEADINGS = new Set('h2 h3 h4 h5 h6'.split(' '))
const TITLE = /(?:^|[-_])(?:title|heading|header|headline)(?:$|[-_])/i

/** Whether a line is a heading such as “Related” or “3 comments”. */
export function endsArticle(text: string, {tagName, properties: {className}}: Element): boolean {
  if (text.length > MAX_LABEL_LENGTH) return false
  const isHeading =
    HEADINGS.has(tagName) || (Array.isArray(className) && className.some((name) => TITLE.test(String(name))))
  return isHeading && (RELATED_HEADING.test(text) || MORE_HEADING.test(text) || COMMENTS_HEADING.test(text))
}
