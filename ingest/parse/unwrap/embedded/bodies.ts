/** The text of an article among the strings of a JSON document. */
import type {TracedText} from '../../trace/traced-text.ts'
import {bodyKeys, nameOf} from '../json/keys.ts'
import {type JsonString, jsonStrings} from '../json/tree.ts'
import {unescaped} from '../json/unescape.ts'

export interface Body {
  /** One string, or the strings of a list, in order. */
  parts: TracedText[]
  strings: JsonString[]
  /** Characters of text. */
  length: number
}

/** Keys of summaries come last in the table, and hold no article. */
const named = bodyKeys.slice(0, -1)
const paragraphs = /<p[\s>]|\\u003cp[\s>\\]/gi
/** A string that is an article by its tags, whatever its key. */
const FEWEST_PARAGRAPHS = 3
/** Parts longer than this on average are articles of their own. */
const LONGEST_PART = 1500
const tag = /<[^<>]{1,2000}>/g

/** The longest; undefined where there is none, or where several articles are alike. */
export function longestBody(document: TracedText): Body | undefined {
  const strings = jsonStrings(document.value)
  let best: Body | undefined
  for (const group of Map.groupBy(strings, ({path}) => path.join('\n')).values()) {
    const fitting = group.filter((one) => isBody(one, document.value))
    const parts = fitting.map((one) => unescaped(document, one))
    const lengths = parts.map(({value}) => value.replace(tag, ' ').replace(/\s+/g, ' ').trim().length)
    const length = lengths.reduce((sum, each) => sum + each, 0)
    if (parts.length > 1 && length > LONGEST_PART * parts.length) continue
    if (!best || length > best.length) best = {parts, strings: fitting, length}
  }
  return best
}

function isBody(string: JsonString, value: string): boolean {
  const key = nameOf(string)
  if (named.some((keys) => keys.test(key)))
    return /\S\s\S|[\u3040-\u9fff]/.test(value.slice(string.start, string.start + 400))
  return (value.slice(string.start, string.end).match(paragraphs)?.length ?? 0) >= FEWEST_PARAGRAPHS
}
