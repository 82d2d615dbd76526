import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'

/** In order: later files build on earlier ones. */
const FILES = ['base', 'site', 'text', 'tables', 'print'] as const

/** The styles of all pages. */
export const STYLES = FILES.map((name) =>
  readFileSync(new URL(`styles/${name}.css`, import.meta.url), 'utf8'),
).join('\n')

/** The path of the styles. It changes with their content, so that browsers may cache them. */
export const STYLESHEET = `/style-${createHash('sha256').update(STYLES).digest('hex').slice(0, 12)}.css`
