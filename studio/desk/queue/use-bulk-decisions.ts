import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useClient, useCurrentUser, useSource, validateDocument} from 'sanity'
import type {ReviewStatus} from '../../../schemas/names.ts'
import {decideMany} from '../../review/decisions/decide-many.ts'
import {describeSkipped, type Outcome} from '../../review/decisions/outcome.ts'
import {API_VERSION} from '../../settings.ts'
import {messageOf} from '../../shared/message-of.ts'
import {publishClean} from './publish-clean.ts'

/** Decisions about all selected articles. Each shows how many articles it was recorded for, and why others were skipped. */
export interface BulkDecisions {
  busy: boolean
  assignToMe: () => Promise<void>
  reject: (note: string) => Promise<void>
  publish: () => Promise<void>
}

/**
 * Decides about several articles at once.
 *
 * @param selected ids of reviews
 * @param status the status that the editor saw
 * @param onDone called when a decision has been recorded
 */
export function useBulkDecisions(
  selected: readonly string[],
  status: ReviewStatus,
  onDone: () => void,
): BulkDecisions {
  const client = useClient({apiVersion: API_VERSION})
  const source = useSource()
  const by = useCurrentUser()?.id ?? 'unknown'
  const {push} = useToast()
  const [busy, setBusy] = useState(false)
  const now = () => new Date().toISOString()
  const run = async (verb: string, decide: () => Promise<Outcome>) => {
    setBusy(true)
    try {
      const outcome = await decide()
      const description = describeSkipped(outcome)
      push({status: description ? 'warning' : 'success', title: `${outcome.done} ${verb}`, description})
      onDone()
    } catch (error) {
      push({
        status: 'error',
        title: 'Some decisions could not be recorded',
        description: messageOf(error),
      })
    }
    setBusy(false)
  }
  const isWrong = async (document: Parameters<typeof validateDocument>[0]['document']) => {
    const markers = await validateDocument({document, workspace: source})
    return markers.some(({level}) => level === 'error')
  }
  return {
    busy,
    assignToMe: () =>
      run('assigned to you', () =>
        decideMany(client, selected, status, {decision: 'assigned', by, at: now()}),
      ),
    reject: (note) =>
      run('rejected', () =>
        decideMany(client, selected, status, {decision: 'rejected', by, at: now(), note}),
      ),
    publish: () => run('published', () => publishClean(client, selected, {by, now, isWrong})),
  }
}
