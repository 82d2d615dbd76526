/** The alignment of cells by style or class, as the attribute that HTML had for it. */
import type {Element} from 'hast'
import {classesOf, styleOf} from './hast.ts'

type Align = 'left' | 'center' | 'right'

const VALUES: Readonly<Record<string, Align>> = {
  center: 'center',
  end: 'right',
  left: 'left',
  right: 'right',
  start: 'left',
}
/** Classes of common style sheets: Gutenberg, Bootstrap, Tailwind, Quill. */
const CLASS = /^(?:has-text-align|text|ql-align|ta|align)-(left|center|right|start|end)$/

/** Give a cell the alignment that its style or class says, in place. */
export function alignCell(cell: Element): void {
  if (cell.properties.align !== undefined) return
  const written = styleOf(cell, 'text-align')
  const found = VALUES[written] ?? named(cell)
  if (found) cell.properties.align = found
}

function named(cell: Element): Align | undefined {
  for (const name of classesOf(cell)) {
    const value = CLASS.exec(name)?.[1]
    if (value) return VALUES[value]
  }
  return undefined
}
