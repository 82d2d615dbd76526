/**
 * Find the article of a page and remove the rest with findings. A fragment from a feed or plain text has no page
 * structure and is already an article: it is left alone.
 */
import type {Element, Nodes, Root} from 'hast'
import type {VFile} from 'vfile'
import {createReport} from '../findings/messages.ts'
import type {Report} from '../findings/report.ts'
import {bringNotes, withoutNotes} from '../notes/bring.ts'
import {extentOf} from '../trace/extent.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import type {Metadata} from '../types.ts'
import {withoutParts} from './beyond.ts'
import {markCaptions} from './captions.ts'
import {chooseContainer} from './container.ts'
import {reportCutTeaser} from './cut-teaser.ts'
import {reportDecorations} from './decorations.ts'
import {dropEdgeBreaks} from './edge-breaks.ts'
import {findEdges, type Removal, removeNodes} from './edges.ts'
import {describeElement, type KindCache} from './elements.ts'
import {type Lead, leadOf} from './lead.ts'
import {type Line, linesOf} from './lines.ts'
import {isListing} from './listing.ts'
import {nextArticles} from './next-article.ts'
import {insteadOfArticle, LISTING} from './not-an-article.ts'
import {joinOpenings} from './openings.ts'
import {prune, type Removed} from './prune.ts'
import {rangesOf, reportRegions} from './report-regions.ts'
import {standfirstOf} from './standfirst.ts'
import {type Statistics, statisticsOf, sumStatistics} from './statistics.ts'
import {teaserLinksIn} from './teaser-links.ts'

/**
 * Create a unified transform that keeps only the article.
 *
 * @throws {InputError} `no-article` if the page is a list of articles
 */
export default function chooseArticle() {
  return (tree: Root, file: VFile): Root | undefined => {
    const report = createReport(file)
    const body = pageBody(tree)
    if (!body) {
      dropTemplates(tree, report)
      reportDecorations(file.data.decorations ?? [], undefined, [], report)
      return undefined
    }
    reportHead(tree, report)
    const statistics = proseStatistics(body)
    // A profile that knows articles from other pages has decided already.
    const isKnown = file.data.declaresArticle || file.data.profile?.isArticle !== undefined
    if (!isKnown && isListing(body, statistics))
      throw insteadOfArticle(file.data.origin ?? 'The page', LISTING)
    const choice = chooseFrom(body, statistics, file)
    reportSurroundings(choice, statistics, report)
    const place = extentOf(choice.chosen)
    const {lines, pruned, regions} = trim(choice, statistics, file)
    if (!file.messages.some(({ruleId}) => ruleId === 'access-limited')) reportCutTeaser(lines, pruned, report)
    if (file.data.notes)
      bringNotes(choice.container, [body, ...pruned.map(({element}) => element)], file.data.notes, report)
    reportSilent([...choice.outer, ...pruned.map(({element}) => element)], statistics, report)
    reportRegions(regions, statistics, file.data.html?.value ?? '', report)
    reportDecorations(
      file.data.decorations ?? [],
      place,
      pruned.flatMap(({element}) => extentOf(element) ?? []),
      report,
    )
    return {...tree, children: [choice.container]}
  }
}

/** The article of a page before anything inside it is removed. */
interface Chosen {
  /** The element that holds the article. */
  chosen: Element
  /** The same as a group, with the elements before it that begin the article. */
  container: Element
  /** Nodes of the page outside the article, in document order. */
  outer: readonly Nodes[]
}

/** Choose the article; the source’s profile takes precedence. */
function chooseFrom(body: Element, statistics: Map<Element, Statistics>, {data}: VFile): Chosen {
  const root = data.chosen?.root
  const {
    container: chosen,
    before,
    after,
  } = root
    ? {container: root, before: [], after: []}
    : chooseContainer(body, statistics, data.metadata?.title)
  const group = asGroup(chosen, statistics)
  return {
    chosen,
    container: before.length + after.length > 0 ? grouped([...before, group, ...after], statistics) : group,
    outer: withoutParts(outside(body, chosen), [...before, ...after]),
  }
}

/** Remove what is not part of the article, and set the metadata that it shows. */
function trim(
  {chosen, container, outer}: Chosen,
  statistics: Map<Element, Statistics>,
  {data}: VFile,
): {lines: readonly Line[]; pruned: readonly Removed[]; regions: Removal[]} {
  const metadata = data.metadata ?? {}
  const isByProfile = data.chosen?.root !== undefined
  const apart = isByProfile
    ? undefined
    : standfirstOf(
        outer.filter((node) => comesBefore(node, chosen)),
        container,
        {title: metadata.title, summaries: data.summaries ?? []},
        statistics,
      )
  const {title, authors} = metadata
  const pruned = prune(container, statistics, {title, authors, stays: data.chosen?.kept})
  markCaptions(container)
  joinOpenings(container)
  const whole = linesOf(container)
  const others = isByProfile ? [] : nextArticles(whole, metadata.title)
  const lines = without(whole, others, container)
  const lead = leadOf(lines, metadata, {url: data.base ?? data.url, summaries: data.summaries})
  const text = without(lines, lead.taken, container)
  const links = isByProfile ? [] : teaserLinksIn(text, data.url ?? metadata.canonicalUrl)
  const rest = without(text, links, container)
  const edges = isByProfile ? [] : withoutNotes(findEdges(rest, metadata), rest, data.notes ?? [])
  removeNodes(container, edges)
  dropEdgeBreaks(container)
  // A line next to the text beats a line set apart.
  const standfirst = lead.subtitle === undefined ? apart : undefined
  data.metadata = withLead(metadata, {...lead, subtitle: lead.subtitle ?? standfirst?.text})
  const regions = [
    ...pruned.map(({element, reason, isDoubtful}) => ({nodes: [element], reason, isDoubtful})),
    ...lead.taken,
    ...(standfirst ? [standfirst.taken] : []),
    ...edges,
    ...links,
    ...others,
  ]
  return {lines, pruned, regions}
}

/** Remove nodes from the container; its lines without them. Those of an article from which nothing is removed stay. */
function without(lines: readonly Line[], removed: readonly Removal[], container: Element): readonly Line[] {
  if (removed.length === 0) return lines
  removeNodes(container, removed)
  return linesOf(container)
}

/** Report the head of a page. */
function reportHead(tree: Root, report: Report): void {
  const ranges = holdingText(childElement(tree, 'html')?.children.filter((child) => isHead(child)) ?? [])
  if (ranges.length === 0) return
  report({
    code: 'region-removed',
    message: 'The head of the page describes the article and is not part of its text.',
    ranges,
  })
}

/** Report the text outside the article. */
function reportSurroundings(
  {chosen, outer}: Chosen,
  statistics: ReadonlyMap<Element, Statistics>,
  report: Report,
): void {
  const ranges = rangesOf(outer, statistics)
  if (ranges.length === 0) return
  report({
    code: 'region-removed',
    message: `The article is in ${describeElement(chosen)}. The rest of the page was left out.`,
    ranges,
  })
}

/** Report removed elements whose content is not text. */
function reportSilent(
  removed: readonly Nodes[],
  statistics: ReadonlyMap<Element, Statistics>,
  report: Report,
): void {
  const ranges = holdingText(
    removed.filter((node) => node.type === 'element' && statistics.get(node)?.text === 0),
  )
  if (ranges.length === 0) return
  report({
    code: 'active-content-removed',
    message: 'Scripts, styles, templates and form fields were left out: readers do not see them as text.',
    ranges,
  })
}

/** Add the subtitle and the lead image that a reader saw above the text, whatever the page declares elsewhere. */
function withLead(
  metadata: Metadata,
  {subtitle, image}: Pick<Lead, 'image'> & {subtitle: string | undefined},
): Metadata {
  const found = {...metadata}
  if (subtitle !== undefined) found.subtitle = subtitle
  if (image) found.leadImage = image
  return found
}

/** Measure a body. If hidden elements and forms hold several times the prose of the rest, they are the article. */
function proseStatistics(body: Element): Map<Element, Statistics> {
  const prose = (statistics: Map<Element, Statistics>) => statistics.get(body)?.prose ?? 0
  const known: KindCache = new Map()
  const wary = statisticsOf(body, known)
  if (prose(wary) > (wary.get(body)?.allProse ?? 0) / 3) return wary
  const trusting = statisticsOf(body, known, true)
  return prose(trusting) > 3 * prose(wary) ? trusting : wary
}

/** Remove templates: they show nothing, but to the repairs they look like empty elements. */
function dropTemplates(tree: Root, report: Report): void {
  const ranges: SourceRange[] = []
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue
    if (node.children.some(isTemplate)) {
      for (const child of node.children) {
        const extent = isTemplate(child) ? extentOf(child) : undefined
        if (extent) ranges.push(extent)
      }
      node.children = node.children.filter((child) => !isTemplate(child)) as typeof node.children
    }
    for (const child of node.children) if (child.type === 'element') stack.push(child)
  }
  if (ranges.length === 0) return
  report({
    code: 'active-content-removed',
    message: 'Templates were left out: readers do not see them.',
    ranges,
  })
}

const isTemplate = (node: Nodes): boolean => node.type === 'element' && node.tagName === 'template'

const isHead = (node: Nodes): boolean => node.type === 'element' && node.tagName === 'head'

/** Find ranges of the innermost elements that hold text of any kind, including code. */
function holdingText(nodes: readonly Nodes[]): SourceRange[] {
  const ranges: SourceRange[] = []
  const stack = nodes.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element') continue
    const isHolder =
      node.tagName === 'template' ||
      node.children.some((child) => child.type === 'text' && child.value.trim() !== '')
    const extent = isHolder ? extentOf(node) : undefined
    if (extent) ranges.push(extent)
    else for (const child of node.children.toReversed()) stack.push(child)
  }
  return ranges
}

/**
 * Find the body of a page: a tree whose source has an `html`, `head` or `body` tag (elements that the parser made have
 * no position).
 */
function pageBody(tree: Root): Element | undefined {
  const html = childElement(tree, 'html')
  if (!html) return undefined
  const head = childElement(html, 'head')
  const body = childElement(html, 'body')
  const isPage = [html, head, body].some((element) => element?.position !== undefined)
  return isPage ? body : undefined
}

function childElement(parent: Root | Element, tagName: string): Element | undefined {
  for (const child of parent.children) if (child.type === 'element' && child.tagName === tagName) return child
  return undefined
}

/** Wrap elements in a `div`. */
function grouped(children: Element[], statistics: Map<Element, Statistics>): Element {
  const group: Element = {type: 'element', tagName: 'div', properties: {}, children}
  statistics.set(group, sumStatistics(children.flatMap((child) => statistics.get(child) ?? [])))
  return group
}

/** Turn part of a layout table into groups: it means nothing outside its table. */
function asGroup(container: Element, statistics: Map<Element, Statistics>): Element {
  if (!['tbody', 'td', 'tr'].includes(container.tagName)) return container
  const children = container.children.map((child) =>
    child.type === 'element' && (child.tagName === 'td' || child.tagName === 'tr')
      ? asGroup(child, statistics)
      : child,
  )
  const group: Element = {...container, tagName: 'div', children}
  const own = statistics.get(container)
  if (own) statistics.set(group, own)
  return group
}

const comesBefore = (node: Nodes, element: Element): boolean =>
  (node.position?.end.offset ?? Number.POSITIVE_INFINITY) <= (element.position?.start.offset ?? 0)

/** Find the nodes beside the path from the body to the container, in document order. */
function outside(body: Element, container: Element): Nodes[] {
  const path = pathTo(body, container)
  return path.flatMap((element, depth) =>
    element.children.filter((child) => child !== path[depth + 1] && depth < path.length - 1),
  )
}

function pathTo(body: Element, container: Element): Element[] {
  const parents = new Map<Element, Element>()
  const stack = [body]
  for (let element = stack.pop(); element && element !== container; element = stack.pop()) {
    for (const child of element.children) {
      if (child.type !== 'element') continue
      parents.set(child, element)
      stack.push(child)
    }
  }
  const path = [container]
  for (let parent = parents.get(container); parent; parent = parents.get(parent)) path.unshift(parent)
  return path
}
