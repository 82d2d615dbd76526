/** Fields that the page does not declare: lines of the page that look like them, and the day in its address. */
import type {Repair} from '../findings/report.ts'
import {extentOf} from '../trace/extent.ts'
import type {Metadata} from '../types.ts'
import type {Candidate} from './candidates/candidate.ts'
import type {Candidates} from './candidates/index.ts'
import {type Source, sources} from './trust.ts'

/** Sources of which the page does not say that they are about the article. */
const GUESSED: ReadonlySet<Source> = new Set<Source>(['address', 'byline', 'shown'])

/** Report each field whose trusted source is a guess. */
export function guesses({byline, publishedAt}: Metadata, candidates: Candidates): Repair[] {
  return [
    ...guess(
      'byline',
      byline,
      candidates.authors.map((one) => ({...one, value: one.value.byline})),
    ),
    ...guess('date of publication', publishedAt, candidates.publishedAt),
  ]
}

function guess(name: string, value: string | undefined, said: readonly Candidate<string>[]): Repair[] {
  const from = value === undefined ? undefined : said.find((candidate) => candidate.value === value)
  if (!from || !GUESSED.has(from.source) || said.some((one) => !GUESSED.has(one.source))) return []
  const range = from.place ?? (from.element && extentOf(from.element))
  return [
    {
      code: 'metadata-guessed',
      message: `The ${name}, “${value}”, comes from ${sources[from.source]}; the page declares none. Compare it with the page.`,
      ranges: range ? [range] : [],
    },
  ]
}
