import {evaluate, GroqSyntaxError, parse} from 'groq-js'
import {bundleOf, isPublicId} from '../documents/ids.ts'
import {queryParseError} from '../errors.ts'
import type {DocumentStore} from '../store/documents.ts'
import type {QueryRequest} from '../types.ts'

export async function runQuery(documents: DocumentStore, request: QueryRequest, now: Date): Promise<unknown> {
  const {dataset, query, params = {}} = request
  let tree: ReturnType<typeof parse>
  try {
    tree = parse(query, {params})
  } catch (error) {
    if (error instanceof GroqSyntaxError)
      throw queryParseError(query, error.message, error.position, query.length)
    throw error
  }
  const all = [...documents.all(dataset)].filter(
    ({_id}) =>
      (request.access.kind !== 'anonymous' || isPublicId(_id)) &&
      (request.perspective !== 'published' || bundleOf(_id) === 'published'),
  )
  const value = await evaluate(tree, {
    dataset: all,
    params,
    timestamp: now,
    identity: request.identity ?? request.access.kind,
  })
  return await value.get()
}
