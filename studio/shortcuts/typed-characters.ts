/**
 * AltGr is Ctrl and Alt to a program on Windows, and types letters on many keyboards: Polish ą is AltGr and A. Such a key is no
 * shortcut. Stops it before the Studio sees it; the letter is typed all the same.
 *
 * @returns what takes it back
 */
export function keepTypedCharacters(target: Window): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.getModifierState('AltGraph') && event.key.length === 1) event.stopPropagation()
  }
  target.addEventListener('keydown', listen, true)
  return () => target.removeEventListener('keydown', listen, true)
}
