import {useVirtualizer, type VirtualItem} from '@tanstack/react-virtual'
import {type RefObject, useRef} from 'react'
import {ROW_HEIGHT} from './queue-row.tsx'

/** The rows that are drawn, of all that could be scrolled to. */
export interface RowWindow {
  scroller: RefObject<HTMLDivElement | null>
  items: readonly VirtualItem[]
  /** Height of all rows, in pixels. */
  height: number
  /** Moves the focus to the title of the row at a place. */
  goTo: (place: number) => void
}

/**
 * Draws only the rows that are visible and a few around them.
 *
 * @param total rows in all
 * @param onFirst called with the place of the first visible row
 */
export function useRowWindow(total: number, onFirst: (place: number) => void): RowWindow {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    onChange: (instance) => onFirst(instance.range?.startIndex ?? 0),
  })
  const goTo = (place: number) => {
    if (place < 0 || place >= total) return
    virtual.scrollToIndex(place)
    const title = () => scroller.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)
    // A row that is drawn gets the focus now, so that the next key starts from it; any other is drawn by the next frame.
    const drawn = title()
    if (drawn) drawn.focus()
    else requestAnimationFrame(() => title()?.focus())
  }
  return {scroller, items: virtual.getVirtualItems(), height: virtual.getTotalSize(), goTo}
}
