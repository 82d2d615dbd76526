/** Finding blocks among the elements of the Portable Text editor, which carry their path. */
const BLOCK_PATH = /^\[_key=="([^"\\]+)"\]$/

export function blockElement(root: Element, key: string): Element | undefined {
  return [...root.querySelectorAll('[data-pt-path]')].find((element) => blockKeyOf(element) === key)
}

function blockKeyOf(element: Element): string | undefined {
  return BLOCK_PATH.exec(element.getAttribute('data-pt-path') ?? '')?.[1]
}

/** The block of the body that is at a height of the window, in pixels; blocks are in order, so they are halved. */
export function blockAtHeight(root: Element, top: number): string | undefined {
  const blocks = [...root.querySelectorAll('[data-pt-path]')].filter((element) => blockKeyOf(element))
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle] as Element).getBoundingClientRect().bottom <= top) low = middle + 1
    else high = middle
  }
  const found = blocks[low]
  return found && blockKeyOf(found)
}

/** A selector of blocks, for style sheets. */
export function selectorOf(keys: readonly string[]): string {
  return keys.map((key) => `[data-pt-path='[_key=="${CSS.escape(key)}"]']`).join(',')
}
