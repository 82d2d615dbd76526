/**
 * Keeps letters typed with AltGr from being taken for shortcuts: on Windows, AltGr is reported as Ctrl and Alt, and Polish ą is AltGr and A.
 * The event is stopped before the Studio sees it; the letter is typed all the same.
 *
 * @returns a function that stops it
 */
export function keepTypedCharacters(target: Window): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.getModifierState('AltGraph') && event.key.length === 1) event.stopPropagation()
  }
  target.addEventListener('keydown', listen, true)
  return () => target.removeEventListener('keydown', listen, true)
}
