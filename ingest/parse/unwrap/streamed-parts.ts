/**
 * Put late parts of a page in their places. React streams a page with templates as placeholders, then the parts in hidden elements at its end,
 * and a script moves each part to its template. No script runs here, so the parts are moved here, and placeholders such as “Loading” are removed.
 *
 * The marks are those of React's server renderer: `B:n` and `P:n` are the places of the part `S:n`, and a boundary goes to its `/$` comment.
 *
 * @example
 *   in: <!doctype html><main><h1>Rain</h1><!--$?--><template id="B:0"></template><p>Loading</p><!--/$--></main><div hidden id="S:0"><p>It fell for a day.</p></div><script>$RC("B:0","S:0")</script>
 *   out: <!doctype html><main><h1>Rain</h1><!--$?--><p>It fell for a day.</p><!--/$--></main><script>$RC("B:0","S:0")</script>
 * @example
 *   in: <!doctype html><!--$?--><template id="B:0"></template><!--/$--><div hidden id="S:0"><p>One.</p><template id="P:1"></template></div><div hidden id="S:1"><p>Two.</p></div>
 *   out: <!doctype html><!--$?--><p>One.</p><p>Two.</p><!--/$-->
 * @example
 *   in: <!doctype html><p>One.</p><div hidden id="S:0"><p>Two.</p></div>
 *   out: <!doctype html><p>One.</p><div hidden id="S:0"><p>Two.</p></div>
 */

import {isPage} from '../repair/text/markup/outside.ts'
import {surveyOf} from '../repair/text/markup/survey.ts'
import type {SourceRange, TracedText} from '../trace/traced-text.ts'
import {join, slice, sourceRange} from '../trace/traced-text.ts'
import type {Unwrapper} from './unwrapper.ts'

const ANY = /<div hidden(?:="")? id="[^"<>]{0,40}S:[0-9a-f]{1,8}">/
const PART = /^<div hidden(?:="")? id="([^"<>]{0,40}S:[0-9a-f]{1,8})">$/
const PLACE = /^<template id="([^"<>]{0,40}[BP]:[0-9a-f]{1,8})">$/
/** Begins and ends a boundary; the sign after the first gives its state. */
const BOUNDARY = /<!--(\/?)\$[?!~]?-->/g
/** Maximum number of templates: more than real pages have, to bound the work. */
const MAX_TEMPLATES = 300
/** Maximum length of the tags above, in characters. */
const MAX_TAG_LENGTH = 80

/** An element with its content. */
interface Part extends SourceRange {
  content: SourceRange
}

/** The place of a part, with its placeholder. */
interface Place extends SourceRange {
  part: Part
}

export const streamedParts: Unwrapper = (text, report) => {
  const {value} = text
  if (!isPage(value) || !ANY.test(value)) return undefined
  const places = placesIn(text)
  const whole = {start: 0, end: value.length}
  const placed = reachable(whole, places)
  if (placed.size === 0) return undefined
  report({
    code: 'streamed-part-placed',
    message:
      'Content that the page delivers late was put where a script would put it. Its placeholders were left out.',
    ranges: [...placed].map(({start, end}) => sourceRange(text, start, end)),
  })
  return {html: join(pieces(text, whole, placed))}
}

/** Places whose part is in the page, in order. */
function placesIn(text: TracedText): Place[] {
  const {value} = text
  const parts = new Map<string, Part>()
  const templates: {name: string; start: number; end: number}[] = []
  /** Open `div` elements: which of them is a part. */
  const open: {name: string | undefined; start: number; end: number}[] = []
  for (const {name, start, end, closing, selfClosing} of surveyOf(text).tags) {
    const tag = end - start > MAX_TAG_LENGTH ? '' : value.slice(start, end)
    if (name === 'template' && !closing) {
      const id = PLACE.exec(tag)?.[1]
      const close = '</template>'
      if (id && templates.length < MAX_TEMPLATES && value.startsWith(close, end))
        templates.push({name: id, start, end: end + close.length})
    } else if (name === 'div' && !closing && !selfClosing) open.push({name: PART.exec(tag)?.[1], start, end})
    else if (name === 'div' && closing) {
      const begun = open.pop()
      if (begun?.name !== undefined && !parts.has(begun.name))
        parts.set(begun.name, {start: begun.start, end, content: {start: begun.end, end: start}})
    }
  }
  const ends = endsOfBoundaries(
    value,
    templates.map(({end}) => end),
  )
  const taken = new Set<Part>()
  return templates.flatMap(({name, start, end}, index) => {
    const part = parts.get(name.replace(/[BP]:(?=[0-9a-f]+$)/, 'S:'))
    if (!part || taken.has(part) || (part.start <= start && end <= part.end)) return []
    taken.add(part)
    // A placeholder is only its template; a boundary also contains content to replace.
    return [{part, start, end: /B:[0-9a-f]+$/.test(name) ? (ends[index] ?? end) : end}]
  })
}

/** For each of these offsets, in order, the end of the boundary around it, or the offset itself without one. One walk over the text. */
function endsOfBoundaries(value: string, offsets: readonly number[]): number[] {
  const ends = [...offsets]
  /** Offsets in each open boundary; the first list is for those outside all boundaries. */
  const open: number[][] = [[]]
  let next = 0
  for (const match of value.matchAll(BOUNDARY)) {
    for (; next < offsets.length && (offsets[next] as number) <= match.index; next++) open.at(-1)?.push(next)
    if (!match[1]) open.push([])
    else {
      for (const index of open.pop() ?? []) ends[index] = match.index
      if (open.length === 0) open.push([])
    }
  }
  return ends
}

const isIn = (one: SourceRange, other: SourceRange): boolean =>
  other.start <= one.start && one.end <= other.end

/** Find the places that a reader reaches from the start, through each moved part. Using others would remove their part from the page. */
function reachable(whole: SourceRange, places: readonly Place[]): Set<Place> {
  const found = new Set<Place>()
  const ranges = [whole]
  for (let range = ranges.pop(); range; range = ranges.pop()) {
    let from = range.start
    for (const place of places) {
      if (place.start < from || !isIn(place, range)) continue
      // A place inside a part is reached at the place of that part.
      const around = places.find(({part}) => isIn(place, part) && !(range && isIn(range, part)))
      if (around || found.has(place)) continue
      found.add(place)
      ranges.push(place.part.content)
      from = place.end
    }
  }
  return found
}

/** A range of the text with its parts moved to their places. */
function pieces(text: TracedText, range: SourceRange, placed: ReadonlySet<Place>): TracedText[] {
  const list: TracedText[] = []
  let from = range.start
  const cuts = [...placed]
    .flatMap((place) => [
      {start: place.start, end: place.end, place},
      {start: place.part.start, end: place.part.end, place: undefined},
    ])
    .filter((cut) => isIn(cut, range))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  for (const {start, end, place} of cuts) {
    if (start < from) continue
    list.push(slice(text, from, start))
    if (place) for (const piece of pieces(text, place.part.content, placed)) list.push(piece)
    from = end
  }
  list.push(slice(text, from, range.end))
  return list
}
