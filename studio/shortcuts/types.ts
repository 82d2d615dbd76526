/** Where the sheet lists a shortcut. */
export type Section = 'article' | 'desk' | 'text' | 'table' | 'grid' | 'source' | 'everywhere'

/** One key or combination, and what it does. */
export interface Shortcut {
  section: Section
  /**
   * Modifiers in the order Ctrl, Alt, Shift, then a key as it is printed on the keyboard. On a Mac, ⌘ does what Ctrl does. The Studio's
   * document actions take this spelling as it is.
   */
  keys: string
  /** For editors, in the imperative. */
  does: string
}
