import type {Edit} from '../../../../../trace/traced-text.ts'
import {knownElements} from '../../../markup/names.ts'
import {skipNonTag, tagAt} from '../../../markup/tags.ts'
import {NAMES as names} from './names.ts'

/** The next tag, without its first bracket: `<tdspan class="a">`, `<lib>`. */
const nextTag = '(?:(?:b|strong|em)>|(?:span|p|li|t[dhr]|table|tbody|[uo]l)(?:[ ]?>|[ ][a-z-]{1,30}[ ]?=))'
const beforeNextTag = new RegExp(nextTag, 'y')
/** A digit right after a name is text, except for names that may be compared with digits: `a <b2`. */
const cut = new RegExp(`<(/?)(${names})(?:(?![a-z])|(?=${nextTag}))(?<!<(?:p|b)(?=\\d))`, 'y')
/** With spaces, only an end tag is plausible: `a < b` has no slash. */
const spacedEnd = new RegExp(
  `<[ ]{0,3}/[ ]{0,3}(${names})(?:[ ]{0,3}(?=<|[\\r\\n]|$)|(?=["“‘]?\\p{Lu}))`,
  'uy',
)
/**
 * A start tag with a space, plausible if others of its name are sound: before a capital, a digit, a tag or the end of a
 * line.
 */
const spacedStart =
  /<[ ]{1,3}(?:(h[1-6]|li|ul|ol|tr|table|thead|tbody)(?=["“‘¿¡«]?\p{Lu}|[ ]{0,2}(?:<|[\r\n]|$))|(t[dh])(?=[ ]?[^\p{Ll}\s=<>]|[ ]{0,2}(?:<|[\r\n]|$)))/uy
const cutBreak = /<[ ]{0,3}br[ ]{0,2}\/?(?=[ ]*(?:<|[\r\n]|$))/y
const attribute =
  /[ \n]{1,3}[a-z][a-z-]{0,30}[ ]?=[ ]?(?:"[^"<>]{0,500}"|'[^'<>]{0,500}'|”[^”<>]{0,500}”|&#82(?:2[01]|4[23]);[^&<>]{0,500}&#82(?:2[01]|4[23]);)/y

/** Find edits that close `</p` and `<p class="a"` where their `>` is lost. */
export function missingCloseBrackets(value: string): Edit[] {
  const edits: Edit[] = []
  const sounds = new Set(
    Array.from(value.matchAll(/<(h[1-6]|li|ul|ol|t[dhr]|table|thead|tbody)>/g), ([, name]) => name),
  )
  for (let at = value.indexOf('<'); at >= 0; at = value.indexOf('<', at + 1)) {
    const sound = tagAt(value, at)
    const end = Math.max(skipNonTag(value, at), sound && knownElements.has(sound.name) ? sound.end : at)
    if (end > at) {
      at = end - 1
      continue
    }
    const spaced = matchAt(spacedEnd, value, at)
    const start = matchAt(spacedStart, value, at)
    const lineBreak = matchAt(cutBreak, value, at)
    if (spaced) edits.push({start: at, end: at + spaced[0].length, value: `</${spaced[1]}>`})
    else if (start && sounds.has(start[1] ?? start[2]))
      edits.push({start: at, end: at + start[0].length, value: `<${start[1] ?? start[2]}>`})
    else if (lineBreak) edits.push({start: at, end: at + lineBreak[0].length, value: '<br>'})
    else {
      const place = endOfCut(value, at)
      if (place > at) edits.push({start: place, end: place, value: '>'})
    }
  }
  return edits
}

/** Match a sticky pattern at an offset. */
function matchAt(pattern: RegExp, value: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(value)
}

/**
 * The same for a cell or item right after another tag of its kind, where any word may follow its name:
 * `</td><tdvaries`.
 */
function endAmongOthers(value: string, at: number): number {
  const match = matchAt(amongOthers, value, at)
  const before = value.slice(Math.max(0, at - 12), at)
  return match && /(?:<\/t[dh]>|<tr>|<\/li>|<[uo]l>)\s*$/.test(before) ? at + match[0].length : at
}
const amongOthers = /<(?:t[dh]|li)(?=\p{Ll}[^<>]{0,200}<)/uy

/** Find where the `>` of the tag at `at` is missing; returns `at` if nothing there reads as a tag. */
function endOfCut(value: string, at: number): number {
  cut.lastIndex = at
  const match = cut.exec(value)
  if (!match) return endAmongOthers(value, at)
  const [, slash, name = ''] = match
  let end = cut.lastIndex
  for (;;) {
    attribute.lastIndex = end
    if (!attribute.test(value)) break
    end = attribute.lastIndex
  }
  if (slash || end > cut.lastIndex) return end
  if (matchAt(beforeNextTag, value, end)) return end
  const next = value.slice(end, end + 2)
  // A comparison (`a <b and c`) is a tag only with the name of a block, or a capital right after it.
  if (name === 'p') return /^[ ]?[=\d]/.test(next) ? at : end
  return name.length > 1 || /^\p{Lu}/u.test(next) ? end : at
}
