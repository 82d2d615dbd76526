/** Images that a page shows only to readers without scripts. */
import type {Element, ElementContent, Root} from 'hast'
import {textIn} from '../element-text.ts'
import {within} from './nodes.ts'

/** What a script shows in place of the image. */
const IMAGES = new Set(['amp-img', 'iframe', 'img', 'picture', 'video'])

/**
 * Make a `noscript` with an image the image itself, in place, unless a script sets another one for it: that one is beside it, or in its figure.
 *
 * @param frame the figure around it
 */
export function readNoscript(noscript: Element, parent: Element | Root, frame: Element | undefined): void {
  if (parent.type === 'element' && IMAGES.has(parent.tagName)) return
  const inner = [...within(noscript)]
  if (!inner.some(({tagName}) => tagName === 'img') || textIn(noscript) !== '') return
  if (
    hasImage(nearby(noscript, parent.children as ElementContent[]), noscript) ||
    (frame && hasImage(frame.children, noscript))
  )
    return
  noscript.tagName = 'span'
  noscript.properties = {}
}

/** Most nodes between an image and its `noscript`: white space, a placeholder. */
const NEAR = 3

function nearby(noscript: Element, siblings: readonly ElementContent[]): ElementContent[] {
  const at = siblings.indexOf(noscript)
  return siblings.slice(Math.max(0, at - NEAR), at + NEAR + 1)
}

function hasImage(nodes: readonly ElementContent[], but: Element): boolean {
  return nodes.some((node) => {
    if (node === but || node.type !== 'element' || node.tagName === 'noscript') return false
    if (IMAGES.has(node.tagName)) return true
    for (const inner of within(node)) {
      if (inner === but) return false
      if (IMAGES.has(inner.tagName)) return true
    }
    return false
  })
}
