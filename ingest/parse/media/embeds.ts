/** Placeholders for embeds before a script has run, as data. */
import type {Element} from 'hast'

/** AMP elements and lazy players, with their standard elements. */
export const STANDARD_ELEMENTS: Readonly<Record<string, 'img' | 'video' | 'audio' | 'iframe'>> = {
  'amp-anim': 'img',
  'amp-audio': 'audio',
  'amp-iframe': 'iframe',
  'amp-img': 'img',
  'amp-video': 'video',
}

interface ById {
  /** Properties that may hold the id, in order. */
  id: readonly string[]
  address: (id: string) => string
}

const youtube: ById = {
  id: ['dataVideoid', 'dataVideoId', 'videoid', 'videoId'],
  address: (id) => `https://www.youtube.com/watch?v=${id}`,
}

/** Elements that identify their embed by an id. */
export const EMBEDS_BY_ID: Readonly<Record<string, ById>> = {
  'amp-dailymotion': {id: ['dataVideoid'], address: (id) => `https://www.dailymotion.com/video/${id}`},
  'amp-instagram': {id: ['dataShortcode'], address: (id) => `https://www.instagram.com/p/${id}/`},
  'amp-twitter': {id: ['dataTweetid'], address: (id) => `https://twitter.com/i/status/${id}`},
  'amp-vimeo': {id: ['dataVideoid'], address: (id) => `https://vimeo.com/${id}`},
  'amp-youtube': youtube,
  'lite-vimeo': {id: ['videoid', 'videoId'], address: (id) => `https://vimeo.com/${id}`},
  'lite-youtube': youtube,
}

/** Characters of an id, so that nothing else gets into an address. */
export const EMBED_ID = /^[\w-]{1,64}$/

interface ByName {
  /** Pattern of one of the element’s classes; undefined for any element with the properties. */
  className?: RegExp
  /** Properties that hold the id or address, in order. */
  properties: readonly string[]
  value: RegExp
  address: (value: string, element: Element) => string | undefined
}

/** Elements that a script turns into a player or chart, by their classes and data. */
const BY_NAME: readonly ByName[] = [
  {
    properties: ['dataOembedUrl', 'url'],
    value: /^https:\/\/[^\s"<>]{4,500}$/,
    address: (value, {tagName}) => (tagName === 'div' || tagName === 'oembed' ? value : undefined),
  },
  {
    className: /^flourish-embed$/,
    properties: ['dataSrc'],
    value: /^(?:story|visualisation)\/\d{1,12}$/,
    address: (value) => `https://flo.uri.sh/${value}/embed`,
  },
  {
    className: /^infogram-embed$/,
    properties: ['dataId'],
    value: /^[\w/-]{1,80}$/,
    address: (value) => `https://e.infogram.com/${value}`,
  },
  {
    className: /(?:^|[-_])(?:youtube|yt)(?:[-_]|$)/i,
    properties: [
      'dataId',
      'dataVideoId',
      'dataVideoid',
      'dataYoutubeId',
      'dataYoutube',
      'dataYtid',
      'dataEmbed',
    ],
    value: /^[\w-]{11}$/,
    address: youtube.address,
  },
  {
    className: /^(?:video-js|brightcove[\w-]{0,40})$/,
    properties: ['dataVideoId'],
    value: /^(?:ref:)?[\w-]{1,64}$/,
    address: (value, {properties: {dataAccount, dataPlayer}}) =>
      EMBED_ID.test(String(dataAccount ?? ''))
        ? `https://players.brightcove.net/${dataAccount}/${EMBED_ID.test(String(dataPlayer ?? '')) ? dataPlayer : 'default'}_default/index.html?videoId=${value}`
        : undefined,
  },
]

const PROPERTIES = new Set(BY_NAME.flatMap(({properties}) => properties))

/** Find the address of the embed that a script would put in place of an element. */
export function embedAddress(element: Element): string | undefined {
  // Most elements have none of the properties.
  if (!Object.keys(element.properties).some((name) => PROPERTIES.has(name))) return undefined
  const {className} = element.properties
  const classes = Array.isArray(className) ? className.map(String) : []
  for (const {className: wanted, properties, value, address} of BY_NAME) {
    if (wanted && !classes.some((name) => wanted.test(name))) continue
    const found = properties
      .map((name) => element.properties[name])
      .find((given): given is string => typeof given === 'string' && value.test(given))
    const made = found === undefined ? undefined : address(found, element)
    if (made !== undefined) return made
  }
  return undefined
}

interface Quoted {
  className: string
  /** Properties that hold the address; otherwise it is the last link of the quotation that matches `address`. */
  properties: readonly string[]
  address: RegExp
}

/** Quotations that a script turns into the post that they quote. */
const QUOTED: readonly Quoted[] = [
  {
    className: 'twitter-tweet',
    properties: [],
    address: /^https:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/\w+\/status\/\d+/,
  },
  {
    className: 'twitter-video',
    properties: [],
    address: /^https:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/\w+\/status\/\d+/,
  },
  {
    className: 'instagram-media',
    properties: ['dataInstgrmPermalink'],
    address: /^https:\/\/(?:www\.)?instagram\.com\/(?:p|reel|tv)\//,
  },
  {
    className: 'tiktok-embed',
    properties: ['cite'],
    address: /^https:\/\/(?:www\.)?tiktok\.com\/@[\w.]+\/video\/\d+/,
  },
  {className: 'bluesky-embed', properties: [], address: /^https:\/\/bsky\.app\/profile\/[\w.:-]+\/post\//},
  {
    className: 'reddit-embed-bq',
    properties: [],
    address: /^https:\/\/(?:www\.)?reddit\.com\/r\/\w+\/comments\//,
  },
  {className: 'fb-post', properties: ['dataHref'], address: /^https:\/\/(?:www\.)?facebook\.com\//},
  {className: 'fb-video', properties: ['dataHref'], address: /^https:\/\/(?:www\.)?facebook\.com\//},
]

const QUOTED_NAMES = new Set(QUOTED.map(({className}) => className))

/** Find the address of the post that a quotation represents; undefined for any other element. */
export function quotedPost(element: Element, links: () => readonly string[]): string | undefined {
  const {className} = element.properties
  if (!Array.isArray(className)) return undefined
  if (!className.some((name) => QUOTED_NAMES.has(String(name)))) return undefined
  const kind = QUOTED.find((quoted) => className.includes(quoted.className))
  if (!kind) return undefined
  const said = kind.properties.flatMap((name) => {
    const value = element.properties[name]
    return typeof value === 'string' ? [value] : []
  })
  return [...said, ...links().toReversed()].find((address) => kind.address.test(address))
}
