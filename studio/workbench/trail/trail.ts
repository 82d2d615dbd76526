/** The history of decisions about an article and its findings, from its review. Pure. */
import {findingTitleOf} from '../../../schemas/findings.ts'
import type {Review} from '../../../schemas/sanity.types.ts'
import {DECISION_TITLES, RESOLUTION_TITLES} from '../../../schemas/titles.ts'

/** One decision. */
export interface Entry {
  key: string
  /** ISO 8601. */
  at: string
  /** User id. */
  by: string
  what: string
  /** The reason, or the finding that was decided about. */
  about?: string
  /** User id of the colleague that the article was handed over to. */
  to?: string
}

/** All decisions about an article, the newest first. */
export function trailOf(review: Pick<Review, 'decisions' | 'findings'>): Entry[] {
  const decisions = (review.decisions ?? []).map(
    ({_key, at, by, decision, note, to}): Entry => ({
      key: _key,
      at,
      by,
      what: DECISION_TITLES[decision],
      ...(note ? {about: note} : {}),
      ...(to ? {to} : {}),
    }),
  )
  const resolutions = (review.findings ?? []).flatMap(({_key, code, message, resolution}): Entry[] =>
    resolution
      ? [
          {
            key: `finding-${_key}`,
            at: resolution.at,
            by: resolution.by,
            what: `Finding ${RESOLUTION_TITLES[resolution.state].toLowerCase()}`,
            about: `${findingTitleOf(code)}: ${message}`,
          },
        ]
      : [],
  )
  return [...decisions, ...resolutions].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
