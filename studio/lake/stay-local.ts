const CLOUD = /(?:^|\.)(?:sanity\.io|sanity-cdn\.com|sanity\.work)$/
const VERSION_CHECK = '/v1/modules/'
/** Services of Sanity's own site that a lake does not have. The Studio handles status 404 as “nothing to show”. */
const ABSENT = /^\/v[^/]+\/(?:journey|help)\b/
/** Suppresses the Studio's warning about HTTP/1.1, where many event streams block each other. Here they share a socket. */
const PROTOCOL_WARNING = 'sanity-studio.network.check.snooze'

/** A Studio that a lake serves. */
export interface LocalStudio {
  /** Origin of the page and of the lake. */
  origin: string
  /** Version of the package `sanity`. */
  version: string
}

/**
 * Answers requests to Sanity's cloud, so that a desk with its own lake sends nothing to other servers and logs no failed requests. The answers say that
 * this version is the newest and that feedback is not available.
 *
 * @returns the answer, or undefined if the request should be sent
 */
export function answerLocally(url: URL, {origin, version}: LocalStudio): Response | undefined {
  if (url.origin === origin) return ABSENT.test(url.pathname) ? new Response(null, {status: 404}) : undefined
  if (!CLOUD.test(url.hostname)) return undefined
  if (url.pathname.startsWith(VERSION_CHECK)) {
    return Response.json({latest: version, packageVersion: version})
  }
  return new Response(null, {status: 503})
}

/** Answers requests of the page with {@link answerLocally} where possible. */
export function stayLocal(page: Window & typeof globalThis, studio: LocalStudio): void {
  const {fetch} = page
  page.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input), studio.origin)
    const answer = answerLocally(url, studio)
    return answer ? Promise.resolve(answer) : fetch.call(page, input, init)
  }
  page.sessionStorage.setItem(PROTOCOL_WARNING, new Date().toISOString())
}
