/** Markup ranges of a source: the tags that the parser reads, mapped from repaired text to the source. */
import {surveyOf} from '../repair/text/markup/survey.ts'
import {tagEnd} from '../trace/align.ts'
import type {SourceRange, TracedText} from '../trace/traced-text.ts'
import {sourceRange} from '../trace/traced-text.ts'

/** Elements with raw content, in which tags are text (WHATWG HTML, 13.1.2). */
const RAW = /^<(script|style)(?=[\s/>])/i

/** List the ranges of tags, comments and declarations in the source, in order, joined where they touch. */
export function markupOf(repaired: TracedText): SourceRange[] {
  const {value} = repaired
  const ranges: SourceRange[] = []
  const survey = surveyOf(repaired)
  if (survey.isSound && repaired.origin.length === 1) {
    // Nothing was repaired, and the survey finds the same markup as the parser.
    for (const {start, end} of survey.markup) add(ranges, sourceRange(repaired, start, end))
    return ranges
  }
  for (let at = value.indexOf('<'); at >= 0; at = value.indexOf('<', at)) {
    const end = tagEnd(value, at, value.length)
    if (end === 0) {
      at++
      continue
    }
    add(ranges, sourceRange(repaired, at, end))
    const name = RAW.exec(value.slice(at, at + 12))?.[1]
    at = name ? rawEnd(value, name, end) : end
  }
  return ranges
}

function add(ranges: SourceRange[], {start, end}: SourceRange): void {
  if (start === end) return
  const last = ranges.at(-1)
  if (last && start <= last.end) last.end = Math.max(last.end, end)
  else ranges.push({start, end})
}

/** Find the end tag of a raw element; without one, the end of the text, since no tag follows. */
function rawEnd(value: string, name: string, from: number): number {
  endTag.lastIndex = from
  for (let match = endTag.exec(value); match; match = endTag.exec(value))
    if (match[1]?.toLowerCase() === name) return match.index
  return value.length
}

const endTag = /<\/([a-z]{1,20})(?=[\s/>])/gi
