import {useToast} from '@sanity/ui/toast'
import {useCallback, useMemo} from 'react'
import {useClient, useCurrentUser, useEditState} from 'sanity'
import type {Resolution} from '../../../schemas/names.ts'
import {applyOperations} from '../../../schemas/operations/apply.ts'
import type {Review} from '../../../schemas/sanity.types.ts'
import {API_VERSION} from '../../settings.ts'
import type {StoredFinding} from '../findings.ts'
import {useScrapeText} from '../scrape/use-scrape-text.ts'
import {suggestionOf} from './apply-suggestion.ts'
import {type Block, takeBack, windowOf} from './body-window.ts'
import {changeBody} from './change-body.ts'
import {reasonOf} from './publish-draft.ts'
import {revertFinding} from './revert-finding.ts'
import {changeOf, forgetChange, rememberChange, useUndoVersion} from './undo-store.ts'
import {useResolve} from './use-resolve.ts'

/** What one click on a finding does. */
export interface FindingActions {
  /** Why the finding's suggestion does not fit the article any more; undefined when it does. */
  misfit: (finding: StoredFinding) => string | undefined
  /** Makes the suggested changes, one after the other, those that fit. */
  apply: (findings: readonly StoredFinding[]) => Promise<void>
  /** Why a repair cannot be taken back by a click; undefined when it can. */
  fixed: (finding: StoredFinding) => string | undefined
  /** Restores the source's version. */
  revert: (finding: StoredFinding) => Promise<void>
  /** Records a decision that changes nothing in the article. */
  resolve: (findings: readonly StoredFinding[], state: Resolution) => Promise<void>
  /** Takes a decision back, and what it changed in the article. */
  undo: (finding: StoredFinding) => Promise<void>
  /** Whether `undo` also changes the article back. */
  undoable: (finding: StoredFinding) => boolean
}

const NO_BLOCKS: readonly Block[] = []

export function useFindingActions(articleId: string, review: Review | null): FindingActions {
  const client = useClient({apiVersion: API_VERSION})
  const user = useCurrentUser()
  const {draft, published} = useEditState(articleId, 'article')
  const source = useScrapeText(review?.scrape?._ref)
  const record = useResolve(articleId)
  const version = useUndoVersion()
  const {push} = useToast()
  const by = user?.id ?? 'unknown'
  const article = draft ?? published
  const body = (article?.body as readonly Block[] | undefined) ?? NO_BLOCKS
  const text = source.state === 'loaded' ? source.text : undefined
  const blockSources = review?.blockSources

  const write = useCallback(
    async (next: readonly Block[], resolutions: Record<string, Resolution | null>, title: string) => {
      if (!article) return false
      try {
        await changeBody(client, {
          articleId,
          article,
          body: next,
          resolutions,
          by,
          at: new Date().toISOString(),
        })
        push({status: 'success', title})
        return true
      } catch (error) {
        push({status: 'error', title: 'Nothing was changed', description: reasonOf(error)})
        return false
      }
    },
    [article, articleId, by, client, push],
  )

  return useMemo((): FindingActions => {
    const applied = (from: readonly Block[], finding: StoredFinding) => {
      const suggestion = suggestionOf(finding)
      return suggestion
        ? applyOperations(from, suggestion.ops)
        : {error: 'This finding carries no suggestion.'}
    }
    const reverted = (finding: StoredFinding) =>
      revertFinding({body, finding, source: text, blockSources: blockSources ?? []})
    return {
      misfit: (finding) => {
        const result = applied(body, finding)
        return 'error' in result ? result.error : undefined
      },
      apply: async (findings) => {
        let current = body
        const done: StoredFinding[] = []
        const windows: [string, ReturnType<typeof windowOf>][] = []
        const misfits: string[] = []
        for (const finding of findings) {
          const result = applied(current, finding)
          if ('error' in result) {
            misfits.push(result.error)
            continue
          }
          windows.push([finding._key, windowOf(current, result.body)])
          current = result.body
          done.push(finding)
        }
        if (misfits.length > 0) {
          push({
            status: 'warning',
            title:
              misfits.length === 1
                ? 'A suggestion no longer fits'
                : `${misfits.length} suggestions no longer fit`,
            description: misfits[0],
          })
        }
        if (done.length === 0) return
        const resolutions = Object.fromEntries(done.map(({_key}) => [_key, 'applied' as const]))
        const title = done.length === 1 ? 'Applied' : `${done.length} suggestions applied`
        // Before it is written: a tab that is closed or reloaded meanwhile still knows how to take it back.
        for (const [key, window] of windows) rememberChange(articleId, key, window)
        if (!(await write(current, resolutions, title)))
          for (const [key] of windows) forgetChange(articleId, key)
      },
      fixed: (finding) => {
        const result = reverted(finding)
        return 'error' in result ? result.error : undefined
      },
      revert: async (finding) => {
        const result = reverted(finding)
        if ('error' in result) {
          push({status: 'warning', title: 'Not reverted', description: result.error})
          return
        }
        rememberChange(articleId, finding._key, windowOf(body, result.body))
        if (!(await write(result.body, {[finding._key]: 'reverted'}, 'The source’s version is back')))
          forgetChange(articleId, finding._key)
      },
      resolve: async (findings, state) => {
        await record(
          findings.map(({_key}) => _key),
          state,
        )
      },
      undoable: ({_key}) => version >= 0 && changeOf(articleId, _key) !== undefined,
      undo: async (finding) => {
        const window = changeOf(articleId, finding._key)
        if (!window) {
          await record([finding._key], undefined)
          return
        }
        const back = takeBack(body, window)
        if (!back) {
          push({
            status: 'warning',
            title: 'Not undone',
            description: 'The place was changed since. Correct it by hand.',
          })
          return
        }
        if (await write(back, {[finding._key]: null}, 'Undone')) forgetChange(articleId, finding._key)
      },
    }
  }, [articleId, blockSources, body, push, record, text, version, write])
}
