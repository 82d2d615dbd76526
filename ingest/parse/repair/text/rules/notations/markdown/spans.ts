/** Markdown inside a line: bold, italic, strikethrough, links and images. */
import type {Edit} from '../../../../../trace/traced-text.ts'

const strong = /(?<![*\w\\])\*\*(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])\*\*(?!\*)/g
/** With underscores: words, or a word that is not an identifier (`__init__`). */
const underscored = /(?<![\w\\])__(?=[^\s_])([^_\n]{1,800})(?<=[^\s_])__(?!\w)/g
const struck = /(?<![~\\])~~(?=[^\s~])([^~\n]{1,400}?)(?<=[^\s~])~~(?!~)/g
/** Only with other Markdown: an asterisk as often marks a footnote. */
const emphasis = /(?<![*\w\\])\*(?=[^\s*])([^*\n]{1,200}?)(?<=[^\s*\\])\*(?![*\w])/g
const underlined = /(?<![\w\\/-])_(?=[\p{L}\p{N}“"‘(¿¡])([^_\n<>]{1,200}?)(?<=[^\s_\\])_(?![\w/-])/gu
const code = /(?<![`\\])`(?=[^`\s])([^`\n<>]{1,200}?)(?<=[^`\s])`(?!`)/g
const link =
  /(!?)(?<!\\)\[([^[\]\n]{0,300})\]\(((?:https?:\/\/|mailto:|\/|\.\.?\/|#)(?:[^\s()<>"]|\([^\s()<>"]{0,100}\)){0,800})(?:\s(?:"|&quot;)(?:(?!&quot;)[^"\n]){0,200}(?:"|&quot;))?\)/g
/** A reference link, and its definition. */
const reference = /(?<![\\!])\[([^[\]\n]{1,300})\][ ]?\[([^[\]\n]{0,60})\]/g
const definition =
  /^[ ]{0,3}\[([^[\]\n\r\u2028\u2029^]{1,60})\]:[ \t]{1,9}<?(https?:\/\/[^\s<>"]{1,800})>?(?:[ \t]+["'(].{0,200}["')])?[ \t\r]*$/gm
const autolink = /<(https?:\/\/[^\s<>"]{1,800})>/g

/** Find Markdown that no text contains by chance. */
export function certainSpans(value: string): Edit[] {
  return [
    ...wrapped(value, strong, 2, 'strong'),
    ...(value.includes('__') ? wrapped(value, underscored, 2, 'strong', isWording) : []),
    ...(value.includes('~~') ? wrapped(value, struck, 2, 'del') : []),
    ...links(value),
    ...references(value),
  ]
}

/** Find Markdown that is plausible only with other Markdown. */
export function doubtfulSpans(value: string): Edit[] {
  return [
    ...wrapped(value, emphasis, 1, 'em'),
    ...wrapped(value, underlined, 1, 'em'),
    ...wrapped(value, code, 1, 'code'),
    ...Array.from(value.matchAll(autolink), ({0: whole, 1: address = '', index}) => ({
      start: index,
      end: index + whole.length,
      value: `<a href="${address}">${address}</a>`,
    })),
  ]
}

const isWording = (content: string): boolean =>
  /\s/.test(content) || (/^\p{Lu}/u.test(content) && content.length <= 62)

function wrapped(
  value: string,
  pattern: RegExp,
  width: number,
  name: string,
  accepts: (content: string) => boolean = () => true,
): Edit[] {
  return Array.from(value.matchAll(pattern), (match): Edit[] => {
    if (!accepts(match[1] ?? '')) return []
    const end = match.index + match[0].length
    return [
      {start: match.index, end: match.index + width, value: `<${name}>`},
      {start: end - width, end, value: `</${name}>`},
    ]
  }).flat()
}

function links(value: string): Edit[] {
  if (!value.includes('](')) return []
  const edits: Edit[] = []
  for (const match of value.matchAll(link)) {
    const [whole, image, label = '', address = ''] = match
    const start = match.index
    const end = start + whole.length
    if (image) {
      edits.push({start, end, value: `<img src="${address}" alt="${label.replaceAll('"', '&quot;')}">`})
    } else {
      edits.push({start, end: start + 1, value: `<a href="${address}">`})
      edits.push({start: start + 1 + label.length, end, value: '</a>'})
    }
  }
  return edits
}

function references(value: string): Edit[] {
  if (!/\]:[ \t]/.test(value)) return []
  const edits: Edit[] = []
  const addresses = new Map<string, string>()
  for (const {0: whole, 1: id = '', 2: address = '', index} of value.matchAll(definition)) {
    addresses.set(id.toLowerCase(), address)
    edits.push({start: index, end: index + whole.length, value: ''})
  }
  if (addresses.size === 0) return []
  for (const {0: whole, 1: label = '', 2: id = '', index} of value.matchAll(reference)) {
    const address = addresses.get((id || label).toLowerCase())
    if (!address) continue
    edits.push({start: index, end: index + 1, value: `<a href="${address}">`})
    edits.push({start: index + 1 + label.length, end: index + whole.length, value: '</a>'})
  }
  return edits
}
