/** Keys by which blocks are corrected, as the editor's events name them. Codes are places on the keyboard, whatever is printed there. */

export interface Chord {
  code: string
  ctrl?: boolean
  alt?: boolean
  shift?: boolean
  /** As the list of keys shows it. */
  keys: readonly string[]
}

export const CHORDS = {
  moveUp: {code: 'ArrowUp', alt: true, shift: true, keys: ['Alt', 'Shift', '↑']},
  moveDown: {code: 'ArrowDown', alt: true, shift: true, keys: ['Alt', 'Shift', '↓']},
  normal: {code: 'Digit0', ctrl: true, alt: true, keys: ['Ctrl', 'Alt', '0']},
  h2: {code: 'Digit2', ctrl: true, alt: true, keys: ['Ctrl', 'Alt', '2']},
  h3: {code: 'Digit3', ctrl: true, alt: true, keys: ['Ctrl', 'Alt', '3']},
  h4: {code: 'Digit4', ctrl: true, alt: true, keys: ['Ctrl', 'Alt', '4']},
  numbered: {code: 'Digit7', ctrl: true, shift: true, keys: ['Ctrl', 'Shift', '7']},
  bulleted: {code: 'Digit8', ctrl: true, shift: true, keys: ['Ctrl', 'Shift', '8']},
  merge: {code: 'KeyM', ctrl: true, alt: true, keys: ['Ctrl', 'Alt', 'M']},
  table: {code: 'KeyT', ctrl: true, alt: true, keys: ['Ctrl', 'Alt', 'T']},
  splitRow: {code: 'KeyS', ctrl: true, alt: true, keys: ['Ctrl', 'Alt', 'S']},
  restToText: {code: 'KeyX', ctrl: true, alt: true, keys: ['Ctrl', 'Alt', 'X']},
} as const satisfies Record<string, Chord>

type Pressed = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** On a Mac, ⌘ does what Ctrl does elsewhere. */
export const isPressed = ({code, ctrl, alt, shift}: Chord, event: Pressed): boolean =>
  event.code === code &&
  (event.ctrlKey || event.metaKey) === (ctrl ?? false) &&
  event.altKey === (alt ?? false) &&
  event.shiftKey === (shift ?? false)
