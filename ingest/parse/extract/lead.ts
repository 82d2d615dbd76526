/**
 * The line under the headline (the subtitle) and the lead image. Both have fields of their own and leave the body, so
 * that no site shows them twice.
 */
import type {Element, ElementContent} from 'hast'
import {textIn} from '../element-text.ts'
import {isLogo} from '../logo.ts'
import {safeAddress} from '../sanitize/address.ts'
import {MEDIA_ADDRESSES, MEDIA_PROTOCOLS} from '../sanitize/policy.ts'
import type {Metadata} from '../types.ts'
import {isSentence, type Removal} from './edges.ts'
import type {Line} from './lines.ts'
import {isSameOrCut, isSameText} from './same-text.ts'

/** Subtitle and lead image of an article, and the nodes that showed them. */
export interface Lead {
  /** Nodes to remove from the body, with reasons. */
  taken: Removal[]
  subtitle?: string
  image?: Metadata['leadImage']
}

const SUBTITLE =
  /(?:^|[-_])(?:sub-?title|sub-?head(?:ing|line|er)?|sub-?line|dek|deck|stand-?first|strap-?line|sub-?deck)(?:$|[-_])/i

/** Maximum and minimum length of a subtitle, in characters. */
const MAX_SUBTITLE_LENGTH = 450
const MIN_SUBTITLE_LENGTH = 20
const HEADINGS = new Set('h2 h3 h4 h5 h6'.split(' '))
const CREDITS = new Set(['credit'])

/** Find the subtitle and lead image before the first sentence. */
export function leadOf(
  lines: readonly Line[],
  metadata: Metadata,
  {url, summaries = []}: {url?: string | undefined; summaries?: readonly string[] | undefined},
): Lead {
  const subtitle = subtitleIn(lines, metadata, summaries)
  const rest = lines.filter((line) => line !== subtitle)
  const first = rest.findIndex(isSentence)
  const image = first === -1 ? undefined : imageIn(rest.slice(0, first), url)
  return {
    taken: [
      ...(subtitle
        ? [{nodes: subtitle.nodes, reason: 'the line under the headline, which is kept as the subtitle'}]
        : []),
      ...(image
        ? [{nodes: image.nodes, reason: 'the main image of the article, which is kept as the lead image'}]
        : []),
    ],
    ...(subtitle ? {subtitle: subtitle.text} : {}),
    ...(image ? {image: image.image} : {}),
  }
}

function subtitleIn(
  lines: readonly Line[],
  {title, subtitle}: Metadata,
  summaries: readonly string[],
): Line | undefined {
  const first = lines.findIndex(isSentence)
  const last = lines.findLastIndex(isSentence)
  for (const [index, line] of lines.slice(0, first + 1).entries()) {
    if (
      line.text.length < MIN_SUBTITLE_LENGTH ||
      line.text.length > MAX_SUBTITLE_LENGTH ||
      line.linked > 0.5 * line.text.length
    )
      continue
    if (title !== undefined && isSameText(line.text, title)) continue
    // The only sentence of a page is its text.
    if (index === first && last === first) continue
    if (line.ancestors.some(({tagName}) => tagName === 'figure' || tagName === 'li' || tagName === 'table'))
      continue
    if (subtitle !== undefined && isSameText(line.text, subtitle)) return line
    if (isNamed(line)) return line
    const isSummary = summaries.some((summary) => isSameOrCut(line.text, summary))
    if (isSummary && isSetApart(line, lines.slice(index + 1).find(isSentence))) return line
  }
  return undefined
}

/** Whether the line is a heading, or in the header with the headline. A paragraph in the text is its beginning. */
const isSetApart = ({tagName, ancestors}: Line, next: Line | undefined): boolean =>
  next !== undefined &&
  ancestors[0] !== next.ancestors[0] &&
  (HEADINGS.has(tagName) || ancestors.some((element) => element.tagName === 'header'))

function isNamed({nodes, ancestors}: Line): boolean {
  const own = nodes.filter((node): node is Element => node.type === 'element')
  const near = nodes.length === 1 ? ancestors.slice(0, 1) : []
  return [...own, ...near].some(
    ({properties, children}) =>
      Array.isArray(properties.className) &&
      properties.className.some((name) => SUBTITLE.test(String(name))) &&
      children.filter((child) => child.type === 'element').length <= 2,
  )
}

function imageIn(
  lines: readonly Line[],
  url: string | undefined,
): {nodes: ElementContent[]; image: NonNullable<Metadata['leadImage']>} | undefined {
  for (const line of lines) {
    const figure = line.ancestors.find(({tagName}) => tagName === 'figure')
    const holder: readonly ElementContent[] = figure ? [figure] : line.nodes
    if (!figure && line.media !== 1) continue
    const images = elementsIn(holder, 'img')
    const [img] = images
    if (!img || (!figure && line.text !== '')) continue
    if (
      elementsIn(holder, 'iframe').length +
        elementsIn(holder, 'video').length +
        elementsIn(holder, 'table').length >
      0
    )
      return undefined
    const address = MEDIA_ADDRESSES.map((name) =>
      safeAddress(img.properties[name], url, MEDIA_PROTOCOLS),
    ).find(Boolean)
    if (address === undefined || isLogo(address)) continue
    const captions = elementsIn(holder, 'figcaption')
    const credits = captions.flatMap((caption) => elementsIn([caption], 'span').filter(isCredit))
    const credit = credits.map((element) => textIn(element)).join(' ')
    const caption = captions
      .map((element) => textIn(element))
      .join(' ')
      .replace(credit, '')
      .trim()
    const alt = typeof img.properties.alt === 'string' ? img.properties.alt.trim() : ''
    return {
      nodes: [...holder],
      image: {
        url: address,
        ...(alt ? {alt} : {}),
        ...(caption ? {caption} : {}),
        ...(credit ? {credit} : {}),
      },
    }
  }
  return undefined
}

const isCredit = ({properties}: Element): boolean =>
  Array.isArray(properties.className) && properties.className.some((name) => CREDITS.has(String(name)))

function elementsIn(nodes: readonly ElementContent[], tagName: string): Element[] {
  const found: Element[] = []
  const stack = [...nodes].toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element') continue
    if (node.tagName === tagName) found.push(node)
    for (const child of node.children.toReversed()) stack.push(child)
  }
  return found
}
