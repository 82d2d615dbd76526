import {isPressed} from './is-pressed.ts'
import {SHORTCUTS} from './shortcuts.ts'

/**
 * Moves the focus between the text and the source when the shortcut for it is pressed.
 *
 * @returns a function that stops it
 */
export function swapSides(target: Window): () => void {
  const listen = (event: KeyboardEvent) => {
    if (!isPressed(SHORTCUTS.otherSide, event)) return
    const {document} = target
    const source = document.querySelector<HTMLElement>('[data-testid="source-text"]')
    const text = document.querySelector<HTMLElement>('[data-testid="field-body"] [data-pt-editor]')
    const isInSource = source?.contains(document.activeElement) ?? false
    const next = isInSource ? text : source
    if (!next) return
    event.preventDefault()
    event.stopPropagation()
    next.scrollIntoView({block: 'nearest'})
    next.focus()
  }
  target.addEventListener('keydown', listen, true)
  return () => target.removeEventListener('keydown', listen, true)
}
