import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {endsLeadIn} from '../../../../sentence.ts'
import {mapFlows} from '../../lib/flows.ts'
import {LISTS} from '../../lib/names.ts'
import {
  hasEmbedded,
  isOneOf,
  isTag,
  type Node,
  plainText,
  stretchOf,
  textNodesOf,
  withChildren,
} from '../../lib/nodes.ts'
import {isTeaser} from '../../lib/teasers.ts'

/**
 * Lists of teasers go: headlines that link to other pages, put between the paragraphs of an article, their heading and
 * links lost. Two of three items must read as a teaser, and hardly one may share words with the article: an article’s
 * own list of its sections reads alike, but its words recur. A list that the text announces stays.
 *
 * @example
 *   ```html
 *   <p>The bakers met at noon.</p><ul><li>12 things to know this week</li><li>Why everyone is wearing clogs</li><li>Video: a cat that sings</li></ul><p>They agreed on rye.</p>
 *   ```
 *   becomes
 *   ```html
 *   <p>The bakers met at noon.</p><p>They agreed on rye.</p>
 *   ```
 */
export function dropTeasers(tree: Root, report: Report): void {
  let words: ReadonlyMap<string, number> | undefined
  mapFlows(tree, (siblings) => {
    let changed = false
    const kept = siblings.flatMap((node, index): Node[] => {
      if (!isOneOf(node, LISTS) || isAnnounced(siblings[index - 1])) return [node]
      const runs = teaserRuns(node)
      if (runs.length === 0) return [node]
      words ??= countsOf(Array.from(textNodesOf(tree), ({value}) => value).join('\n'))
      const known = words
      const dropped = runs.filter((items) => !isOfTheArticle(items, known))
      if (dropped.length === 0) return [node]
      changed = true
      for (const items of dropped)
        report({
          code: 'boilerplate-dropped',
          message: 'A list of the site, not of the article, was removed (teasers).',
          ranges: stretchOf(items),
          before: plainText(items[0] as Node),
        })
      const gone = new Set<Node>(dropped.flat())
      const rest = node.children.filter((child) => !gone.has(child))
      return rest.some((child) => isTag(child, 'li')) ? [withChildren(node, rest)] : []
    })
    return changed ? kept : siblings
  })
}

/** Minimum number of teasers in a list. */
const MIN_TEASERS = 2

/** Find consecutive items that read as teasers, in all or part of a list: two lists may have merged. */
function teaserRuns(list: Element): Element[][] {
  const runs: Element[][] = []
  let run: {item: Element; teaser: boolean}[] = []
  const settle = (): void => {
    // From the first teaser to the last: an item at the edge that only looks like a headline may belong to the article.
    const first = run.findIndex(({teaser}) => teaser)
    const teasers = run.slice(first, run.findLastIndex(({teaser}) => teaser) + 1)
    const sure = teasers.filter(({teaser}) => teaser).length
    if (first >= 0 && sure >= MIN_TEASERS && sure * 3 >= teasers.length * 2)
      runs.push(teasers.map(({item}) => item))
    run = []
  }
  for (const item of list.children) {
    if (!isTag(item, 'li')) continue
    if (looksLikeHeadline(item)) run.push({item, teaser: isTeaser(plainText(item))})
    else settle()
  }
  settle()
  return runs
}

const MAX_HEADLINE_LENGTH = 110

function looksLikeHeadline(item: Element): boolean {
  const text = plainText(item)
  return (
    text.length <= MAX_HEADLINE_LENGTH &&
    !/[.;:]$/.test(text) &&
    !hasEmbedded(item) &&
    !item.children.some(isList)
  )
}

const isList = (node: Node): boolean => isOneOf(node, LISTS)

/** Whether the block before a list announces it. */
const isAnnounced = (before: Node | undefined): boolean => isTag(before, 'p') && endsLeadIn(plainText(before))

const WORD = /\p{L}{5,}/gu

/** Words that teasers and articles share on any subject. */
const GENERAL: ReadonlySet<string> = new Set(
  (
    'about after again before broke every everybody everyone everything internet needs people photo photos picture ' +
    'pictures really reason reasons story stories talking their there these thing things think those today video ' +
    'videos watch which while world would years'
  ).split(' '),
)

function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(WORD))
    if (!GENERAL.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Whether most items share words with the rest of the article. */
function isOfTheArticle(items: readonly Element[], words: ReadonlyMap<string, number>): boolean {
  const own = countsOf(items.map((item) => plainText(item)).join('\n'))
  const about = items.filter((item) => {
    const weighty = [...countsOf(plainText(item)).keys()]
    const known = weighty.filter((word) => (words.get(word) ?? 0) > (own.get(word) ?? 0))
    return weighty.length > 0 && known.length * 2 >= weighty.length
  })
  return about.length * 2 > items.length
}
