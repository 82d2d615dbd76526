import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {Image} from 'mdast'

/** Minimum side of a visible image, in CSS pixels; smaller ones count visits. */
const VISIBLE = 3

/** Read an image; one without a usable address, or too small to be seen, is left out. */
export function image(state: State, element: Element): Image | undefined {
  const {src, alt, title, width, height} = element.properties
  if (typeof src !== 'string') return undefined
  if (Number(width ?? VISIBLE) < VISIBLE || Number(height ?? VISIBLE) < VISIBLE) return undefined
  const node: Image = {
    type: 'image',
    url: src,
    alt: collapse(alt),
    title: collapse(title),
  }
  state.patch(element, node)
  return node
}

const collapse = (value: unknown): string | null =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() || null : null
