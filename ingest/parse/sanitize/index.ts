/**
 * Only what the policy names reaches a draft. Addresses are resolved and checked first, and active content is removed
 * with a finding; then hast-util-sanitize rebuilds the tree by the policy.
 */
import type {Element, Nodes, Parents, Root, Text} from 'hast'
import {sanitize} from 'hast-util-sanitize'
import type {VFile} from 'vfile'
import {isDisclosure} from '../disclosures.ts'
import {textIn} from '../element-text.ts'
import {createReport} from '../findings/messages.ts'
import type {Report} from '../findings/report.ts'
import {isDataImage} from '../media/data-image.ts'
import {MIN_SIDE_IN_LINE, placeOfPicture, readDataPicture} from '../media/data-picture.ts'
import {extentOf} from '../trace/extent.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import {safeAddress} from './address.ts'
import {readButtonsInLines} from './buttons.ts'
import {dissolveEmptyFigure, normalizeFigure} from './figures.ts'
import {createLosses, type Losses} from './losses.ts'
import {ACTIVE_ELEMENTS, LINK_PROTOCOLS, MEDIA_ADDRESSES, MEDIA_PROTOCOLS, schema} from './policy.ts'
import {directAddress} from './redirects.ts'

const active = new Set<string>(ACTIVE_ELEMENTS)
const known = new Set(schema.tagNames)
const media = new Set(['img', 'audio', 'video', 'source', 'iframe', 'embed', 'object'])

/**
 * Create a unified transform that removes active content and checks links and embeds, and leaves the rest of the tree
 * alone. This comes before the repairs, which would keep an icon in a line.
 */
export function judgeContent() {
  return (tree: Root, file: VFile): void => prepare(tree, file, createReport(file))
}

/** Create a unified transform that sanitizes the tree. Earlier findings are not repeated. */
export default function sanitizeTree() {
  return (tree: Root, file: VFile): Root => {
    prepare(tree, file, createReport(file))
    const origins = takeData(tree)
    const safe = sanitize(tree, schema)
    const root: Root = safe.type === 'root' ? safe : {type: 'root', children: [safe] as Root['children']}
    giveData(root, origins)
    return root
  }
}

/**
 * Detach the data of text nodes: hast-util-sanitize would copy it, which for the origins of an article costs more than
 * all its other work. It keeps every text in order, so the data can be restored. The data of elements ends here.
 */
function takeData(tree: Root): Text['data'][] {
  const taken: Text['data'][] = []
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') taken.push(node.data)
    if (node.data) node.data = undefined
    if ('children' in node) pushReversed(stack, node.children)
  }
  return taken
}

function giveData(tree: Root, taken: readonly Text['data'][]): void {
  const texts = textsOf(tree)
  if (texts.length !== taken.length) {
    throw new Error(`Expected ${taken.length} texts after sanitizing, got ${texts.length}`)
  }
  texts.forEach((text, index) => {
    const data = taken[index]
    if (data) text.data = data
  })
}

function textsOf(tree: Root): Text[] {
  const texts: Text[] = []
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') texts.push(node)
    if ('children' in node) pushReversed(stack, node.children)
  }
  return texts
}

function pushReversed(stack: Nodes[], nodes: readonly Nodes[]): void {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]
    if (node) stack.push(node)
  }
}

/** Elements that introduce what follows. */
const HEADERS = new Set('dt h1 h2 h3 h4 h5 h6 summary'.split(' '))

/**
 * Read a button that is the whole of a heading as text: it opens the section below, as in the accordion pattern of the
 * ARIA Authoring Practices, and its words are the heading.
 */
function readDisclosures({children}: Element): void {
  const shown = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const [only] = shown
  if (shown.length === 1 && only?.type === 'element' && only.tagName === 'button') only.tagName = 'span'
}

/** Prepare a tree with an explicit stack, since a hostile tree may be deeper than the call stack. */
function prepare(tree: Root, {data}: VFile, report: Report): void {
  const base = data.base ?? data.url
  const stack: Nodes[] = [tree]
  const removed = new Map<string, SourceRange[]>()
  const unresolved: Element[] = []
  const lost = createLosses()
  const unshown: SourceRange[] = []
  const figures: Element[] = []
  const credited = new Set<Element>()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!('children' in node)) continue
    if (node.type === 'element' && HEADERS.has(node.tagName)) readDisclosures(node)
    if (node.type === 'element') readButtonsInLines(node)
    for (const child of node.children)
      if (child.type === 'element' && child.tagName === 'button' && isDisclosure(child)) child.tagName = 'div'
    if (!node.children.every(isKept)) {
      for (const child of node.children) {
        if (child.type !== 'element' || isKept(child)) continue
        const ranges = removed.get(child.tagName) ?? []
        const extent = extentOf(child)
        if (extent) ranges.push(extent)
        removed.set(child.tagName, ranges)
      }
      node.children = node.children.filter(isKept) as typeof node.children
    }
    for (const child of node.children) {
      if (child.type !== 'element') continue
      // Unknown elements are read as their text: as `span`, since unwrapping long lists of children is costly.
      if (!known.has(child.tagName)) child.tagName = containers.has(child.tagName) ? 'div' : 'span'
      if (child.tagName === 'figure') {
        normalizeFigure(child, credited, report)
        figures.push(child)
      }
      if (child.tagName === 'a') judgeLink(child, base, data.noteTargets, unresolved, report)
      else if (media.has(child.tagName)) {
        if (!keepPicture(child, node, data)) judgeMedia(child, base, lost)
        for (const node of fallbackOf(child)) unshown.push(node)
      }
    }
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child?.type === 'element') stack.push(child)
    }
  }
  for (const figure of figures) dissolveEmptyFigure(figure)
  reportUnresolved(unresolved, report)
  lost.reportTo(report)
  if (unshown.length > 0) {
    report({
      code: 'region-removed',
      message: 'Fallback text for browsers that cannot show an embed was left out.',
      ranges: unshown,
    })
  }
  for (const [tagName, ranges] of removed) {
    if (ranges.length === 0) continue
    const message = `<${tagName}> was removed${ranges.length > 1 ? ` in ${ranges.length} places` : ''}: it is active content, not text.`
    report({code: 'active-content-removed', message, ranges})
  }
}

const isKept = (node: Nodes): boolean =>
  node.type === 'element' ? !active.has(node.tagName) : node.type === 'text'

/** Remove the fallback text inside an embed, which only old browsers show. */
function fallbackOf(element: Element): SourceRange[] {
  if (textIn(element) === '') return []
  const ranges = element.children.flatMap((child) => extentOf(child) ?? [])
  element.children = element.children.filter(
    (child) => child.type === 'element' && (child.tagName === 'source' || child.tagName === 'embed'),
  )
  return ranges
}

/** Elements that browsers show as blocks and the policy reads as plain containers. */
const containers = new Set(
  'address center details dir fieldset footer form header hgroup legend menu nav search summary'.split(' '),
)

function judgeLink(
  link: Element,
  base: string | undefined,
  notes: ReadonlyMap<string, SourceRange> | undefined,
  unresolved: Element[],
  report: Report,
): void {
  const {href} = link.properties
  // A note is part of the article.
  if (href === undefined || (typeof href === 'string' && notes?.has(href))) return
  const address = safeAddress(href, base, LINK_PROTOCOLS)
  if (address) {
    const target = safeAddress(directAddress(address), base, LINK_PROTOCOLS)
    if (target) reportRedirect(link, address, target, report)
    link.properties.href = target ?? address
    return
  }
  delete link.properties.href
  const written = String(href).trim()
  // A link to a fragment of the page has no meaning outside it and is no loss.
  if (written === '') return
  if (written.startsWith('#')) {
    // Its target still tells the repairs what it is; the policy removes the attribute.
    link.properties.dataPlace = written
    return
  }
  if (base === undefined && URL.parse(written) === null) {
    unresolved.push(link)
    return
  }
  report({
    code: 'link-dropped',
    message: `The address of a link is unsafe: ${snippet(written)}. The link was removed and its text kept.`,
    ranges: rangeOf(link),
    before: snippet(written),
  })
}

function reportRedirect(link: Element, before: string, after: string, report: Report): void {
  report({
    code: 'redirect-unwrapped',
    message: 'A link led through a service that counts clicks. It now has the address that it leads to.',
    ranges: rangeOf(link),
    before: snippet(before),
    after: snippet(after),
  })
}

/** Report relative links of a source without a known address: one cause, so one finding. */
function reportUnresolved(links: readonly Element[], report: Report): void {
  if (links.length === 0) return
  const count = links.length === 1 ? 'A link was' : `${links.length} links were`
  report({
    code: 'link-dropped',
    message: `${count} removed and the text kept: the address is relative, and the address of the page is unknown.`,
    ranges: links.flatMap(rangeOf),
  })
}

/** Keep a picture whose bytes are its address, unless it has another or is a sign in a line. Its bytes wait beside the tree. */
function keepPicture({tagName, properties}: Element, parent: Parents, data: VFile['data']): boolean {
  const address = properties.src
  if (
    tagName !== 'img' ||
    typeof address !== 'string' ||
    !/^\s*data:/i.test(address) ||
    !isDataImage(address)
  )
    return false
  const isLazy = MEDIA_ADDRESSES.some((name) =>
    safeAddress(properties[name], data.base ?? data.url, MEDIA_PROTOCOLS),
  )
  const picture = isLazy ? undefined : readDataPicture(address)
  if (!picture) return false
  const isBesideWords = parent.children.some((child) => child.type === 'text' && child.value.trim() !== '')
  if (isBesideWords && Math.max(picture.width, picture.height) < MIN_SIDE_IN_LINE) return false
  const place = placeOfPicture(picture)
  data.pictures ??= new Map()
  data.pictures.set(place, picture.address)
  properties.src = place
  return true
}

function judgeMedia(element: Element, base: string | undefined, lost: Losses): void {
  const {properties} = element
  const key = element.tagName === 'object' ? 'data' : 'src'
  let found: string | undefined
  for (const name of MEDIA_ADDRESSES) found ??= safeAddress(properties[name], base, MEDIA_PROTOCOLS)
  if (found) {
    properties[key] = found
    return
  }
  lost.add(element, String(properties[key] ?? ''))
  delete properties[key]
}

function rangeOf(node: Nodes): SourceRange[] {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? [] : [{start, end}]
}

const snippet = (value: string): string => (value.length > 80 ? `${value.slice(0, 79)}…` : value)
