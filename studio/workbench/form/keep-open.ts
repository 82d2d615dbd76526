import {useContext, useEffect, useRef} from 'react'
import {PaneContext} from 'sanity/_singletons'

/** In milliseconds, from when the form is there: what folds it up by then is no choice of the editor's. */
const SETTLING = 3000

/**
 * Keeps the form's pane unfolded while the panes of an article come. Where there is not room for all, the Studio leaves the one open that
 * came last and folds up from the left: a list that comes late would have the form folded up beside an open source.
 */
export function useKeepOpen(): void {
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
