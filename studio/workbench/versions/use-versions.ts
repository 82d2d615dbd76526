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
import {type Change, changesOf, takeTheirs} from './changes.ts'
import {type FieldChange, type Fields, fieldChangesOf, withField} from './fields.ts'

export interface Versions {
  changes: readonly Change[]
  fields: readonly FieldChange[]
  /** Takes the newer text at these places, or keeps what is there; either way they are decided. */
  decide: (
    chosen: {changes?: readonly Change[]; fields?: readonly FieldChange[]},
    choice: 'theirs' | 'mine',
  ) => Promise<void>
}

const NO_BLOCKS: readonly Block[] = []

interface Version extends Fields {
  body?: readonly Block[]
}

/** What a newer scrape changed, live, and the editor's choice. */
export function useVersions(articleId: string, review: Review | null): Versions {
  const client = useClient({apiVersion: API_VERSION})
  const user = useCurrentUser()
  const {draft, published} = useEditState(articleId, 'article')
  const {push} = useToast()
  const by = user?.id ?? 'unknown'
  const article = draft ?? published
  const current = (article?.body as readonly Block[] | undefined) ?? NO_BLOCKS
  const base = useMemo(() => fieldsOf(review?.base), [review?.base])
  const newer = useMemo(() => fieldsOf(review?.newerBase), [review?.newerBase])
  const changes = useMemo(
    () => (base && newer ? changesOf(base.body ?? NO_BLOCKS, newer.body ?? NO_BLOCKS, current) : []),
    [base, current, newer],
  )
  const fields = useMemo(
    () => (base && newer && article ? fieldChangesOf(base, newer, article) : []),
    [article, base, newer],
  )
  const decide: Versions['decide'] = async (chosen, choice) => {
    if (!article || !base || !newer) return
    let body = current
    let baseBody = base.body ?? NO_BLOCKS
    let baseFields: Version = base
    const taken: Record<string, unknown> = {}
    for (const {field, after, state} of chosen.fields ?? []) {
      if (choice === 'theirs' && state !== 'there') taken[field] = after
      baseFields = withField(baseFields, field, after)
    }
    const misfits: string[] = []
    for (const change of chosen.changes ?? []) {
      if (choice === 'theirs' && change.state !== 'there') {
        const result = takeTheirs(body, change)
        if ('error' in result) {
          misfits.push(result.error)
          continue
        }
        body = result.body
      }
      // What was decided is what the next version is compared with.
      const moved = takeTheirs(baseBody, change)
      if (!('error' in moved)) baseBody = moved.body
    }
    if (misfits.length > 0) push({status: 'warning', title: 'Not taken', description: misfits[0]})
    const isDone =
      changesOf(baseBody, newer.body ?? NO_BLOCKS, body).length === 0 &&
      fieldChangesOf(baseFields, newer, article).length === 0
    const state: Resolution = choice === 'theirs' ? 'applied' : 'kept'
    const open = (review?.findings ?? []).filter(
      (finding) => finding.code === 'source-changed' && isOpen(finding),
    )
    try {
      await changeBody(client, {
        articleId,
        article,
        body,
        fields: taken,
        resolutions: isDone ? Object.fromEntries(open.map(({_key}) => [_key, state])) : {},
        review: {base: JSON.stringify({...baseFields, body: baseBody}), ...(isDone && {newerBase: null})},
        by,
        at: new Date().toISOString(),
      })
      push({
        status: 'success',
        title: choice === 'theirs' ? 'The newer text is in the draft' : 'Your text stays',
      })
    } catch (error) {
      push({status: 'error', title: 'Nothing was changed', description: reasonOf(error)})
    }
  }
  return {changes, fields, decide}
}

/** A version as the review carries it; undefined without one, or with one that cannot be read, which then is not offered. */
function fieldsOf(json: string | undefined): Version | undefined {
  if (json === undefined) return undefined
  try {
    const fields: unknown = JSON.parse(json)
    return typeof fields === 'object' && fields !== null ? (fields as Version) : undefined
  } catch {
    return undefined
  }
}
