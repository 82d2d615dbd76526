/** Finds blocks among elements of the page. */

const BLOCK_PATH = /^\[_key=="([^"\\]+)"\]$/

/** The key of the block that an element of the Portable Text editor draws; undefined for other elements. */
export function blockKeyOf(element: Element): string | undefined {
  return BLOCK_PATH.exec(element.getAttribute('data-pt-path') ?? '')?.[1]
}

/** The element of a block in a Portable Text editor. */
export function blockElement(root: Element, key: string): Element | undefined {
  return [...root.querySelectorAll('[data-pt-path]')].find((element) => blockKeyOf(element) === key)
}

/** A selector of the elements of blocks, for style sheets. */
export function blockSelector(keys: readonly string[]): string {
  return keys.map((key) => `[data-pt-path='[_key=="${CSS.escape(key)}"]']`).join(',')
}

/**
 * The element at a height of the window, found by binary search.
 *
 * @param elements in the order of the page
 * @param top in pixels
 */
export function elementAtHeight(elements: readonly Element[], top: number): Element | undefined {
  let low = 0
  let high = elements.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((elements[middle] as Element).getBoundingClientRect().bottom <= top) low = middle + 1
    else high = middle
  }
  return elements[low]
}
