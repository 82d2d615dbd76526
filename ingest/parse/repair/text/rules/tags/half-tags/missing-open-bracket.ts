import type {Edit, TracedText} from '../../../../../trace/traced-text.ts'
import {headings, inlineElements, tableElements, textElements} from '../../../markup/names.ts'
import {surveyOf} from '../../../markup/survey.ts'
import {NAMES as names} from './names.ts'

/** `h2>`, `tr >`, `/p>`, and `td&gt;` whose other bracket was escaped and lost. */
const rest = new RegExp(`(?:(/)[ ]?)?(${names})([ ]?)$`, 'i')
/** Another remnant right after one: it does not begin a text. */
const nextRest = new RegExp(`^\\s*/?[ ]?(?:${names})[ ]?(?:>|&gt;)`, 'i')
/** The name of a tag before an attribute: `p class=`. */
const attributedName = new RegExp(`(?<!<)(?:${names})(?=[ ]{1,2}[a-z][a-z-]{0,20}[ ]{0,2}=)`, 'gi')
/** Its attributes up to the end of a text. */
const attributes =
  /(?:[ ]{1,2}[a-z][a-z-]{0,20}[ ]{0,2}=[ ]{0,2}(?:"[^"<>]{0,120}"|”[^”<>]{0,120}”|&quot;[^&<>"]{0,120}&quot;|&#82(?:2[01]|4[23]);[^&<>"]{0,120}&#82(?:2[01]|4[23]);)){1,4}[ ]?$/iy
/** The other bracket, in any form. */
const lessThan = /(?:<|&(?:amp;)?(?:lt|#0?60|#x0?3c);)$/i
/** The end of a heading without both brackets: `Outlookh2The`. */
const bareHeadingEnd = /(?<=[\p{L}\p{N}?!.”’"')])[ ]?(h[1-6])[ ]?(?=[“"‘'¿¡]?\p{Lu}|\s*(?:[\r\n<]|$))/gu
/** A quick test that every such end passes, and hardly other text. */
const headingSign = /[^</]h[1-6]/
/** The end of a row without both brackets. */
const bareRowEnd = /(?<=<\/t[dh]>)[ ]?tr[ ]?(?=[\r\n]|<|$)/g
/** The end of a cell without both brackets, before the next cell or the end of the row; "Ltd" is a word. */
const bareCellEnd =
  /(?<=[\p{L}\p{N}%)”"'.])(?<!\bL)[ ]?(?:td[ ]?(?=<t[dr][\s>]|<\/tr>|[\r\n])|th[ ]?(?=<th[\s>]))/gu
/** A quick test that every such end passes, and hardly other text. */
const cellSign = /[^</]t[dh][ ]?[<\r\n]/
/** A line break without its first bracket, plausible if others are complete. */
const bareBreak =
  /(?:(?<![\w</ ])|(?<=[\s.,:;!?>])(?<!<[ ]{0,3}))br[ ]?\/?>|(?<=\p{L})br[ ]?>(?=[ ]*(?:[\r\n<]|br[ ]?>|$))/gu

/** A quick test that every such break passes, and no complete tag. */
const breakSign = /[^</]br[ ]?\/?>|^br/

interface Place {
  start: number
  /** Offset of the bracket. */
  at: number
  end: number
  name: string
  slash: boolean
  spaced: boolean
}

/** Find edits that complete tags with a name and `>` but no `<`. */
export function missingOpenBrackets(text: TracedText): Edit[] {
  const {value} = text
  const {hasStrayGreater} = surveyOf(text)
  const edits = hasStrayGreater || value.includes('&gt;') ? withGreater(text) : []
  if (headingSign.test(value)) {
    for (const match of value.matchAll(bareHeadingEnd)) {
      if (!isOpen(value, match.index, match[1] ?? '')) continue
      const clash = edits.some(({start, end}) => start < match.index + match[0].length && end > match.index)
      if (!clash)
        edits.push({start: match.index, end: match.index + match[0].length, value: `</${match[1]}>`})
    }
  }
  if (breakSign.test(value) && /<br[ ]?\/?>/.test(value)) {
    for (const match of value.matchAll(bareBreak))
      edits.push({start: match.index, end: match.index + match[0].length, value: '<br>'})
  }
  if (!hasTable(value)) return edits.sort((a, b) => a.start - b.start)
  if (cellSign.test(value))
    for (const match of value.matchAll(bareCellEnd))
      edits.push({start: match.index, end: match.index + match[0].length, value: `</${match[0].trim()}>`})
  if (value.includes('>tr') || value.includes('> tr')) {
    for (const match of value.matchAll(bareRowEnd)) {
      edits.push({start: match.index, end: match.index + match[0].length, value: '</tr>'})
    }
  }
  return edits.sort((a, b) => a.start - b.start)
}

const hasTable = (value: string): boolean => /<\/?t[dhr][\s>]/i.test(value)

/** The remnant of a start tag at the end of a text. Attributes prove a tag: `p class="a"` before the bracket. */
function restOfOpening(text: string): {whole: string; name: string; attributes: string} | undefined {
  for (const {0: name, index} of text.matchAll(attributedName)) {
    attributes.lastIndex = index + name.length
    const match = attributes.exec(text)
    if (match) return {whole: text.slice(index), name, attributes: match[0]}
  }
  return undefined
}

/** Find edits where the `>` is left. */
function withGreater(text: TracedText): Edit[] {
  const {value} = text
  const edits: Edit[] = []
  const sound = surveyOf(text).markup
  const table = hasTable(value)
  const bracket = /&gt;|>/g
  let next = 0
  for (let match = bracket.exec(value); match; match = bracket.exec(value)) {
    const at = match.index
    while (next < sound.length && (sound[next]?.end ?? 0) <= at) next++
    const span = sound[next]
    if (span && span.start <= at) {
      bracket.lastIndex = span.end
      continue
    }
    const least = Math.max(sound[next - 1]?.end ?? 0, edits.at(-1)?.end ?? 0)
    const end = bracket.lastIndex
    const attributed = restOfOpening(value.slice(Math.max(least, at - 400), at))
    const opening =
      attributed && !followsLessThan(value, at - attributed.whole.length) ? attributed : undefined
    if (
      opening &&
      headings.has(opening.name.toLowerCase()) &&
      /\p{L}/u.test(value[at - opening.whole.length - 1] ?? '')
    ) {
      edits.push({start: at - opening.whole.length, end, value: `</${opening.name}>`})
      continue
    }
    if (opening && !/\w/.test(value[at - opening.whole.length - 1] ?? '')) {
      edits.push({
        start: at - opening.whole.length,
        end,
        value: `<${opening.name}${opening.attributes.trimEnd().replace(/&quot;|&#82\d\d;|”/g, '"')}>`,
      })
      continue
    }
    const found = rest.exec(value.slice(Math.max(least, at - 14), at))
    if (!found) continue
    const name = (found[2] ?? '').toLowerCase()
    const place = {
      start: at - found[0].length,
      at,
      end,
      name,
      slash: found[1] === '/',
      spaced: found[3] === ' ',
    }
    if (followsLessThan(value, place.start) || !isTag(value, place, table)) continue
    edits.push({start: place.start, end, value: opens(value, place) ? `<${name}>` : `</${name}>`})
  }
  return edits
}

const followsLessThan = (value: string, start: number): boolean =>
  lessThan.test(value.slice(Math.max(0, start - 12), start))

/** Whether the name before a bracket is the remnant of a tag, rather than a word or quantity. */
function isTag(value: string, {start, end, name, slash, spaced}: Place, table: boolean): boolean {
  const before = value[start - 1] ?? '\n'
  const after = value.slice(end, end + 4)
  // No word ends like Word’s paragraph mark.
  if (slash || name === 'o:p') return true
  const glued = /[\p{L}\p{N}]/u.test(before)
  const ends = /^\s*(?:$|[|<\n])/.test(after)
  if (headings.has(name))
    return (
      !glued ||
      /\p{L}/u.test(before) ||
      ends ||
      /^\s?["“„«]?[\p{Lu}\p{Lo}]/u.test(after) ||
      isOpen(value, start, name)
    )
  if (glued) {
    // `with>`: a word may end like a name. Names of cells and rows are plausible if there are tables.
    if (name === 'td' || name === 'tr' || name === 'tbody')
      return table || /^\s*(?:$|[|<\n\p{Lu}])/u.test(after)
    if (!ends) return inlineElements.has(name) && isOpen(value, start, name) && !/[a-z]/i.test(before)
    // Letters of another script cannot begin a name.
    if (name.length > 1 && /[^a-z0-9]/i.test(before)) return true
    if (name === 'li' && /<\/?li\s?>/i.test(value)) return true
    return (name === 'li' || inlineElements.has(name) || name === 'p') && isOpen(value, start, name)
  }
  if (inlineElements.has(name) && !/\s/.test(before) && isOpen(value, start, name)) return true
  if (name.length > 1) return true
  if (atStart(value, start) && /^[ ]*(?:[\r\n]|$)/.test(after)) return true
  if (atStart(value, start)) return /^[^\s\d=]/.test(after) && !spaced && !/^\p{Ll}(?:\P{L}|$)/u.test(after)
  if (/[.!?:”"]/.test(before)) return ends || /^\s?[“"]?\p{Lu}/u.test(after)
  return ends || (!spaced && /^\s+[“"]?\p{Lu}\p{Ll}/u.test(after))
}

/** Whether an element with this name was opened on the line and not closed. */
function isOpen(value: string, at: number, name: string): boolean {
  const line = value.slice(Math.max(value.lastIndexOf('\n', at - 1), at - 4000) + 1, at)
  const opened = headings.has(name)
    ? line.lastIndexOf(`<${name}`)
    : Math.max(line.lastIndexOf(`<${name}>`), line.lastIndexOf(`<${name} `))
  return opened >= 0 && opened > line.lastIndexOf(`</${name}>`)
}

function atStart(value: string, start: number): boolean {
  return /(?:^|\n|>)[ \t]*$/.test(value.slice(Math.max(0, start - 3), start))
}

/**
 * Whether a remnant without a slash was a start tag: a container precedes one of its children; a text element begins a
 * line or follows another tag, before text.
 */
function opens(value: string, {start, end, name, slash}: Place): boolean {
  if (slash) return false
  const after = value.slice(end, end + 24)
  if (name === 'ul' || name === 'ol') return /^\s*<?\/?li\b/.test(after) && !/^\s*<?\//.test(after)
  if (tableElements.has(name) && !textElements.has(name))
    return /^\s*<?(?:caption|thead|tbody|tr|td|th)\b/.test(after)
  return atStart(value, start) && /^\s*[^\s<]/.test(after) && !nextRest.test(after)
}
