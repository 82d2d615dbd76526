const CLOUD = /(?:^|\.)(?:sanity\.io|sanity-cdn\.com|sanity\.work)$/
const VERSION_CHECK = '/v1/modules/'
/** Services of Sanity's own site that a lake does not have; the Studio takes a 404 for “nothing to show”. */
const ABSENT = /^\/v[^/]+\/(?:journey|help)\b/
/** The Studio's warning that it runs over HTTP/1.1, where event streams would block each other. Ours share a socket. */
const PROTOCOL_WARNING = 'sanity-studio.network.check.snooze'

export interface LocalStudio {
  /** Origin of the page and of the lake. */
  origin: string
  /** Of the package `sanity`. */
  version: string
}

/**
 * What the Studio asks of Sanity's cloud, answered on the spot, so that a desk on a lake of its own sends nothing
 * anywhere and fills no console with failed requests: this version is the newest, and there is no feedback to give.
 *
 * @returns the answer, or undefined for a request that should be made
 */
export function answerLocally(url: URL, {origin, version}: LocalStudio): Response | undefined {
  if (url.origin === origin) return ABSENT.test(url.pathname) ? new Response(null, {status: 404}) : undefined
  if (!CLOUD.test(url.hostname)) return undefined
  if (url.pathname.startsWith(VERSION_CHECK)) {
    return Response.json({latest: version, packageVersion: version})
  }
  return new Response(null, {status: 503})
}

/** Puts {@link answerLocally} in the way of the page's requests. */
export function stayLocal(page: Window & typeof globalThis, studio: LocalStudio): void {
  const {fetch} = page
  page.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), studio.origin)
    const answer = answerLocally(url, studio)
    return answer ? Promise.resolve(answer) : fetch.call(page, input, init)
  }
  page.sessionStorage.setItem(PROTOCOL_WARNING, new Date().toISOString())
}
