/** Tables of other elements: by ARIA roles, or by the display that their style gives them. */
import type {Element} from 'hast'
import {roleOf, styleOf, textOf} from './hast.ts'

/** Elements of a table by role (WAI-ARIA 1.2, "table"). */
const ROLES: Readonly<Record<string, string>> = {
  cell: 'td',
  columnheader: 'th',
  grid: 'table',
  gridcell: 'td',
  row: 'tr',
  rowgroup: 'tbody',
  rowheader: 'th',
  table: 'table',
  treegrid: 'table',
}

/** Elements of a table by display (CSS 2.2, "The CSS table model"). */
const DISPLAYS: Readonly<Record<string, string>> = {
  'inline-table': 'table',
  table: 'table',
  'table-caption': 'caption',
  'table-cell': 'td',
  'table-footer-group': 'tfoot',
  'table-header-group': 'thead',
  'table-row': 'tr',
  'table-row-group': 'tbody',
}

/** Elements without a meaning of their own. */
const NEUTRAL = new Set(['div', 'span', 'section', 'p', 'a', 'ul', 'li', 'dl', 'dt', 'dd'])

/** Where a part of a table may be: a row outside of a table is no row. */
const PARENTS: Readonly<Record<string, ReadonlySet<string>>> = {
  caption: new Set(['table']),
  tbody: new Set(['table']),
  td: new Set(['tr']),
  tfoot: new Set(['table']),
  th: new Set(['tr']),
  thead: new Set(['table']),
  tr: new Set(['table', 'tbody', 'thead', 'tfoot']),
}

/** Make the parts of a table that roles or styles show its elements, in place. The parent has been read before. */
export function readTablePart(element: Element, parent: string): void {
  if (!NEUTRAL.has(element.tagName)) return
  const name = ROLES[roleOf(element) ?? ''] ?? DISPLAYS[styleOf(element, 'display')]
  if (name === undefined) return
  const parents = PARENTS[name]
  if (parents ? !parents.has(parent) : !hasRows(element)) return
  element.tagName = name
  delete element.properties.role
  for (const [from, to] of [
    ['ariaColSpan', 'colSpan'],
    ['ariaRowSpan', 'rowSpan'],
  ] as const) {
    const span = textOf(element, from)
    if (span !== undefined && /^\d{1,3}$/.test(span)) element.properties[to] = Number(span)
  }
}

/** Whether a table of other elements has rows: the role alone may be a layout's. Looks two levels down. */
function hasRows({children}: Element): boolean {
  let rows = 0
  for (const child of children) {
    if (child.type !== 'element') continue
    const name = ROLES[roleOf(child) ?? ''] ?? DISPLAYS[styleOf(child, 'display')]
    if (name === 'tr') rows++
    else if (name === 'tbody' || name === 'thead' || child.tagName === 'div')
      rows += child.children.filter(
        (one) => one.type === 'element' && (roleOf(one) === 'row' || styleOf(one, 'display') === 'table-row'),
      ).length
  }
  return rows > 1
}
