/** The data that a page carries for its own programs: JSON in scripts, and what scripts set at the start. */

import {surveyOf} from '../../repair/text/markup/survey.ts'
import type {SourceRange, TracedText} from '../../trace/traced-text.ts'
import {slice} from '../../trace/traced-text.ts'
import {unescaped} from '../json/unescape.ts'

/** Maximum number of scripts that are examined: more than real pages have, to bound the work. */
const MAX_SCRIPTS = 200
/** Minimum length of data that may hold an article, in characters. */
const MIN_LENGTH = 500

/** `window.__STATE__ = {`, `self["app"] = {`, `JSON.parse("`: where data begins, and what it is. */
const ASSIGNED = /[\w$\])]\s{0,5}=\s{0,5}(?=[{[])|JSON\.parse\(\s{0,5}(?=["'])/g

/** `window.__NUXT__=(function(a,b){return {…}}("…"))`: a state that a function makes of its arguments, so that a text said twice is sent once. */
const MADE = /[\w$\])]\s{0,5}=\s{0,5}\(function\s{0,5}\(/

/** Documents of JSON in the scripts of a page, in order, each traced to the source. */
export function* dataIn(text: TracedText): Generator<TracedText> {
  const {value} = text
  let scripts = 0
  for (const {start, end} of surveyOf(text).raw) {
    if (end - start < MIN_LENGTH || scripts++ >= MAX_SCRIPTS || !isScript(value, start)) continue
    const content = value.slice(start, end)
    const [first = ''] = content.trimStart()
    if (first === '{' || first === '[') {
      yield slice(text, start, end)
      continue
    }
    yield* assignedIn(text, start, end)
    if (MADE.test(content.slice(0, 500))) yield* stringsIn(text, start, end)
  }
}

/** Long strings of a program, each with its quotes, which is a document of JSON: what a function makes of them is not known. */
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
    // What does not end here is cut, or no data.
    if (!range) return
    from = range.end
    if (range.end - range.start < MIN_LENGTH) continue
    yield quote === undefined ? slice(text, range.start, range.end) : unescaped(text, range)
  }
}

/** Whether raw content that begins here is that of a script. */
const isScript = (value: string, at: number): boolean =>
  /<script[^<>]{0,2000}>$/i.test(value.slice(Math.max(0, at - 2100), at))

/** The content of a string from its first quote on, without quotes; undefined where it does not end. */
function stringAt(value: string, from: number, end: number): SourceRange | undefined {
  const close = endOfString(value, from, end)
  return close < end ? {start: from + 1, end: close} : undefined
}

/** Where the quote stands that ends the string that begins here; `end` where none does. */
function endOfString(value: string, from: number, end: number): number {
  let at = from + 1
  while (at < end && value[at] !== value[from]) at += value[at] === '\\' ? 2 : 1
  return Math.min(at, end)
}

/** An object or array from its first character to its last; undefined where it does not end. */
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
