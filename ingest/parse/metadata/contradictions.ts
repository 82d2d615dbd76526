/** Contradictions between sources, and times without a zone. */
import type {Repair} from '../findings/report.ts'
import {extentOf} from '../trace/extent.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import type {Metadata} from '../types.ts'
import type {Candidate} from './candidates/candidate.ts'
import type {Candidates} from './candidates/index.ts'
import {hasZone, inUtc} from './dates/index.ts'
import {similarityOf} from './title.ts'
import {sources} from './trust.ts'

/** Report the contradictions between sources, and times without a zone. */
export function contradictions(metadata: Metadata, candidates: Candidates): Repair[] {
  const {title, byline, publishedAt, language} = metadata
  return [
    ...compare('title', title, candidates.title, (a, b) => similarityOf(a, b) > 0),
    ...compare(
      'byline',
      byline,
      candidates.authors.map((candidate) => ({...candidate, value: candidate.value.byline})),
      (a, b) => similarityOf(a, b) > 0,
    ),
    ...compare('date of publication', publishedAt, candidates.publishedAt, isSameDay),
    ...compare('language', language, candidates.language, (a, b) => a.split('-')[0] === b.split('-')[0]),
    ...openZones(metadata, candidates),
  ]
}

/** Report all sources that disagree with the trusted one, as one repair. */
function compare(
  name: string,
  believed: string | undefined,
  said: readonly Candidate<string>[],
  agree: (a: string, b: string) => boolean,
): Repair[] {
  if (believed === undefined) return []
  const seen = new Set<string>()
  const others = said.filter(({source, value}) => {
    if (agree(believed, value) || seen.has(source)) return false
    seen.add(source)
    return true
  })
  if (others.length === 0) return []
  const from = said.find(({value}) => value === believed)
  const list = others.map(({source, value}) => `“${short(value)}” according to ${sources[source]}`).join(', ')
  return [
    {
      code: 'metadata-contradicts',
      message: `The ${name} is “${short(believed)}” according to ${from ? sources[from.source] : 'the page'}, but ${list}. The first was used.`,
      ranges: [from, ...others].flatMap((candidate) => placeOf(candidate)),
      before: short(others[0]?.value ?? ''),
      after: short(believed),
    },
  ]
}

/** Whether two dates are at most a day and a half apart: one moment is two days in two zones. */
const isSameDay = (a: string, b: string): boolean =>
  Math.abs(Date.parse(inUtc(a)) - Date.parse(inUtc(b))) <= 36 * 3_600_000

function openZones({publishedAt, modifiedAt}: Metadata, candidates: Candidates): Repair[] {
  const open = [
    {name: 'publication', value: publishedAt, said: candidates.publishedAt},
    {name: 'the last change', value: modifiedAt, said: candidates.modifiedAt},
  ].filter(({value}) => value?.includes('T') && !hasZone(value))
  return open.map(({name, value, said}) => ({
    code: 'date-without-zone',
    message: `The time of ${name}, ${value?.replace('T', ' ')}, has no time zone. It is kept as UTC.`,
    ranges: placeOf(said.find((candidate) => candidate.value === value)),
  }))
}

function placeOf(candidate: Candidate<unknown> | undefined): SourceRange[] {
  const place = candidate?.place ?? (candidate?.element && extentOf(candidate.element))
  return place ? [place] : []
}

const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)
