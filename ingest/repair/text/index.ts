/**
 * Repair of text, before it is parsed: what comes out is HTML in which everything that can be known from the text
 * alone is a real tag.
 */
import type {Report} from '../../findings/report.ts'
import type {TracedText} from '../../trace/traced-text.ts'

export function repairText(source: TracedText, _report: Report): TracedText {
  return source
}
