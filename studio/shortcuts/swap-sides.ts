/**
 * The key that takes the focus from the text to the source beside or over it, and back.
 *
 * @returns what takes it back
 */
export function swapSides(target: Window): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.code !== 'KeyO' || !event.altKey || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
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
