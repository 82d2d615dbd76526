import {type RefObject, useEffect} from 'react'
import {type Side, scrolledTo} from './place.ts'

/** After the last wheel, key or touch, how long in milliseconds a side's scrolling counts as the editor's own. */
const LEAD = 700
const INPUTS = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

/**
 * While an editor scrolls a side, tells the other which block is at its top. What scrolls because the other side led is
 * not told, so that the two do not push each other.
 *
 * @param blockAt the block at a height of the window, in pixels
 */
export function useLead(
  articleId: string,
  side: Side,
  root: RefObject<HTMLElement | null>,
  blockAt: (top: number) => string | undefined,
): void {
  useEffect(() => {
    const element = root.current
    if (!element) return
    let until = 0
    let frame = 0
    const led = () => {
      until = performance.now() + LEAD
    }
    const scrolled = (event: Event) => {
      if (performance.now() > until || frame) return
      const target = event.target as Element
      frame = requestAnimationFrame(() => {
        frame = 0
        const block = blockAt(target.getBoundingClientRect().top + 48)
        if (block) scrolledTo(articleId, side, block)
      })
    }
    for (const input of INPUTS) element.addEventListener(input, led, {passive: true, capture: true})
    // Scrolling does not bubble, and what scrolls is inside.
    element.addEventListener('scroll', scrolled, {passive: true, capture: true})
    return () => {
      cancelAnimationFrame(frame)
      for (const input of INPUTS) element.removeEventListener(input, led, {capture: true})
      element.removeEventListener('scroll', scrolled, {capture: true})
    }
  }, [articleId, blockAt, root, side])
}

/** Scrolls what is around an element so that it stands at the top, and nothing further out. */
export function bringToTop(element: Element): void {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const {overflowY} = getComputedStyle(parent)
    if ((overflowY !== 'auto' && overflowY !== 'scroll') || parent.scrollHeight <= parent.clientHeight)
      continue
    parent.scrollTop += element.getBoundingClientRect().top - parent.getBoundingClientRect().top - 40
    return
  }
}

/** Frames in which what comes into sight may still find its height. */
const SETTLING = 4

/** Scrolls an element to the middle; again while what is laid out on the way moves it. */
export function bringToMiddle(element: Element, left = SETTLING): void {
  element.scrollIntoView({block: 'center'})
  if (left > 0) requestAnimationFrame(() => bringToMiddle(element, left - 1))
}
