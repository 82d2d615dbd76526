import type {MiddlewareHandler} from 'hono'

/** Names by which a machine reaches itself. */
const LOOPBACK = /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Serves only requests for loopback and the listed names. Otherwise a page elsewhere could point its own name at this
 * machine and read its responses (DNS rebinding).
 */
export function hosts(names: readonly string[]): MiddlewareHandler {
  const ours = new Set(names.map((name) => name.toLowerCase()))
  return async (c, next) => {
    const host = c.req.header('Host') ?? new URL(c.req.url).host
    const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
    if (LOOPBACK.test(name) || ours.has(name)) return next()
    const shown = JSON.stringify(host.slice(0, 100))
    return c.text(
      `This site is not known by the name ${shown}. Its operator can list it in COPYDESK_HOSTS.\n`,
      421,
    )
  }
}
