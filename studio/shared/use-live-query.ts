import {useEffect, useState} from 'react'
import {type ListenQueryOptions, type ListenQueryParams, useDocumentStore} from 'sanity'
import {messageOf} from './message-of.ts'

/** The state of a query. */
export type LiveResult<Result> =
  | {state: 'loading'}
  | {state: 'failed'; reason: string}
  | {state: 'loaded'; result: Result}

/** The result of a query, loaded again whenever a matching document changes. */
export function useLiveQuery<Result>(
  query: string,
  params: ListenQueryParams,
  options: ListenQueryOptions,
): LiveResult<Result> {
  const {listenQuery} = useDocumentStore()
  const [result, setResult] = useState<LiveResult<Result>>({state: 'loading'})
  useEffect(() => {
    const subscription = listenQuery(query, params, options).subscribe({
      next: (loaded) => setResult({state: 'loaded', result: loaded as Result}),
      error: (error: unknown) => setResult({state: 'failed', reason: messageOf(error)}),
    })
    return () => subscription.unsubscribe()
  }, [listenQuery, query, params, options])
  return result
}
