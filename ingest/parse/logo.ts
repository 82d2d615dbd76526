/** Images that are the sign of the site, by the names of their files. */

/** Maximum number of words in such a name: a picture of a logo has more. */
const MAX_WORDS = 3

/** Whether an address is that of a site’s logo. */
export function isLogo(address: string): boolean {
  const path = address.split(/[?#]/, 1)[0] ?? ''
  const words = path
    .slice(path.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/\.[a-z]{3,4}$/, '')
    .split(/[^a-z]+/)
    .filter(Boolean)
  return (
    words.length <= MAX_WORDS &&
    words.some((word) => word === 'logo' || word === 'logotype' || word === 'favicon')
  )
}
