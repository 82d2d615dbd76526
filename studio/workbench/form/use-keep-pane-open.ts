import {useContext, useEffect, useRef} from 'react'
import {PaneContext} from 'sanity/_singletons'

/** In milliseconds after the form appears. A pane that is collapsed within this time was not collapsed by the editor. */
const SETTLING = 3000

/**
 * Keeps the pane of the form open while the panes of an article appear. If there is not enough room, the Studio keeps the newest pane open and collapses
 * others from the left, so a list that appears late would collapse the form beside an open source.
 */
export function useKeepPaneOpen(): void {
  const pane = useContext(PaneContext)
  const began = useRef(0)
  useEffect(() => {
    began.current = performance.now()
  }, [])
  const {collapsed, expand} = pane ?? {collapsed: false, expand: undefined}
  useEffect(() => {
    if (collapsed && performance.now() - began.current < SETTLING) expand?.()
  }, [collapsed, expand])
}
