/** Embeds that only a script puts into the page, by the address of the script and its data. */
import type {Element} from 'hast'

interface ByScript {
  /** Pattern of the script's address, without its protocol. */
  src: RegExp
  address: (match: RegExpExecArray, data: Element['properties']) => string | undefined
}

/** A property as text, if it is no more than an id or a path. */
const idIn = (data: Element['properties'], name: string): string | undefined => {
  const value = data[name]
  return typeof value === 'string' && /^[\w/-]{1,100}$/.test(value) ? value : undefined
}

const withId = (id: string | undefined, address: (id: string) => string): string | undefined =>
  id === undefined ? undefined : address(id)

/** Scripts, and the address that a reader can open. */
const SCRIPTS: readonly ByScript[] = [
  {
    src: /^\/\/gist\.github\.com\/([\w-]{1,60}\/[\da-f]{8,40})\.js/,
    address: ([, path]) => `https://gist.github.com/${path}`,
  },
  {
    src: /^\/\/telegram\.org\/js\/telegram-widget\.js/,
    address: (_, data) => withId(idIn(data, 'dataTelegramPost'), (id) => `https://t.me/${id}`),
  },
  {
    src: /^\/\/datawrapper\.dwcdn\.net\/(\w{3,12})\//,
    address: ([, id]) => `https://datawrapper.dwcdn.net/${id}/`,
  },
  {
    src: /^\/\/asciinema\.org\/a\/(\w{1,40})\.js/,
    address: ([, id]) => `https://asciinema.org/a/${id}`,
  },
  {
    src: /^\/\/jsfiddle\.net\/((?:[\w-]{1,40}\/){1,3})embed\//,
    address: ([, path]) => `https://jsfiddle.net/${path}`,
  },
  {
    src: /^\/\/speakerdeck\.com\/assets\/embed\.js/,
    address: (_, data) => withId(idIn(data, 'dataId'), (id) => `https://speakerdeck.com/player/${id}`),
  },
  {
    src: /^\/\/secure\.polldaddy\.com\/p\/(\d{1,12})\.js/,
    address: ([, id]) => `https://poll.fm/${id}`,
  },
  {
    src: /^\/\/www\.buzzsprout\.com\/(\d{1,12}\/(?:episodes\/)?\d{1,12})(?:-[\w-]{1,200})?\.js/,
    address: ([, path]) => `https://www.buzzsprout.com/${path}`,
  },
  {
    src: /^\/\/e\.infogram\.com\/js\//,
    address: (_, data) => {
      const id = /^infogram_\d_([\w-]{1,80})$/.exec(String(data.id ?? ''))?.[1]
      return withId(idIn(data, 'dataId') ?? id, (name) => `https://e.infogram.com/${name}`)
    },
  },
  {
    src: /^\/\/(?:cdn\.)?(?:player\.)?podigee(?:-cdn)?\.(?:com|net|io)\//,
    address: (_, {dataConfiguration}) =>
      typeof dataConfiguration === 'string' &&
      /^https:\/\/[\w.-]{1,80}\/[\w/?=&.-]{1,200}$/.test(dataConfiguration)
        ? dataConfiguration
        : undefined,
  },
]

/** Find the address of the embed that a script would put in its place; undefined for any other script. */
export function scriptEmbed({properties}: Element): string | undefined {
  const {src} = properties
  if (typeof src !== 'string') return undefined
  const address = src.trim().replace(/^https?:/i, '')
  for (const {src: pattern, address: make} of SCRIPTS) {
    const match = pattern.exec(address)
    if (match) return make(match, properties)
  }
  return undefined
}
