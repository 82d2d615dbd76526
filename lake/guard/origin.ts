/**
 * Puts an origin that an operator wrote into the form browsers send: `HTTP://Localhost:80/` becomes `http://localhost`.
 *
 * @throws TypeError when it is not an origin, or is one that matches more than one site (`*`, `null`).
 */
export function exactOrigin(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isBare =
    url !== undefined && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  if (!isBare || url.origin === 'null' || value.includes('*')) {
    throw new TypeError(
      `Expected an origin such as http://localhost:3000 (scheme, host, port), got \`${value}\`. Patterns are not taken: list each origin.`,
    )
  }
  return url.origin
}

/** The names a browser on this machine may use for a server on `port`. */
export function loopbackOrigins(port: number): string[] {
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => exactOrigin(`http://${host}:${port}`))
}
