/** Tells an editor which images and embeds of an article were left out as furniture of the page. */
import type {Report} from '../findings/report.ts'
import type {Decoration} from '../media/index.ts'
import type {SourceRange} from '../trace/traced-text.ts'

/**
 * A finding for each reason. Those outside of the article went with what stands round it.
 *
 * @param article where it stands in the source; all of it where undefined
 * @param removed parts of it that were left out whole
 */
export function reportDecorations(
  decorations: readonly Decoration[],
  article: SourceRange | undefined,
  removed: readonly SourceRange[],
  report: Report,
): void {
  const byReason = Map.groupBy(
    decorations.filter(
      (each) => (!article || contains(article, each)) && !removed.some((part) => contains(part, each)),
    ),
    ({reason}) => reason,
  )
  for (const [reason, all] of byReason) {
    const ranges = all.map(({start, end}) => ({start, end})).toSorted((a, b) => a.start - b.start)
    report({
      code: 'region-removed',
      message: `${all.length === 1 ? 'An image or embed was' : `${all.length} images or embeds were`} left out: ${reason}.`,
      ranges,
    })
  }
}

const contains = (outer: SourceRange, inner: SourceRange): boolean =>
  inner.start >= outer.start && inner.end <= outer.end
