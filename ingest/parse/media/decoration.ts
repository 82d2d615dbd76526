/**
 * Images and embeds that decorate a page: buttons, icons, visit counters, advertisements, and “like” or “follow” boxes.
 * Tables of names, so that each can be read and questioned.
 */
import type {Element} from 'hast'
import {fileName} from './file-name.ts'
import {isPlaceholder} from './placeholders.ts'

/** Maximum side of an icon, in CSS pixels. */
const MAX_ICON_SIDE = 32
/** An image with a larger declared side is not a button, whatever its name. */
const MAX_BUTTON_SIDE = 120
/** Maximum number of words in the alternative text of a button. */
const MAX_ALT_WORDS = 3

/** Words at the beginning or end of a button’s file name. */
const CONTROLS = new Set('bullet btn button ico icon icons sprite'.split(' '))
/** Maximum number of words in such a name; more describe a picture. */
const MAX_NAME_WORDS = 4

/** Hosts and paths of avatars and visit counters. */
const AVATARS_AND_COUNTERS =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:gravatar\.com\/avatar|feeds\.feedburner\.com\/~|feedsportal\.com|(?:pixel|stats)\.(?:wp|wordpress)\.com|doubleclick\.net|google-analytics\.com|scorecardresearch\.com|quantserve\.com|facebook\.com\/tr\b|addthis\.com|sharethis\.com|addtoany\.com)/i

/** Targets of links that share, send or print a page, or follow a feed. */
const SHARE_LINKS =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:facebook\.com\/(?:share|dialog\/(?:share|feed))|(?:twitter|x)\.com\/(?:intent|share|home\?status)|plus\.google\.com\/share|linkedin\.com\/(?:share|cws\/share)|pinterest\.[a-z.]{2,6}\/pin\/create|(?:wa\.me|api\.whatsapp\.com\/send)|t(?:elegram)?\.me\/share|vk\.com\/share|reddit\.com\/(?:r\/\w+\/)?submit|digg\.com\/submit|stumbleupon\.com\/(?:submit|refer)|del(?:icio\.us|icious\.com)\/(?:post|save)|tumblr\.com\/(?:share|widgets\/share)|addthis\.com|addtoany\.com|sharethis\.com|getpocket\.com\/(?:save|edit)|instapaper\.com\/(?:edit|hello2)|buffer(?:app)?\.com\/add|printfriendly\.com)|^(?:javascript:(?:window\.)?print|whatsapp:|viber:|fb-messenger:)/i

const FOLLOW_BOXES =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:facebook\.com\/(?:[\w.]+\/)?plugins\/(?:like|likebox|like_box|share_button|page|follow|fan|recommendations|activity|send|comments|subscribe)|platform\.twitter\.com\/widgets\/(?:tweet_button|follow_button|hub)|apis\.google\.com\/|plusone\.google\.com|youtube\.com\/subscribe_embed|addthis\.com|sharethis\.com|addtoany\.com|disqus\.com|intensedebate\.com|google\.com\/recaptcha)/i

const ADVERTISEMENTS =
  /^(?:https?:)?\/\/(?:(?:[\w-]+\.)*(?:doubleclick\.net|googlesyndication\.com|googleadservices\.com|googletagmanager\.com|googletagservices\.com|amazon-adsystem\.com|adnxs\.com|adform\.net|smartadserver\.com|criteo\.(?:com|net)|taboola\.com|outbrain\.com|mgid\.com|dianomi\.com|revcontent\.com|zergnet\.com|teads\.tv|rubiconproject\.com|openx\.net|pubmatic\.com|adtechus\.com|atdmt\.com|zedo\.com|tradedoubler\.com|awin1\.com|datafeedfile\.com)|rcm(?:-[a-z]{2})?\.amazon\.[a-z.]{2,6}|ads?\d{0,2}\.[\w-]+\.[\w.-]+|adserver\.[\w.-]+)(?:[/:?]|$)|\/(?:adstream_[a-z]{2,3}\.ads|adframe|adserver|openads|revive-adserver)[/.]/i

const PHOTOGRAPH = /\.(?:jpe?g|webp|avif)(?:$|[?#])/i

/**
 * Explain why an image or embed is not part of an article; undefined if it is. `link` is the target of the link around
 * it.
 */
export function decorationReason(element: Element, link: string | undefined): string | undefined {
  const {tagName, properties} = element
  const address = String(properties.src ?? properties.data ?? '').trim()
  if (tagName !== 'img') {
    if (ADVERTISEMENTS.test(address)) return 'an advertisement'
    return FOLLOW_BOXES.test(address) ? 'a button to like, follow or comment' : undefined
  }
  const [width, height] = [sizeOf(properties.width), sizeOf(properties.height)]
  const isLarge = (width ?? 0) > MAX_BUTTON_SIDE || (height ?? 0) > MAX_BUTTON_SIDE
  // A photograph with a share link is still a photograph.
  if (link !== undefined && SHARE_LINKS.test(link.trim()) && !isLarge && !PHOTOGRAPH.test(address))
    return 'a button to share or print'
  if (address === '') return undefined
  if (isPlaceholder(address)) return 'a placeholder for an image that is missing from the page'
  if (AVATARS_AND_COUNTERS.test(address)) return 'a profile picture or a tracking pixel'
  if (ADVERTISEMENTS.test(address)) return 'an advertisement'
  if (width !== undefined && height !== undefined && width <= MAX_ICON_SIDE && height <= MAX_ICON_SIDE)
    return 'an icon'
  const words = String(properties.alt ?? '').match(/\p{L}+/gu)?.length ?? 0
  return !isLarge && words <= MAX_ALT_WORDS && isControl(address) ? 'a button or an icon' : undefined
}

function isControl(address: string): boolean {
  const {words, extension} = fileName(address)
  if (!/^(?:gif|png|svg)$/.test(extension)) return false
  if (words[0] === 'get' && words.some((word) => word === 'flash' || word === 'reader')) return true
  return (
    words.length <= MAX_NAME_WORDS &&
    [words[0], words.at(-1), words.at(-2)].some((word) => word !== undefined && CONTROLS.has(word))
  )
}

/** Read a size in CSS pixels; undefined for a percentage or none. */
function sizeOf(value: unknown): number | undefined {
  const text = String(value ?? '').trim()
  return /^\d{1,5}(?:\.\d{1,4})?(?:px)?$/i.test(text) ? Number.parseFloat(text) : undefined
}
