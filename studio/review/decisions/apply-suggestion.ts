import type {SanityClient} from '@sanity/client'
import type {SanityDocument} from 'sanity'
import {applyOperations} from '../../../schemas/operations/apply.ts'
import type {Operation} from '../../../schemas/operations/operation.ts'
import type {Article} from '../../../schemas/sanity.types.ts'
import type {StoredFinding} from '../findings.ts'
import {changeBody} from './change-body.ts'

/** As a finding carries it, in JSON. */
interface StoredSuggestion {
  title: string
  ops: Operation[]
}

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

/** A suggestion that no longer fits the article. The message is for an editor. */
export class DoesNotFitError extends Error {}

/** The finding's suggestion; undefined without one, or with one that cannot be read, which then is not offered. */
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
 * @throws DoesNotFitError when the place was changed since; ClientError with status 409 when the draft changed meanwhile
 */
export async function applySuggestion(
  client: SanityClient,
  {articleId, finding, article, by, at}: ApplyInput,
): Promise<void> {
  const suggestion = suggestionOf(finding)
  if (!suggestion) throw new DoesNotFitError('This finding carries no suggestion.')
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
