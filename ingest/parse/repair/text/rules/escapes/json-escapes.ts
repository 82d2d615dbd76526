/**
 * Escapes of JSON or JavaScript strings. If the whole text is such a string all of them are undone; otherwise those
 * that text never contains: escaped brackets and slashes of tags, and written-out line breaks where lines end.
 *
 * @example
 *   in: \\u003cp class=\\"a\\"\\u003eOne.\\u003c\\/p\\u003e\\n\\u003cp\\u003eTwo.
 *   out: <p class="a">One.</p>\n<p>Two.
 * @example
 *   in: It’s "here".\\r\\n\\r\\nThen <a href=\\"https:\\/\\/example.com\\/a\\">more<\\/a>.\\n<p>Last.
 *   out: It’s "here".\r\n\r\nThen <a href="https://example.com/a">more</a>.\n<p>Last.
 * @example
 *   in: The path C:\\new\\readme and the sign \\n in code.
 *   out: The path C:\\new\\readme and the sign \\n in code.
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {editsOutside, isPage} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'

const any = /\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(["'\\/bfnrt]))/g
const plain: Record<string, string> = {b: '', f: '\n', n: '\n', r: '\r', t: '\t'}
/** Brackets, quotes and ampersands of markup. */
const markup = /\\u00(?:3[cCeE]|2[267])|\\\/|\\"(?=[^"\n]{0,500}\\")|\\"(?=[\s>/])/g
/** Written-out line breaks where a line may end: after a sentence or tag, before a capital, a tag or another break. */
const breaks =
  /(?:\\r)?\\n(?=\s{0,4}(?:\\[rnt]|[\p{Lu}\p{Lo}<“"'‘•*#-]|\d|$|&lt;))|(?<=[.!?>:;”"])(?:\\r)?\\n/gu

export const jsonEscapes: TextRule = (text, report) => {
  const {value} = text
  if (!value.includes('\\')) return text
  if (isString(value)) {
    return amend(text, decoded(value, any), report, {
      code: 'json-unescaped',
      message: 'The whole text was escaped as a JSON string. It was decoded.',
    })
  }
  // The escapes in a complete page are those of its scripts.
  if (isPage(value)) return text
  let result = text
  if (/\\u003[cC](?:\/|\\\/|!--)?[a-zA-Z]|<\\\/|:\\\/\\\/|=\\"|;\\\//.test(value)) {
    result = amend(result, editsOutside(text, decoded(value, markup), 'raw'), report, {
      code: 'json-unescaped',
      message: 'JSON escapes in markup were decoded.',
    })
  }
  const edits = editsOutside(result, decoded(result.value, breaks), 'raw')
  if (edits.length < 2) return result
  return amend(result, edits, report, {
    code: 'line-break-unescaped',
    message: 'Line breaks written with a backslash, such as “\\n”, were restored.',
  })
}

/** Whether a text is the inside of a string: no line break or bare quote, but several escapes. */
function isString(value: string): boolean {
  const body = value.trim()
  if (body.includes('\n') || /(?<!\\)"/.test(body.replace(/^"|"$/g, ''))) return false
  const escapes = body.match(/\\(?:u[0-9a-fA-F]{4}|["/]|n(?=[\s<\\"#*-]|\p{Lu}))/gu)?.length ?? 0
  return escapes >= 3
}

function decoded(value: string, pattern: RegExp): Edit[] {
  const edits: Edit[] = []
  for (const match of value.matchAll(pattern)) {
    edits.push({start: match.index, end: match.index + match[0].length, value: undo(match[0])})
  }
  return edits
}

function undo(escaped: string): string {
  return escaped.replace(any, (_, unicode?: string, hex?: string, character?: string) => {
    if (unicode ?? hex) return String.fromCharCode(Number.parseInt(unicode ?? hex ?? '', 16))
    return plain[character ?? ''] ?? character ?? ''
  })
}
