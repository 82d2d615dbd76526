import {type RefObject, useEffect} from 'react'
import {type Side, scrolledTo} from './place.ts'

/** In milliseconds after a wheel, key or touch event. Scrolling within this time was started by the editor. */
const LEAD = 700
const INPUTS = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

/**
 * Reports which block is at the top of a side while an editor scrolls it, so that the other side can follow. Scrolling that follows the other side is
 * not reported, because the two sides would then move each other.
 *
 * @param blockAt finds the block at a height of the window, in pixels
 */
export function useReportScroll(
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
    // Scroll events do not bubble, and the element that scrolls is a descendant.
    element.addEventListener('scroll', scrolled, {passive: true, capture: true})
    return () => {
      cancelAnimationFrame(frame)
      for (const input of INPUTS) element.removeEventListener(input, led, {capture: true})
      element.removeEventListener('scroll', scrolled, {capture: true})
    }
  }, [articleId, blockAt, root, side])
}

/** Scrolls the nearest scrollable ancestor so that the element is at its top. Outer ancestors stay. */
export function scrollToTop(element: Element): void {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const {overflowY} = getComputedStyle(parent)
    if ((overflowY !== 'auto' && overflowY !== 'scroll') || parent.scrollHeight <= parent.clientHeight)
      continue
    parent.scrollTop += element.getBoundingClientRect().top - parent.getBoundingClientRect().top - 40
    return
  }
}

/** Frames in which elements that become visible may still change their height. */
const SETTLING = 4

/** Scrolls an element to the middle, repeatedly while elements above it change their height. */
export function scrollToMiddle(element: Element, left = SETTLING): void {
  element.scrollIntoView({block: 'center'})
  if (left > 0) requestAnimationFrame(() => scrollToMiddle(element, left - 1))
}
