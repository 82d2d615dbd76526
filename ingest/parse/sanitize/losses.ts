/** Images and embeds that an article loses for want of an address, reported: an editor may add them. */
import type {Element} from 'hast'
import type {Report} from '../findings/report.ts'
import {isDataImage} from '../media/data-image.ts'
import {extentOf} from '../trace/extent.ts'
import type {SourceRange} from '../trace/traced-text.ts'

/** Collects what is lost. */
export interface Losses {
  /** Note a medium with an address that cannot be kept; a placeholder is no loss. */
  add(element: Element, address: string): void
  /** Report all of it, one finding for each cause. */
  reportTo(report: Report): void
}

const EMBEDS = new Set(['audio', 'embed', 'iframe', 'object', 'video'])

/** Addresses that a station before puts for a medium that has none in the page. */
const UNNAMED = /^about:blank#(?:media|embed)$/
const RELATIVE = /^(?![a-z][a-z\d+.-]*:)[^#\s]/i

type Cause = 'data' | 'relative' | 'unnamed'

/** Why one was lost and what to do, and the same of several. */
const CAUSES: Readonly<Record<Cause, readonly [one: string, several: string]>> = {
  data: [
    'Its bytes are in the page itself, and they are no picture that can be kept: a drawing, a sign, cut off, or larger than 2 MB. Save it from the source and add it.',
    'Their bytes are in the page itself, and they are no pictures that can be kept: drawings, signs, cut off, or larger than 2 MB. Save them from the source and add them.',
  ],
  relative: [
    'Its address is relative, and the address of the page is unknown. Give the address of the page, or add it.',
    'Their addresses are relative, and the address of the page is unknown. Give the address of the page, or add them.',
  ],
  unnamed: [
    'Its publishing system gives no address. Look for it at the source and add it.',
    'Their publishing system gives no addresses. Look for them at the source and add them.',
  ],
}

/** Create a collection of losses. */
export function createLosses(): Losses {
  const found = new Map<string, {isEmbed: boolean; cause: Cause; ranges: SourceRange[]; before: string}>()
  return {
    add(element, address) {
      const isEmbed = EMBEDS.has(element.tagName)
      const cause = causeOf(element, address.trim(), isEmbed)
      if (cause === undefined) return
      const key = `${isEmbed} ${cause}`
      const group = found.get(key) ?? {isEmbed, cause, ranges: [], before: address.slice(0, 80)}
      const extent = extentOf(element)
      if (extent) group.ranges.push(extent)
      found.set(key, group)
    },
    reportTo(report) {
      for (const {isEmbed, cause, ranges, before} of found.values()) {
        const what = isEmbed ? 'embed' : 'image'
        const [one, several] = CAUSES[cause]
        report({
          code: `${what}-dropped`,
          message:
            ranges.length > 1
              ? `${ranges.length} ${what}s were left out. ${several}`
              : `An ${what} was left out. ${one}`,
          ranges,
          before,
          weight: 'doubtful',
        })
      }
    },
  }
}

function causeOf({tagName}: Element, address: string, isEmbed: boolean): Cause | undefined {
  if (UNNAMED.test(address)) return 'unnamed'
  if (tagName === 'source' || address === '') return undefined
  if (!isEmbed && isDataImage(address)) return 'data'
  return RELATIVE.test(address) ? 'relative' : undefined
}
