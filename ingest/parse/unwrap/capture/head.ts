/** A head of lines such as `Content-Type: text/html`, as HTTP (RFC 9112), mail (RFC 5322) and WARC have it before an empty line. */
import type {SourceRange} from '../../trace/traced-text.ts'

/** A field with its place. */
export interface HeadField extends SourceRange {
  /** In lower case. */
  name: string
  /** In one line. */
  value: string
}

/** All fields of a head, and where what follows begins. */
export interface Head {
  fields: readonly HeadField[]
  end: number
}

const FIELD = /^([!-9;-~]{1,76}):[ \t]?(.*)$/
/** Most lines and characters of a head; longer ones are text. */
const MAX_LINES = 200
const MAX_LENGTH = 60_000

/** Read the head that begins at an offset; undefined if a line is no field, or no empty line ends it. */
export function headAt(value: string, from: number): Head | undefined {
  const fields: HeadField[] = []
  let at = from
  for (let lines = 0; lines < MAX_LINES && at < value.length && at - from < MAX_LENGTH; lines++) {
    const ending = value.indexOf('\n', at)
    const end = ending < 0 ? value.length : ending
    const line = value.slice(at, end).replace(/\r$/, '')
    const next = Math.min(end + 1, value.length)
    if (line.trim() === '') return fields.length > 0 ? {fields, end: next} : undefined
    const last = fields.at(-1)
    const [, name = '', content = ''] = FIELD.exec(line) ?? []
    if (last && /^[ \t]/.test(line)) {
      last.value += ` ${line.trim()}`
      last.end = end
    } else if (name === '') return undefined
    else fields.push({name: name.toLowerCase(), value: content.trim(), start: at, end})
    at = next
  }
  return undefined
}

/** The first field with one of these names. */
export const fieldOf = (head: Head | undefined, ...names: readonly string[]): HeadField | undefined =>
  names.map((name) => head?.fields.find((field) => field.name === name)).find(Boolean)

/** A parameter of a field: the boundary in `multipart/mixed; boundary="a"`. */
export function parameterOf(field: HeadField | undefined, name: string): string | undefined {
  for (const [, key = '', quoted, plain] of (field?.value ?? '').matchAll(
    /;\s{0,9}([\w*-]{1,40})=(?:"([^"]{0,300})"|([^\s;"]{1,300}))/g,
  ))
    if (key.toLowerCase() === name) return quoted ?? plain
  return undefined
}
