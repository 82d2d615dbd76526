/** The image that a source declares for its article, where its address is relative and nothing says to what. */
import type {Repair} from '../findings/report.ts'
import {extentOf} from '../trace/extent.ts'
import type {Metadata} from '../types.ts'
import type {Candidates} from './candidates/index.ts'

const RELATIVE = /^(?![a-z][a-z\d+.-]*:|\/\/|#)\S/i

/** Report the declared image if the article has none for want of the address of its page. */
export function lostImage({leadImage}: Metadata, candidates: Candidates): Repair[] {
  const lost = leadImage ? undefined : candidates.leadImage.find(({value}) => RELATIVE.test(value.url))
  if (!lost) return []
  const range = lost.place ?? (lost.element && extentOf(lost.element))
  return [
    {
      code: 'image-dropped',
      message:
        'The image that the source declares for the article was left out. Its address is relative, and the address of the page is unknown. Give the address of the page, or add the image.',
      ranges: range ? [range] : [],
      before: lost.value.url.slice(0, 80),
      weight: 'doubtful',
    },
  ]
}
