import {useCallback, useEffect, useState} from 'react'
import type {Filters} from './filters.ts'
import type {QueueRow} from './use-queue.ts'

/** The rows that an editor has ticked. */
export interface Selection {
  /** Ids of their reviews. */
  ids: ReadonlySet<string>
  select: (row: QueueRow, selected: boolean) => void
  add: (rows: readonly QueueRow[]) => void
  clear: () => void
}

const NONE: ReadonlySet<string> = new Set()

/** Keeps the selection of the queue, which other filters clear. */
export function useSelection(filters: Filters): Selection {
  const [ids, setIds] = useState(NONE)
  const clear = useCallback(() => setIds(NONE), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other filters show other rows
  useEffect(clear, [clear, filters])
  const add = useCallback(
    (rows: readonly QueueRow[]) => setIds((before) => new Set([...before, ...rows.map(({_id}) => _id)])),
    [],
  )
  const select = useCallback((row: QueueRow, selected: boolean) => {
    setIds((before) => {
      const after = new Set(before)
      if (selected) after.add(row._id)
      else after.delete(row._id)
      return after
    })
  }, [])
  return {ids, select, add, clear}
}
