import type {TracedText} from '../../../trace/traced-text.ts'
import {surveyOf} from './survey.ts'

const names = new Set(['code', 'pre', 'kbd', 'samp', 'tt'])

/** Create a test for offsets inside elements that hold code, to be called with increasing offsets. */
export function codeFinder(text: TracedText): (at: number) => boolean {
  if (!/<(?:code|pre|kbd|samp|tt)\b/i.test(text.value)) return () => false
  const list: {start: number; end: number}[] = []
  let open: {name: string; end: number} | undefined
  for (const tag of surveyOf(text).tags) {
    if (!open && !tag.closing && names.has(tag.name)) open = tag
    else if (open && tag.closing && tag.name === open.name) {
      list.push({start: open.end, end: tag.start})
      open = undefined
    }
  }
  let next = 0
  return (at) => {
    while (next < list.length && (list[next]?.end ?? 0) <= at) next++
    return (list[next]?.start ?? Number.POSITIVE_INFINITY) <= at
  }
}
