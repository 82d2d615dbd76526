/** Several articles in one source. */
import type {Report} from '../../findings/report.ts'
import type {SourceRange} from '../../trace/traced-text.ts'

/** Report how many articles a source holds, if there is more than one. */
export function reportEntries(ranges: SourceRange[], report: Report): void {
  if (ranges.length < 2) return
  report({
    code: 'several-entries',
    message: `The source holds ${ranges.length} articles, which were read as one text. Ingest the source to get each as an article of its own.`,
    ranges,
  })
}
