import type {Shortcut} from './types.ts'

/** The parts of a keyboard event that a shortcut is compared with. */
export type PressedKeys = Pick<KeyboardEvent, 'code' | 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** Keys whose name on the sheet is not the name of their event. */
const EVENT_NAMES: Readonly<Record<string, string>> = {
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  Esc: 'Escape',
  Del: 'Delete',
}

/** The keys of a shortcut, as separate labels. */
export const keysOf = ({keys}: Pick<Shortcut, 'keys'>): string[] => keys.split('+')

/** Whether an event is the shortcut, with these modifiers and no others. On a Mac, ⌘ does what Ctrl does elsewhere. */
export function isPressed(shortcut: Pick<Shortcut, 'keys'>, event: PressedKeys): boolean {
  const labels = keysOf(shortcut)
  const key = labels.at(-1) ?? ''
  const has = (modifier: string) => labels.slice(0, -1).includes(modifier)
  return (
    isKey(key, event) &&
    (event.ctrlKey || event.metaKey) === has('Ctrl') &&
    event.altKey === has('Alt') &&
    // A punctuation mark may need Shift, depending on the keyboard.
    (event.shiftKey === has('Shift') || /^\p{P}$/u.test(key))
  )
}

/** Letters and digits are compared by their place on the keyboard, since Alt changes what they type. */
function isKey(key: string, {code, key: typed}: PressedKeys): boolean {
  if (/^[A-Z]$/.test(key)) return code === `Key${key}`
  if (/^\d$/.test(key)) return code === `Digit${key}`
  return typed === (EVENT_NAMES[key] ?? key)
}
