/**
 * Normalize a configured origin to the form that browsers send: `HTTP://Localhost:80/` becomes `http://localhost`.
 *
 * @throws TypeError if it is not an origin, or matches more than one site (`*`, `null`)
 */
export function exactOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isBare =
    url !== undefined && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  if (!isBare || url.origin === 'null' || value.includes('*')) {
    throw new TypeError(
      `Expected an origin such as http://localhost:3000 (scheme, host, port), got \`${value}\`. Patterns are not allowed: list each origin.`,
    )
  }
  return url.origin
}

/** The origins under which a browser on this machine reaches a server on `port`. */
export function loopbackOrigins(port: number): string[] {
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => exactOrigin(`http://${host}:${port}`))
}
