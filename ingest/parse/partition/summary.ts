/** What happened to the words of a source, in numbers. */
import type {FindingCode} from '../../../schemas/findings.ts'
import type {Interval} from '../types.ts'
import {listWords} from './words.ts'

/** Word counts of a partition. */
export interface Summary {
  /** Number of words of the article that are unchanged in the source. */
  kept: number
  /** Number of words of the article that were replaced at least in part. */
  changed: number
  /** Number of words of the source that are not in the article, among the text that a reader would have seen. */
  removed: number
  /** Removals by code, most words first: number of findings and of words. */
  reasons: {code: FindingCode; findings: number; words: number}[]
}

/** Codes that remove nothing visible: that text does not count as words of the source. */
const UNSEEN: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'active-content-removed',
  'invisible-dropped',
  'script-dropped',
  'shortcode-dropped',
  'style-dropped',
])

/** Markup that separates words; inline markup may be inside one. */
const PARTS = /[\s|]|<(?!\/?(?:a|abbr|b|code|em|i|mark|s|small|span|strong|su[bp]|u|wbr)[\s/>])/i

/** Count the words of a partition. */
export function summarize(partition: readonly Interval[], source: string): Summary {
  const summary: Summary = {kept: 0, changed: 0, removed: 0, reasons: []}
  const reasons = new Map<FindingCode, {findings: Set<string>; words: number}>()
  let text = ''
  /** Ends of the parts of `text`, and whether each was changed: a word may span several. */
  let parts: {end: number; changed: boolean}[] = []
  let block: string | undefined
  const count = (): void => {
    let index = 0
    for (const {start, end} of placesOf(text)) {
      while ((parts[index]?.end ?? Number.POSITIVE_INFINITY) <= start) index++
      let changed = parts[index]?.changed ?? false
      for (let next = index; (parts[next]?.end ?? Number.POSITIVE_INFINITY) < end; next++)
        changed ||= parts[next + 1]?.changed ?? false
      summary[changed ? 'changed' : 'kept']++
    }
    text = ''
    parts = []
  }
  for (const interval of partition) {
    if (interval.kind === 'kept' || interval.kind === 'changed') {
      if (interval.blockKey !== block) count()
      block = interval.blockKey
      text += interval.kind === 'kept' ? source.slice(interval.start, interval.end) : interval.after
      parts.push({end: text.length, changed: interval.kind === 'changed'})
    } else if (interval.kind === 'markup') {
      if (PARTS.test(source.slice(interval.start, interval.end))) count()
    } else if (interval.kind === 'removed' && !UNSEEN.has(interval.code)) {
      const words = listWords(source.slice(interval.start, interval.end)).length
      const reason = reasons.get(interval.code) ?? {findings: new Set(), words: 0}
      reason.findings.add(interval.finding)
      reason.words += words
      summary.removed += words
      reasons.set(interval.code, reason)
    }
  }
  count()
  summary.reasons = [...reasons]
    .map(([code, {findings, words}]) => ({code, findings: findings.size, words}))
    .toSorted((a, b) => b.words - a.words)
  return summary
}

function placesOf(text: string): {start: number; end: number}[] {
  let at = 0
  return listWords(text).map((word) => {
    const start = text.indexOf(word, at)
    at = start + word.length
    return {start, end: at}
  })
}
