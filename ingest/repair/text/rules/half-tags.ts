/**
 * Tags that lost a bracket, or all but their name and last bracket.
 *
 * @example
 *   in: The Rise of the Talibanh2>The joint backing.p> Navigating tr >
 *   out: The Rise of the Taliban</h2>The joint backing.</p> Navigating </tr>
 * @example
 *   in: <p>One.</p<p class="a"Two.</p>
 *   out: <p>One.</p><p class="a">Two.</p>
 * @example
 *   in: p > 0.05, Health>News, a<b and North>South
 *   out: p > 0.05, Health>News, a<b and North>South
 */
import type {Edit} from '../../../trace/traced-text.ts'
import {headings, known, tableParts} from '../markup/names.ts'
import {markup, skipNonTag, tagAt} from '../markup/tags.ts'
import {amend, type TextRule} from '../rule.ts'

const rest =
  /(?:(\/)[ ]?)?(h[1-6]|p|li|ul|ol|td|th|tr|table|thead|tbody|b|strong|em|div|span|blockquote)([ ]?)$/i
const cutEnd =
  /<(\/?)(h[1-6]|p|li|ul|ol|td|th|tr|table|thead|tbody|strong|em|b|div|span|blockquote|caption)(?![a-z0-9])/y
const attribute = /[ \n]{1,3}[a-z][a-z-]{0,30}[ ]?=[ ]?(?:"[^"<>]{0,500}"|'[^'<>]{0,500}'|”[^”<>]{0,500}”)/y

export const halfTags: TextRule = (text, report) => {
  const {value} = text
  const edits = [...withoutLess(value), ...withoutGreater(value)].sort((a, b) => a.start - b.start)
  return amend(text, edits, report, {
    code: 'tag-repaired',
    message: 'Tags that had lost a bracket were restored.',
  })
}

/** `h2>`, `tr >`, `/p>`: a name that ends in `>` and has no `<`. */
function withoutLess(value: string): Edit[] {
  const edits: Edit[] = []
  const sound = markup(value)
  let next = 0
  for (let at = value.indexOf('>'); at >= 0; at = value.indexOf('>', at + 1)) {
    while (next < sound.length && (sound[next]?.end ?? 0) <= at) next++
    const span = sound[next]
    if (span && span.start <= at) {
      at = span.end - 1
      continue
    }
    const from = Math.max(sound[next - 1]?.end ?? 0, edits.at(-1)?.end ?? 0, at - 14)
    const match = rest.exec(value.slice(from, at))
    if (!match) continue
    const name = (match[2] ?? '').toLowerCase()
    const start = at - match[0].length
    if (value[start - 1] === '<') continue
    if (!believable(value, start, at, name, match[1] === '/', match[3] === ' ')) continue
    const opening = match[1] !== '/' && opensHere(value, start, at + 1)
    edits.push({start, end: at + 1, value: opening ? `<${name}>` : `</${name}>`})
  }
  return edits
}

function believable(
  value: string,
  start: number,
  at: number,
  name: string,
  slash: boolean,
  spaced: boolean,
): boolean {
  const before = value[start - 1] ?? '\n'
  const after = value.slice(at + 1, at + 4)
  if (slash) return true
  const glued = /[\p{L}\p{N}]/u.test(before)
  if (headings.has(name)) return !glued || /\p{L}/u.test(before)
  if (glued) {
    // `with>`: a word may end like a name. A cell or row end does not stand in running text.
    return (name === 'td' || name === 'tr' || name === 'tbody') && /^\s*(?:$|[|<\n\p{Lu}])/u.test(after)
  }
  if (name.length === 1)
    return !spaced
      ? /^\s*(?:$|[|<\n“"\p{Lu}])/u.test(after) && !/^\p{Lu}\b/u.test(after)
      : /^\s*(?:$|[|<\n])/.test(after)
  return true
}

/** At the start of a line, or right after a closing tag, a rest without slash opens. */
function opensHere(value: string, start: number, end: number): boolean {
  const before = value.slice(Math.max(0, start - 3), start)
  const after = value.slice(end, end + 3)
  return /(?:^|\n|>)\s*$/.test(before) && /^\s*[^\s<]/.test(after) && !(start === 0 && end === value.length)
}

/** `</p` and `<p class="a"` without their `>`. */
function withoutGreater(value: string): Edit[] {
  const edits: Edit[] = []
  for (let at = value.indexOf('<'); at >= 0; at = value.indexOf('<', at + 1)) {
    const skipped = skipNonTag(value, at)
    if (skipped > at) {
      at = skipped - 1
      continue
    }
    const sound = tagAt(value, at)
    if (sound) {
      at = sound.end - 1
      continue
    }
    cutEnd.lastIndex = at
    const match = cutEnd.exec(value)
    const name = match?.[2] ?? ''
    if (!match || !known.has(name)) continue
    let end = cutEnd.lastIndex
    for (;;) {
      attribute.lastIndex = end
      if (!attribute.test(value)) break
      end = attribute.lastIndex
    }
    const next = value.slice(end, end + 2)
    // A comparison (`a <b and c`) needs more to be a tag: a slash, attributes, a block's name, a capital after it.
    const certain = match[1] === '/' || end > cutEnd.lastIndex || name.length > 1 || name === 'p'
    if (!certain && !/^\p{Lu}/u.test(next)) continue
    if (name === 'p' && match[1] !== '/' && /^[ ]?[=\d]/.test(next)) continue
    if (tableParts.has(name) && /^[a-z]/.test(next)) continue
    edits.push({start: end, end, value: '>'})
  }
  return edits
}
