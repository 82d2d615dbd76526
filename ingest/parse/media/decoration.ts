/**
 * Images and embeds that are a page's furniture and not the article's: buttons, icons, counters of visits, advertisements, and what a
 * network shows to be liked or followed. Tables of names, so that each can be read and doubted.
 */
import type {Element} from 'hast'
import {fileName} from './file-name.ts'
import {isPlaceholder} from './placeholders.ts'

/** Both sides of an icon, in CSS pixels, are at most so long. */
const ICON = 32
/** An image that says it is larger than this is no button, whatever its name. */
const BUTTON = 120
/** A button's text for those who do not see it has at most so many words. */
const WORDS = 3

/** Words of the name of a button's file, at its beginning or its end. */
const CONTROLS = new Set('bullet btn button ico icon icons sprite'.split(' '))
/** More words than this say what an image shows. */
const MOST_PARTS = 4

/** Hosts and paths of images that stand for a person in an account, or count a visit. */
const COUNTED =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:gravatar\.com\/avatar|feeds\.feedburner\.com\/~|feedsportal\.com|(?:pixel|stats)\.(?:wp|wordpress)\.com|doubleclick\.net|google-analytics\.com|scorecardresearch\.com|quantserve\.com|facebook\.com\/tr\b|addthis\.com|sharethis\.com|addtoany\.com)/i

/** Where a link leads that shares a page, sends it, prints it or follows a feed. */
const SHARES =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:facebook\.com\/(?:share|dialog\/(?:share|feed))|(?:twitter|x)\.com\/(?:intent|share|home\?status)|plus\.google\.com\/share|linkedin\.com\/(?:share|cws\/share)|pinterest\.[a-z.]{2,6}\/pin\/create|(?:wa\.me|api\.whatsapp\.com\/send)|t(?:elegram)?\.me\/share|vk\.com\/share|reddit\.com\/(?:r\/\w+\/)?submit|digg\.com\/submit|stumbleupon\.com\/(?:submit|refer)|del(?:icio\.us|icious\.com)\/(?:post|save)|tumblr\.com\/(?:share|widgets\/share)|addthis\.com|addtoany\.com|sharethis\.com|getpocket\.com\/(?:save|edit)|instapaper\.com\/(?:edit|hello2)|buffer(?:app)?\.com\/add|printfriendly\.com)|^(?:javascript:(?:window\.)?print|whatsapp:|viber:|fb-messenger:)/i

const SHOWN_TO_FOLLOW =
  /^(?:https?:)?\/\/(?:[\w-]+\.)*(?:facebook\.com\/(?:[\w.]+\/)?plugins\/(?:like|likebox|like_box|share_button|page|follow|fan|recommendations|activity|send|comments|subscribe)|platform\.twitter\.com\/widgets\/(?:tweet_button|follow_button|hub)|apis\.google\.com\/|plusone\.google\.com|youtube\.com\/subscribe_embed|addthis\.com|sharethis\.com|addtoany\.com|disqus\.com|intensedebate\.com|google\.com\/recaptcha)/i

const ADVERTISEMENTS =
  /^(?:https?:)?\/\/(?:(?:[\w-]+\.)*(?:doubleclick\.net|googlesyndication\.com|googleadservices\.com|googletagmanager\.com|googletagservices\.com|amazon-adsystem\.com|adnxs\.com|adform\.net|smartadserver\.com|criteo\.(?:com|net)|taboola\.com|outbrain\.com|mgid\.com|dianomi\.com|revcontent\.com|zergnet\.com|teads\.tv|rubiconproject\.com|openx\.net|pubmatic\.com|adtechus\.com|atdmt\.com|zedo\.com|tradedoubler\.com|awin1\.com|datafeedfile\.com)|rcm(?:-[a-z]{2})?\.amazon\.[a-z.]{2,6}|ads?\d{0,2}\.[\w-]+\.[\w.-]+|adserver\.[\w.-]+)(?:[/:?]|$)|\/(?:adstream_[a-z]{2,3}\.ads|adframe|adserver|openads|revive-adserver)[/.]/i

const PHOTOGRAPH = /\.(?:jpe?g|webp|avif)(?:$|[?#])/i

/** Why an image or an embed is no part of an article; `link` is where the link round it leads. Undefined where it is one. */
export function decorationReason(element: Element, link: string | undefined): string | undefined {
  const {tagName, properties} = element
  const address = String(properties.src ?? properties.data ?? '').trim()
  if (tagName !== 'img') {
    if (ADVERTISEMENTS.test(address)) return 'an advertisement'
    return SHOWN_TO_FOLLOW.test(address) ? 'a button to like, follow or comment' : undefined
  }
  const [width, height] = [sizeOf(properties.width), sizeOf(properties.height)]
  const isLarge = (width ?? 0) > BUTTON || (height ?? 0) > BUTTON
  // A photograph that can be shared is still one.
  if (link !== undefined && SHARES.test(link.trim()) && !isLarge && !PHOTOGRAPH.test(address))
    return 'a button to share or print'
  if (address === '') return undefined
  if (isPlaceholder(address)) return 'a placeholder for an image that is missing from the page'
  if (COUNTED.test(address)) return 'a profile picture or a tracking pixel'
  if (ADVERTISEMENTS.test(address)) return 'an advertisement'
  if (width !== undefined && height !== undefined && width <= ICON && height <= ICON) return 'an icon'
  const words = String(properties.alt ?? '').match(/\p{L}+/gu)?.length ?? 0
  return !isLarge && words <= WORDS && isControl(address) ? 'a button or an icon' : undefined
}

function isControl(address: string): boolean {
  const {words, extension} = fileName(address)
  if (!/^(?:gif|png|svg)$/.test(extension)) return false
  if (words[0] === 'get' && words.some((word) => word === 'flash' || word === 'reader')) return true
  return (
    words.length <= MOST_PARTS &&
    [words[0], words.at(-1), words.at(-2)].some((word) => word !== undefined && CONTROLS.has(word))
  )
}

/** In CSS pixels; undefined for a share of the page, or none. */
function sizeOf(value: unknown): number | undefined {
  const text = String(value ?? '').trim()
  return /^\d{1,5}(?:\.\d{1,4})?(?:px)?$/i.test(text) ? Number.parseFloat(text) : undefined
}
