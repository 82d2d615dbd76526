import type {MiddlewareHandler} from 'hono'

/** Names of this machine to itself. */
const LOOPBACK = /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Answers only to names that are ours, so that no page can have its own name point at this machine and read along (DNS
 * rebinding): loopback, and those listed.
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
