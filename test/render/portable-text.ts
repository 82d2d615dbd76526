/** Short ways to write Portable Text in tests. */

type Text = string | [text: string, ...marks: string[]]

export interface BlockFields {
  style?: string
  listItem?: string
  level?: number
  markDefs?: unknown[]
}

let keys = 0
const key = (): string => `k${keys++}`

export function block(text: Text[] | string, fields: BlockFields = {}) {
  const parts = typeof text === 'string' ? [text] : text
  return {
    _type: 'block',
    _key: key(),
    style: 'normal',
    markDefs: [] as unknown[],
    children: parts.map((part) => {
      const [value, ...marks] = typeof part === 'string' ? [part] : part
      return {_type: 'span', _key: key(), text: value, marks}
    }),
    ...fields,
  }
}

export const bullet = (text: Text[] | string, level = 1) => block(text, {listItem: 'bullet', level})
export const number = (text: Text[] | string, level = 1) => block(text, {listItem: 'number', level})
export const link = (href: string, title?: string) => ({
  _type: 'link',
  _key: 'l',
  href,
  ...(title && {title}),
})

type Cell = string | unknown[]

export function table(rows: Cell[][], fields: Record<string, unknown> = {}) {
  return {
    _type: 'table',
    _key: key(),
    headerRows: 1,
    rows: rows.map((cells) => ({
      _type: 'row',
      _key: key(),
      cells: cells.map((cell) => ({
        _type: 'cell',
        _key: key(),
        value: typeof cell === 'string' ? (cell ? [block(cell)] : []) : cell,
      })),
    })),
    ...fields,
  }
}

export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const each of Object.values(value)) frozen(each)
  }
  return value
}
