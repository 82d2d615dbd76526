/**
 * Keeps typed text at the caret while the page is busy.
 *
 * A key or a click moves the browser's caret immediately, and the editor is notified by the `selectionchange` event that follows. On a busy page, the
 * first character can be typed before that event. The editor then inserts it at the right place, but moves the caret back to the last place it knows
 * (`userSelection` in @portabletext/editor), and the rest is typed there. The editor reads the caret before it handles a key if a `selectionchange` is
 * pending, so this module dispatches one if the browser has not yet.
 */

const MOVES = /^(?:Arrow(?:Down|Left|Right|Up)|End|Home|Page(?:Down|Up))$/
const EDITOR = '[data-pt-editor]'

/** Starts listening on a document. Returns a function that stops it. */
export function keepCaretInStep(page: Document): () => void {
  /** Whether the caret has moved without a `selectionchange` event since. */
  let isUnreported = false
  const moved = (event: Event): void => {
    if (event.type === 'keydown' && !MOVES.test((event as KeyboardEvent).key)) return
    isUnreported = true
  }
  const reported = (): void => {
    isUnreported = false
  }
  const typed = ({target}: Event): void => {
    if (!isUnreported || !(target instanceof Element) || !target.closest(EDITOR)) return
    page.dispatchEvent(new Event('selectionchange'))
  }
  const listeners = [
    ['keydown', moved],
    ['pointerdown', moved],
    ['pointerup', moved],
    ['selectionchange', reported],
    ['beforeinput', typed],
  ] as const
  for (const [type, listener] of listeners) page.addEventListener(type, listener, {capture: true})
  return () => {
    for (const [type, listener] of listeners) page.removeEventListener(type, listener, {capture: true})
  }
}
