import type {Operation} from '../../../schemas/operations/operation.ts'
import type {StoredFinding} from '../findings.ts'

/** A suggestion, which a finding stores as JSON. */
interface StoredSuggestion {
  title: string
  ops: Operation[]
}

/** The suggestion of a finding; undefined if it has none or if its JSON is invalid. */
export function suggestionOf(finding: StoredFinding): StoredSuggestion | undefined {
  try {
    const suggestion: unknown = JSON.parse(finding.suggestion ?? 'null')
    return isSuggestion(suggestion) ? suggestion : undefined
  } catch {
    return undefined
  }
}

function isSuggestion(value: unknown): value is StoredSuggestion {
  return (
    typeof value === 'object' &&
    value !== null &&
    'title' in value &&
    'ops' in value &&
    Array.isArray(value.ops)
  )
}
