/** The data that a page carries for its own programs: JSON in scripts, and what scripts set at the start. */
import type {SourceRange, TracedText} from '../../../../trace/traced-text.ts'
import {slice} from '../../../../trace/traced-text.ts'
import {surveyOf} from '../../markup/survey.ts'
import {jsonStrings} from '../unwrapped/json-strings.ts'
import {unescaped} from '../unwrapped/unescape.ts'

/** More than a page has; a bound on the work. */
const MOST_SCRIPTS = 200
/** Shorter data holds no article. */
const SHORTEST = 500

/** `window.__STATE__ = {`, `self["app"] = {`, `JSON.parse("`: where data begins, and what it is. */
const ASSIGNED = /[\w$\])]\s{0,5}=\s{0,5}(?=[{[])|JSON\.parse\(\s{0,5}(?=["'])/g

/** Documents of JSON in the scripts of a page, in order, each traced to where it stands. */
export function* dataIn(text: TracedText): Generator<TracedText> {
  const {value} = text
  let scripts = 0
  for (const {start, end} of surveyOf(text).raw) {
    if (end - start < SHORTEST || scripts++ >= MOST_SCRIPTS || !isScript(value, start)) continue
    const content = value.slice(start, end)
    const [first = ''] = content.trimStart()
    if (first === '{' || first === '[') {
      yield slice(text, start, end)
      continue
    }
    for (const match of content.matchAll(ASSIGNED)) {
      const from = start + match.index + match[0].length
      const range = valueAt(value, from, end)
      if (!range || range.end - range.start < SHORTEST) continue
      if (value[from] === '"') {
        const [only] = jsonStrings(value.slice(range.start, range.end))
        if (only) yield unescaped(slice(text, range.start, range.end), only)
      } else yield slice(text, range.start, range.end)
    }
  }
}

/** Whether raw content that begins here is that of a script. */
const isScript = (value: string, at: number): boolean =>
  /<script[^<>]{0,2000}>$/i.test(value.slice(Math.max(0, at - 2100), at))

/** A JSON value from its first character to its last; undefined where it does not end. */
function valueAt(value: string, from: number, end: number): SourceRange | undefined {
  let depth = 0
  for (let at = from; at < end; at++) {
    const character = value[at]
    if (character === '"') {
      at++
      while (at < end && value[at] !== '"') at += value[at] === '\\' ? 2 : 1
      if (depth === 0) return {start: from, end: at + 1}
    } else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') {
      depth--
      if (depth === 0) return {start: from, end: at + 1}
    }
  }
  return undefined
}
