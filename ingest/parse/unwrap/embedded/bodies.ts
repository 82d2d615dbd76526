/** The text of an article among the strings of a JSON document. */
import type {TracedText} from '../../trace/traced-text.ts'
import {bodyKeys, nameOf} from '../json/keys.ts'
import {type JsonString, jsonStrings} from '../json/tree.ts'
import {unescaped} from '../json/unescape.ts'

/** Text that is likely an article. */
export interface Body {
  /** One string, or the strings of a list, in order. */
  parts: TracedText[]
  strings: JsonString[]
  /** Length of the text without tags, in characters. */
  length: number
}

/** Keys of article texts: all but the last row of the table, which contains the keys of summaries. */
const named = bodyKeys.slice(0, -1)
const paragraphs = /<p[\s>]|\\u003cp[\s>\\]/gi
/** Minimum number of paragraph tags that make a string an article, whatever its key. */
const MIN_PARAGRAPHS = 3
/** Maximum average length of the strings of one article, in characters; longer ones are separate articles. */
const MAX_AVERAGE_LENGTH = 1500
const tag = /<[^<>]{1,2000}>/g

/** Find the longest text that is likely an article, if any. */
export function longestBody(document: TracedText): Body | undefined {
  const strings = jsonStrings(document.value)
  let best: Body | undefined
  for (const group of Map.groupBy(strings, ({path}) => path.join('\n')).values()) {
    const fitting = group.filter((one) => isBody(one, document.value))
    const parts = fitting.map((one) => unescaped(document, one))
    const lengths = parts.map(({value}) => value.replace(tag, ' ').replace(/\s+/g, ' ').trim().length)
    const length = lengths.reduce((sum, each) => sum + each, 0)
    if (parts.length > 1 && length > MAX_AVERAGE_LENGTH * parts.length) continue
    if (!best || length > best.length) best = {parts, strings: fitting, length}
  }
  return best
}

function isBody(string: JsonString, value: string): boolean {
  const key = nameOf(string)
  if (named.some((keys) => keys.test(key)))
    return /\S\s\S|[\u3040-\u9fff]/.test(value.slice(string.start, string.start + 400))
  return (value.slice(string.start, string.end).match(paragraphs)?.length ?? 0) >= MIN_PARAGRAPHS
}
