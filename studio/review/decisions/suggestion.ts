import type {SanityClient} from '@sanity/client'
import type {SanityDocument} from 'sanity'
import {applyOperations} from '../../../schemas/operations/apply.ts'
import type {Operation} from '../../../schemas/operations/operation.ts'
import type {Article} from '../../../schemas/sanity.types.ts'
import type {StoredFinding} from '../findings.ts'
import {changeBody} from './change-body.ts'

/** A suggestion, which a finding stores as JSON. */
interface StoredSuggestion {
  title: string
  ops: Operation[]
}

/** What is needed to apply a suggestion. */
export interface ApplyInput {
  articleId: string
  finding: StoredFinding
  /** The article as the editor sees it: the draft, or what is published. */
  article: SanityDocument
  /** User id. */
  by: string
  /** ISO 8601. */
  at: string
}

/** A suggestion no longer fits the article. The message is for editors. */
export class DoesNotFitError extends Error {}

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

/**
 * Applies a finding's suggestion to the article's draft and records it on the review, in one transaction.
 *
 * @throws DoesNotFitError if the text was changed since; ClientError with status 409 if the draft was changed meanwhile
 */
export async function applySuggestion(
  client: SanityClient,
  {articleId, finding, article, by, at}: ApplyInput,
): Promise<void> {
  const suggestion = suggestionOf(finding)
  if (!suggestion) throw new DoesNotFitError('This finding has no suggestion.')
  const body = (article.body ?? []) as Article['body']
  const applied = applyOperations(body, suggestion.ops)
  if ('error' in applied) throw new DoesNotFitError(applied.error)

  await changeBody(client, {
    articleId,
    article,
    body: applied.body,
    resolutions: {[finding._key]: 'applied'},
    by,
    at,
  })
}
