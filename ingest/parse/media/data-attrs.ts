/** Embeds of Substack that its page holds as data only: a script draws a card, a post or a video in an empty element. */
import type {Element} from 'hast'
import {textFrom} from './attachments.ts'
import {toEmbed} from './cards.ts'
import {within} from './nodes.ts'
import {addressIn} from './providers.ts'

/** Classes of what a reader is shown; others ask to subscribe, share or answer. */
const SHOWN =
  /^(?:digest-post-embed|embedded-(?:post|publication)-wrap|(?:twitter|tweet|instagram|youtube2?|vimeo|tiktok|soundcloud|spotify|bluesky)(?:-embed|-wrap)?)$/
/** Maximum length of the data, in characters. */
const MAX_LENGTH = 20_000
/** Maximum length of a title, in characters. */
const MAX_TITLE = 300

/** Make such an element an embed, in place. */
export function readDataAttrs(element: Element): boolean {
  const {dataAttrs, className} = element.properties
  if (typeof dataAttrs !== 'string' || dataAttrs.length > MAX_LENGTH || !Array.isArray(className))
    return false
  if (!className.some((name) => SHOWN.test(String(name)))) return false
  // What the page shows itself needs no data.
  for (const {tagName} of within(element)) if (tagName !== 'div' && tagName !== 'span') return false
  const data = objectIn(dataAttrs)
  const address = data && addressOf(data)
  if (address === undefined) return false
  const title = textOf(data, 'title')?.slice(0, MAX_TITLE)
  const caption: Element = {
    type: 'element',
    tagName: 'figcaption',
    properties: {},
    children: title ? [textFrom(element, title)] : [],
  }
  element.children = []
  toEmbed(element, address, [caption])
  return true
}

type Data = Readonly<Record<string, unknown>>

function objectIn(json: string): Data | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : undefined
  } catch {
    // Data that a scraper cut has nothing to show.
    return undefined
  }
}

const textOf = (data: Data | undefined, name: string): string | undefined => {
  const value = data?.[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function addressOf(data: Data): string | undefined {
  const written = textOf(data, 'canonical_url') ?? textOf(data, 'url')
  if (written !== undefined) return addressIn(written)
  const video = textOf(data, 'videoId')
  if (video !== undefined && /^[\w-]{6,20}$/.test(video)) return `https://www.youtube.com/watch?v=${video}`
  const post = textOf(data, 'instagram_id')
  return post !== undefined && /^[\w-]{5,20}$/.test(post) ? `https://www.instagram.com/p/${post}/` : undefined
}
