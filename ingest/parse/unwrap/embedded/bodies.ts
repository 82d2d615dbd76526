/** The text of an article among the values of a JSON document. */
import type {SourceRange, TracedText} from '../../trace/traced-text.ts'
import {type RichValue, readBody, valuesIn} from '../article/bodies.ts'
import {bodyKeys, nameOf, otherTexts} from '../json/keys.ts'
import {type JsonString, readJson} from '../json/tree.ts'
import {hydrated} from './hydrated.ts'

/** Text that is likely an article. */
export interface Body {
  /** One value, or the values of a list, in order. */
  parts: TracedText[]
  /** Places in the document. */
  places: SourceRange[]
  /** Images in it without an address. */
  missing: readonly SourceRange[]
  /** Whether its paragraphs are marked as such, by tags or as rich text. */
  isMarked: boolean
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
/** Ratio of the length of rich text to that of the longest string from which on it is preferred. */
const RICH_RATIO = 0.6
const tag = /<[^<>]{1,2000}>/g

/** Find the longest text that is likely an article, if any. */
export function longestBody(document: TracedText): Body | undefined {
  const root = readJson(document.value)
  if (!root) return undefined
  const {strings, rich} = valuesIn(hydrated(root, document.value) ?? root, document.value)
  const ofArticle = <Value extends {path: string[]}>(values: readonly Value[]): Value[] =>
    values.filter(({path}) => !path.some((key) => otherTexts.test(key)))
  const written = longest(
    document,
    ofArticle(strings).filter((one) => isBody(one, document.value)),
  )
  const found = longest(document, ofArticle(rich))
  const structured = found && {...found, isMarked: true}
  if (!structured || !written) return structured ?? written
  return structured.length > RICH_RATIO * written.length ? structured : written
}

/** Of the values with one path, those with the most text. */
function longest(document: TracedText, values: readonly (JsonString | RichValue)[]): Body | undefined {
  let best: Body | undefined
  for (const group of Map.groupBy(values, ({path}) => path.join('\n')).values()) {
    // Reading costs more than this estimate, and a page's data may hold hundreds of texts.
    if (group.reduce((sum, {node}) => sum + node.end - node.start, 0) <= (best?.length ?? 0)) continue
    const read = group.map(({node}) => readBody(document, node))
    const length = read.reduce((sum, {html}) => sum + lengthOf(html), 0)
    if (read.length > 1 && length > MAX_AVERAGE_LENGTH * read.length) continue
    if (best && length <= best.length) continue
    best = {
      parts: read.map(({html}) => html),
      places: read.flatMap(({used}) => used),
      missing: read.flatMap(({missing}) => missing),
      isMarked: read.some(({html}) => (html.value.match(paragraphs)?.length ?? 0) > 1),
      length,
    }
  }
  return best
}

const lengthOf = ({value}: TracedText): number => value.replace(tag, ' ').replace(/\s+/g, ' ').trim().length

function isBody(string: JsonString, value: string): boolean {
  const key = nameOf(string)
  if (named.some((keys) => keys.test(key)))
    return /\S\s\S|[\u3040-\u9fff]/.test(value.slice(string.start, string.start + 400))
  return (value.slice(string.start, string.end).match(paragraphs)?.length ?? 0) >= MIN_PARAGRAPHS
}
