/** Addresses that publishing systems show as an embed where they are alone on a line (oEmbed, https://oembed.com). */

/** Hosts with the paths of their posts, videos and documents. */
const PROVIDERS: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [/^(?:www\.|m\.)?youtube(?:-nocookie)?\.com$/, /^\/(?:watch|embed\/|shorts\/|live\/|playlist)/],
  [/^youtu\.be$/, /^\/[\w-]{6,}/],
  [/^(?:www\.|player\.)?vimeo\.com$/, /^\/(?:video\/|channels\/\w+\/|[\w/]*)\d+/],
  [/^(?:www\.|mobile\.)?(?:twitter|x)\.com$/, /^\/\w+\/status\/\d+/],
  [/^bsky\.app$/, /^\/profile\/[\w.:-]+\/post\//],
  [/^(?:www\.)?instagram\.com$/, /^\/(?:[\w.]+\/)?(?:p|reel|tv)\//],
  [/^(?:www\.|vm\.)?tiktok\.com$/, /^\/(?:@[\w.]+\/video\/\d+|[A-Za-z\d]{6,})/],
  [/^(?:www\.)?facebook\.com$/, /^\/[\w.]+\/(?:posts|videos)\//],
  [/^(?:www\.)?reddit\.com$/, /^\/r\/\w+\/comments\//],
  [/^t\.me$/, /^\/\w+\/\d+/],
  [/^(?:www\.|on\.)?soundcloud\.com$/, /^\/[\w-]+\/[\w-]+/],
  [/^open\.spotify\.com$/, /^\/(?:embed\/)?(?:album|artist|episode|playlist|show|track)\//],
  [/^podcasts\.apple\.com$/, /^\/.+\/id\d+/],
  [/^(?:www\.)?dailymotion\.com$/, /^\/video\//],
  [/^dai\.ly$/, /^\/\w+/],
  [/^(?:www\.)?flickr\.com$/, /^\/photos\/[\w@-]+\/\d+/],
  [/^gist\.github\.com$/, /^\/[\w-]+\/[\da-f]{16,}/],
  [/^codepen\.io$/, /^\/[\w-]+\/(?:pen|embed)\//],
  [/^(?:www\.)?slideshare\.net$/, /^\/\w+\/[\w-]+/],
  [/^speakerdeck\.com$/, /^\/[\w-]+\/[\w-]+/],
  [/^(?:www\.)?ted\.com$/, /^\/talks\//],
  [/^(?:www\.)?twitch\.tv$/, /^\/videos\/\d+/],
  [/^datawrapper\.dwcdn\.net$/, /^\/\w+/],
  [/^(?:public\.)?flourish\.studio$/, /^\/(?:story|visualisation)\/\d+/],
]

/** Characters of an address that is alone: no white space, and nothing that markup would need. */
const ADDRESS = /^(?:https?:)?\/\/[^\s<>"]{4,500}$/i

/** The address that a text is, as a whole; undefined for any other text. One without a protocol is `https`. */
export function addressIn(text: string): string | undefined {
  const written = text.trim()
  if (!ADDRESS.test(written)) return undefined
  return written.startsWith('//') ? `https:${written}` : written
}

/** Whether an address is one that publishing systems show as an embed. */
export function isEmbeddable(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    PROVIDERS.some(([host, path]) => host.test(url.hostname) && path.test(`${url.pathname}${url.search}`))
  )
}
