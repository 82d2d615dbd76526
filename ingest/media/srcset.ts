/** The widest image that a `srcset` offers (HTML, section 4.8.4.2.1), read in one pass. */

/**
 * The address with the largest width or density; the first of equals. Undefined for a value without an address.
 *
 * @example
 *   widest('/a-300.jpg 300w, /a-900.jpg 900w') // '/a-900.jpg'
 */
export function widest(srcset: string): string | undefined {
  let best: string | undefined
  let most = -1
  const words = srcset.trim().split(/\s+/)
  for (let at = 0; at < words.length; ) {
    // A comma at the end of an address ends its entry; one within it is a part of it.
    const word = words[at++] ?? ''
    const address = word.replace(/^,/, '').replace(/,$/, '')
    let size = 1
    if (!word.endsWith(',')) {
      while (at < words.length) {
        const descriptor = words[at++] ?? ''
        const number = Number.parseFloat(descriptor)
        if (/^[\d.]+[wx],?$/i.test(descriptor)) size = number
        if (descriptor.endsWith(',')) break
      }
    }
    if (address !== '' && size > most) {
      best = address
      most = size
    }
  }
  return best
}
