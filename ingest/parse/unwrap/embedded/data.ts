/** Data of a page for its own scripts: JSON in scripts, and values that scripts assign. */

import {surveyOf} from '../../repair/text/markup/survey.ts'
import type {SourceRange, TracedText} from '../../trace/traced-text.ts'
import {join, slice} from '../../trace/traced-text.ts'
import {unescaped} from '../json/unescape.ts'

/** Maximum number of scripts that are examined: more than real pages have, to bound the work. */
const MAX_SCRIPTS = 200
/** Minimum length of data that may hold an article, in characters. */
const MIN_LENGTH = 150

/** `window.__STATE__ = {`, `self["app"] = {`, `JSON.parse("`: the start of data. */
const ASSIGNED = /[\w$\])]\s{0,5}=\s{0,5}(?=[{[])|JSON\.parse\(\s{0,5}(?=["'])/g

/** `window.__NUXT__=(function(a,b){return {…}}("…"))`: a state that a function builds from its arguments, so that a repeated text is sent only once. */
const MADE = /[\w$\])]\s{0,5}=\s{0,5}\(function\s{0,5}\(/

/** Documents of JSON in the scripts of a page, in order, each traced to the source. */
export function* dataIn(text: TracedText): Generator<TracedText> {
  const {value} = text
  let scripts = 0
  let isFlightRead = false
  for (const {start, end} of surveyOf(text).raw) {
    if (end - start < MIN_LENGTH || scripts++ >= MAX_SCRIPTS || !isScript(value, start)) continue
    const content = value.slice(start, end)
    const [first = ''] = content.trimStart()
    if (first === '{' || first === '[') {
      yield slice(text, start, end)
      continue
    }
    if (FLIGHT.test(content.slice(0, 200))) {
      if (!isFlightRead) yield* flightIn(text)
      isFlightRead = true
      continue
    }
    yield* assignedIn(text, start, end)
    if (MADE.test(content.slice(0, 500))) yield* stringsIn(text, start, end)
  }
}

/** `self.__next_f.push([1,"…"])`: pieces of the rows that React sends to the browser, each with an id before its JSON. */
const FLIGHT = /^\s{0,9}(?:self|window|globalThis)\.__next_f\.push\(\[1,\s{0,3}"/

/** The JSON in these rows; a row may begin in one script and end in another. */
function* flightIn(text: TracedText): Generator<TracedText> {
  const {value} = text
  const pieces = surveyOf(text).raw.flatMap(({start, end}) => {
    const head = isScript(value, start)
      ? FLIGHT.exec(value.slice(start, Math.min(end, start + 200)))?.[0]
      : undefined
    const string = head && stringAt(value, start + head.length - 1, end)
    return string ? [unescaped(text, string)] : []
  })
  const rows = join(pieces)
  for (const {0: id, index} of rows.value.matchAll(/^[\da-f]{1,6}:(?=[[{])/gm)) {
    const ending = rows.value.indexOf('\n', index)
    const end = ending < 0 ? rows.value.length : ending
    if (end - index > MIN_LENGTH) yield slice(rows, index + id.length, end)
  }
}

/** Long strings of a script, with their quotes, so that each is a JSON document. How the script uses them is unknown. */
function* stringsIn(text: TracedText, start: number, end: number): Generator<TracedText> {
  const {value} = text
  for (let at = value.indexOf('"', start); at >= 0 && at < end; at = value.indexOf('"', at + 1)) {
    const close = endOfString(value, at, end)
    if (close >= end) return
    if (close - at > MIN_LENGTH) yield slice(text, at, close + 1)
    at = close
  }
}

/** Values that a script sets, or reads from a string. Each character is read once: an assignment inside a value is not searched for. */
function* assignedIn(text: TracedText, start: number, end: number): Generator<TracedText> {
  const {value} = text
  let from = start
  for (const match of value.slice(start, end).matchAll(ASSIGNED)) {
    const at = start + match.index + match[0].length
    if (at < from) continue
    const quote = value[at] === '"' || value[at] === "'" ? value[at] : undefined
    const range = quote === undefined ? valueAt(value, at, end) : stringAt(value, at, end)
    // A value without an end is cut off, or not data.
    if (!range) return
    from = range.end
    if (range.end - range.start < MIN_LENGTH) continue
    yield quote === undefined ? slice(text, range.start, range.end) : unescaped(text, range)
  }
}

/** Whether an offset is the start of a script's content. */
const isScript = (value: string, at: number): boolean =>
  /<script[^<>]{0,2000}>$/i.test(value.slice(Math.max(0, at - 2100), at))

/** The content of the string whose first quote is at `from`, without quotes; undefined if it does not end. */
function stringAt(value: string, from: number, end: number): SourceRange | undefined {
  const close = endOfString(value, from, end)
  return close < end ? {start: from + 1, end: close} : undefined
}

/** Find the quote that ends the string whose first quote is at `from`; `end` if there is none. */
function endOfString(value: string, from: number, end: number): number {
  let at = from + 1
  while (at < end && value[at] !== value[from]) at += value[at] === '\\' ? 2 : 1
  return Math.min(at, end)
}

/** The range of the object or array that begins here; undefined if it does not end. */
function valueAt(value: string, from: number, end: number): SourceRange | undefined {
  let depth = 0
  for (let at = from; at < end; at++) {
    const character = value[at]
    if (character === '"') at = endOfString(value, at, end)
    else if (character === '{' || character === '[') depth++
    else if ((character === '}' || character === ']') && --depth === 0) return {start: from, end: at + 1}
  }
  return undefined
}
