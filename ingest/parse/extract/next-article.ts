/**
 * Other articles below the page’s own, which sites load while one reads: each begins with a headline of the same kind. The
 * class of the headline says so; the headings of a text have none, or another than its title.
 */
import type {Element} from 'hast'
import type {Removal} from './edges.ts'
import type {Line} from './lines.ts'
import {isSameText} from './same-text.ts'

/** Minimum number of lines between two headlines: fewer are no article. */
const MIN_LINES = 4

/** Names of a headline, of which the page’s own is outside the lines. */
const HEADLINE = /(?:^|[\s_-])(?:entry|post|article|story|page|news)[_-]?(?:title|headline)(?:$|[\s_-])/i

/** Find the lines of other articles after the one with this title; none where its headline has no class. */
export function nextArticles(lines: readonly Line[], title: string | undefined): Removal[] {
  const headlines = lines.flatMap((line, index) => (line.tagName === 'h1' ? [{line, index}] : []))
  if (title === undefined || headlines.length < 2) return []
  const own = headlines.find(({line}) => isSameText(line.text, title))
  const others = headlines.filter(({line}) => !isSameText(line.text, title))
  const names = own ? classesOf(own.line) : classesOf(others[0]?.line)
  if (names === '' || (!own && !HEADLINE.test(names))) return []
  const alike = others.filter(
    ({line, index}) => index > (own?.index ?? 0) + MIN_LINES && classesOf(line) === names,
  )
  const [next] = alike
  // One such headline alone may be the article’s, in words that it does not declare.
  if (!next || (!own && alike.length < 2)) return []
  return lines
    .slice(next.index)
    .map(({nodes}) => ({nodes, reason: 'another article, below the page’s own', isDoubtful: true}))
}

const classesOf = (line: Line | undefined): string =>
  String((line?.nodes[0] as Element | undefined)?.properties?.className ?? '')
