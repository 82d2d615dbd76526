/** In milliseconds. */
const INTERVAL = 100
const MAX_TRIES = 50

/**
 * Uses an element once it exists, because the Studio draws the text editor later than the form. Gives up after five seconds.
 *
 * @returns a function that stops looking
 */
export function whenFound(find: () => Element | undefined, use: (element: Element) => void): () => void {
  let tries = MAX_TRIES
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const element = find()
    if (element) use(element)
    else if (--tries > 0) timer = setTimeout(look, INTERVAL)
  }
  look()
  return () => clearTimeout(timer)
}
