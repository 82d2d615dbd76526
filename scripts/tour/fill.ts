/** Puts outputs between the markers of the tour's page: `<!-- shown: NAME -->`, a code block, `<!-- end -->`. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {shownOf} from './shown.ts'
import {type Stations, walk} from './stations.ts'

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'tour', 'page.html')

/** The walk of the tour's page. */
export const walkPage = (): Stations =>
  walk({
    bytes: readFileSync(PAGE),
    contentType: 'text/html; charset=utf-8',
    url: 'https://quay.example/2026/03/ferry',
    origin: 'page.html',
  })

/**
 * The tour with each of its code blocks as it is now.
 *
 * @throws {Error} for a marker that names nothing, and for an output that no marker shows.
 */
export function fillTour(tour: string): string {
  const shown = new Map(Object.entries(shownOf(walkPage())))
  const filled = tour.replace(/<!-- shown: (\w+) -->[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const output = shown.get(name)
    if (!output) throw new Error(`docs/tour.md shows “${name}” twice, or nothing has that name`)
    shown.delete(name)
    return `<!-- shown: ${name} -->\n\`\`\`${output.language}\n${output.text}\n\`\`\`\n<!-- end -->`
  })
  if (shown.size > 0) throw new Error(`docs/tour.md does not show ${[...shown.keys()].join(', ')}`)
  return filled
}
