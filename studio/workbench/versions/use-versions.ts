import {useToast} from '@sanity/ui/toast'
import {useMemo} from 'react'
import {useClient, useCurrentUser, useEditState} from 'sanity'
import type {Resolution} from '../../../schemas/names.ts'
import type {Review} from '../../../schemas/sanity.types.ts'
import type {Block} from '../../review/decisions/body-window.ts'
import {changeBody} from '../../review/decisions/change-body.ts'
import {reasonOf} from '../../review/decisions/publish-draft.ts'
import {isOpen} from '../../review/findings.ts'
import {API_VERSION} from '../../settings.ts'
import {type Change, changesOf} from './changes.ts'
import {type FieldChange, fieldChangesOf} from './fields.ts'
import {type Choice, type Decided, planDecision, type Version} from './plan-decision.ts'

/** What changed at the source, and how to decide about it. */
export interface Versions {
  changes: readonly Change[]
  fields: readonly FieldChange[]
  /** Uses the newer text of these changes, or keeps the text of the article. Both decide about the changes. */
  decide: (decided: Decided, choice: Choice) => Promise<void>
}

const NO_BLOCKS: readonly Block[] = []

/** Compares the article with a newer scrape, live. */
export function useVersions(articleId: string, review: Review | null): Versions {
  const client = useClient({apiVersion: API_VERSION})
  const by = useCurrentUser()?.id ?? 'unknown'
  const {draft, published} = useEditState(articleId, 'article')
  const {push} = useToast()
  const article = draft ?? published
  const body = (article?.body as readonly Block[] | undefined) ?? NO_BLOCKS
  const base = useMemo(() => versionOf(review?.base), [review?.base])
  const newer = useMemo(() => versionOf(review?.newerBase), [review?.newerBase])
  const changes = useMemo(
    () => (base && newer ? changesOf(base.body ?? NO_BLOCKS, newer.body ?? NO_BLOCKS, body) : []),
    [base, body, newer],
  )
  const fields = useMemo(
    () => (base && newer && article ? fieldChangesOf(base, newer, article) : []),
    [article, base, newer],
  )
  const decide: Versions['decide'] = async (decided, choice) => {
    if (!article || !base || !newer) return
    const plan = planDecision({base, newer, article: {...article, body}}, decided, choice)
    if (plan.problems.length > 0)
      push({status: 'warning', title: 'Not changed', description: plan.problems[0]})
    try {
      await changeBody(client, {
        articleId,
        article,
        body: plan.body,
        fields: plan.fields,
        resolutions: plan.isComplete ? resolutionsOf(review, choice) : {},
        review: {base: JSON.stringify(plan.base), ...(plan.isComplete && {newerBase: null})},
        by,
        at: new Date().toISOString(),
      })
      const title = choice === 'theirs' ? 'The draft has the newer text' : 'Your text is kept'
      push({status: 'success', title})
    } catch (error) {
      push({status: 'error', title: 'Nothing was changed', description: reasonOf(error)})
    }
  }
  return {changes, fields, decide}
}

/** Closes the findings about the changed source. */
function resolutionsOf(review: Review | null, choice: Choice): Record<string, Resolution> {
  const state = choice === 'theirs' ? 'applied' : 'kept'
  const open = (review?.findings ?? []).filter(
    (finding) => finding.code === 'source-changed' && isOpen(finding),
  )
  return Object.fromEntries(open.map(({_key}) => [_key, state]))
}

/** A version, which the review stores as JSON; undefined if there is none or the JSON is invalid. */
function versionOf(json: string | undefined): Version | undefined {
  if (json === undefined) return undefined
  try {
    const version: unknown = JSON.parse(json)
    return typeof version === 'object' && version !== null ? (version as Version) : undefined
  } catch {
    return undefined
  }
}
