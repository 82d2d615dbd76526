/** Report the images and embeds of an article that were left out as decoration. */
import type {Report} from '../findings/report.ts'
import type {Decoration} from '../media/index.ts'
import type {SourceRange} from '../trace/traced-text.ts'

/**
 * Report one finding per reason. Decorations outside the article were removed with their surroundings.
 *
 * @param decorations what was left out
 * @param article range of the article in the source; the whole source if undefined
 * @param removed ranges inside it that were removed whole
 * @param report receives the findings
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
    const isText = all.some((one) => one.isText)
    report({
      code: 'region-removed',
      message: isText
        ? `Words were left out: ${reason}.`
        : `${all.length === 1 ? 'An image or embed was' : `${all.length} images or embeds were`} left out: ${reason}.`,
      ranges,
    })
  }
}

const contains = (outer: SourceRange, inner: SourceRange): boolean =>
  inner.start >= outer.start && inner.end <= outer.end
