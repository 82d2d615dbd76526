/** The lines of the shortcut sheet, made from the list of shortcuts. Pure. */
import {keysOf} from './is-pressed.ts'
import type {Section, Shortcut} from './types.ts'

/** One line of the sheet. */
export interface SheetLine {
  /** Labels of the keys: the modifiers, then each key that may follow them. */
  keys: readonly string[]
  does: string
}

/** One section of the sheet. */
export interface SheetSection {
  title: string
  lines: readonly SheetLine[]
}

/** All shortcuts by section; those with the same description are one line. Sections without shortcuts are left out. */
export function sheetOf(
  shortcuts: readonly Shortcut[],
  titles: Readonly<Record<Section, string>>,
): SheetSection[] {
  return (Object.keys(titles) as Section[])
    .map((section) => ({
      title: titles[section],
      lines: linesOf(shortcuts.filter((shortcut) => shortcut.section === section)),
    }))
    .filter(({lines}) => lines.length > 0)
}

function linesOf(shortcuts: readonly Shortcut[]): SheetLine[] {
  const lines = new Map<string, string[]>()
  for (const shortcut of shortcuts) {
    const keys = keysOf(shortcut)
    const line = lines.get(shortcut.does)
    if (line) line.push(...keys.slice(-1))
    else lines.set(shortcut.does, keys)
  }
  return Array.from(lines, ([does, keys]) => ({keys, does}))
}
