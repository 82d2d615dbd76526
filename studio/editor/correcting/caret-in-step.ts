/**
 * Keeps what is typed where the caret is on a page that is busy.
 *
 * A key or a click moves the browser's caret at once; the editor hears of it by the `selectionchange` that follows. Where the page is
 * busy, keys wait in line, and the first that is typed can come before that event. The editor then puts it in the right place and the caret back to
 * where it last knew it (`userSelection` in @portabletext/editor): the rest is typed there. It looks where the caret is before it takes a key in, if a
 * `selectionchange` is due; so one is sent when the browser's own has not come.
 */

const MOVES = /^(?:Arrow(?:Down|Left|Right|Up)|End|Home|Page(?:Down|Up))$/
const EDITOR = '[data-pt-editor]'

/** Listens on a document until the function that it gives is called. */
export function keepCaretInStep(page: Document): () => void {
  /** Whether the caret has been moved and nobody told. */
  let isUntold = false
  const moved = (event: Event): void => {
    if (event.type === 'keydown' && !MOVES.test((event as KeyboardEvent).key)) return
    isUntold = true
  }
  const told = (): void => {
    isUntold = false
  }
  const typed = ({target}: Event): void => {
    if (!isUntold || !(target instanceof Element) || !target.closest(EDITOR)) return
    page.dispatchEvent(new Event('selectionchange'))
  }
  const listeners = [
    ['keydown', moved],
    ['pointerdown', moved],
    ['pointerup', moved],
    ['selectionchange', told],
    ['beforeinput', typed],
  ] as const
  for (const [type, listener] of listeners) page.addEventListener(type, listener, {capture: true})
  return () => {
    for (const [type, listener] of listeners) page.removeEventListener(type, listener, {capture: true})
  }
}
