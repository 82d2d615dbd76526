/** Whether a page says that its article is not free to read (schema.org: `isAccessibleForFree`). */
import type {Repair} from '../findings/report.ts'
import {extentOf} from '../trace/extent.ts'
import type {Clues} from './clues.ts'

const CLOSED =
  /"isAccessibleForFree"\s{0,9}:\s{0,9}(?:false|"\s{0,3}(?:https?:\/\/schema\.org\/)?false"|0\b)/i

/** Report a page whose data for machines says so: what a scraper got may be cut. */
export function closedAccess({jsonLd, meta}: Clues): Repair[] {
  const script = jsonLd.find(({value}) => CLOSED.test(value))
  const tier = (meta.get('article:content_tier') ?? []).find(({value}) => /^(?:locked|metered)$/i.test(value))
  const element = (script ?? tier)?.element
  if (!element) return []
  const range = extentOf(element)
  return [
    {
      code: 'access-limited',
      message:
        'The page says that the article is not free to read. Compare the end of the text with the original, and fetch it with access if it is cut.',
      ranges: range ? [range] : [],
    },
  ]
}
