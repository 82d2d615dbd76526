import {type ExprNode, evaluate as evaluateLater, evaluateSync, toJS} from 'groq-js'
import type {Database} from '../store/database.ts'
import type {Matcher, MatchOptions, QueryRequest, SanityDocument} from '../types.ts'
import {needsPromises, rewriteFunctions, searchesText, withText} from './functions.ts'
import {createLookups} from './lookup.ts'
import {parseQuery} from './parse.ts'
import {type Perspective, resolvePerspective, type View, viewOf} from './perspective.ts'
import {plan, planWhole} from './plan.ts'
import {documentReader} from './reader.ts'
import {mapChildren} from './tree.ts'

interface Circumstances {
  now: Date
  identity: string
}

/**
 * The result of a GROQ query. It is evaluated without interruption, so it reads one state of the dataset.
 *
 * @throws LakeError for a query or perspective that is not valid.
 */
export async function runQuery(database: Database, request: QueryRequest, now: Date): Promise<unknown> {
  const {dataset, query, params = {}, access, identity = access.kind} = request
  const perspective = resolvePerspective(request.perspective, request.apiVersion, access)
  return await execute(database, viewOf(dataset, perspective, access), query, params, {now, identity})
}

/** Largest number of documents that one mutation by query changes, as in the hosted Content Lake. */
const MAX_SELECTED = 10_000

/** Ids of the documents, of all versions, that a mutation by query changes. */
export function selectIds(
  database: Database,
  dataset: string,
  query: string,
  params: Record<string, unknown>,
  now: Date,
): string[] {
  const view = viewOf(dataset, 'raw', {kind: 'editor'})
  const result = execute(database, view, query, params, {now, identity: 'editor'})
  const ids = [result].flat().flatMap((item: unknown) => {
    const id = (item as {_id?: unknown} | null)?._id
    return typeof id === 'string' ? [id] : []
  })
  return [...new Set(ids)].slice(0, MAX_SELECTED)
}

/** The result, or a promise of it if the query uses one of the few asynchronous functions. */
function execute(
  database: Database,
  view: View,
  query: string,
  params: Record<string, unknown>,
  {now, identity}: Circumstances,
): unknown {
  const tree = rewriteFunctions(parseQuery(query, params), query)
  const reader = documentReader(database, view)
  const prepare = searchesText(tree) ? withText : (document: SanityDocument) => document
  const lookups = createLookups(reader, prepare)
  const options = {
    params,
    timestamp: now,
    identity,
    sanity: {projectId: 'local', dataset: view.dataset},
    // A lookup returns a list; groq-js accepts any value.
    dereference: ({_ref}: {_ref: string}) =>
      (lookups.follow(_ref) as SanityDocument | undefined) ?? reader.dereference(_ref),
  }
  if (needsPromises(tree)) return evaluateWhole(planWhole(tree, {reader, prepare}), options)
  const evaluate = (node: ExprNode): unknown => evaluateSync(node, options).data
  return toJS(evaluateSync(plan(tree, {reader, lookups, evaluate, prepare}), options))
}

async function evaluateWhole(tree: ExprNode, options: Parameters<typeof evaluateLater>[1]): Promise<unknown> {
  const value = await evaluateLater(tree, options)
  return toJS(await value.asStatic())
}

/**
 * Compile the filter of a query, to test single documents. What follows the filter (order, slice, projection) is
 * ignored. The filter can read other documents only by following references.
 *
 * @throws LakeError `queryParseError`.
 */
export function compileMatcher(
  database: Database,
  dataset: string,
  query: string,
  {params = {}, identity = 'editor'}: MatchOptions,
  clock: () => Date,
): Matcher {
  const tree = rewriteFunctions(parseQuery(query, params), query)
  const prepare = searchesText(tree)
    ? (document: SanityDocument) => withText({...document})
    : (document: SanityDocument) => document
  const perspective: Perspective = 'raw'
  const view = viewOf(dataset, perspective, {kind: 'editor'})
  const seed = {type: 'Value' as const, value: [] as unknown[]}
  const filter = filterOf(tree, seed)
  return (document) => {
    const reader = documentReader(database, view)
    const lookups = createLookups(reader, prepare)
    const options = {
      params,
      timestamp: clock(),
      identity,
      sanity: {projectId: 'local', dataset},
      dereference: ({_ref}: {_ref: string}) => reader.dereference(_ref),
    }
    const evaluate = (node: ExprNode): unknown => evaluateSync(node, options).data
    seed.value = [prepare(document)]
    const passed = evaluate(plan(filter, {reader, lookups, evaluate, prepare}))
    return Array.isArray(passed) && passed.length > 0
  }
}

/** The innermost chain of filters on `*`, applied to a list. */
function filterOf(node: ExprNode, documents: ExprNode): ExprNode {
  if (node.type === 'Everything') return documents
  if (node.type === 'Filter') return {...node, base: filterOf(node.base, documents)}
  if ('base' in node && node.base) return filterOf(node.base, documents)
  // For a function of a list, such as count(*[…]), the list.
  let inner: ExprNode | undefined
  mapChildren(node, 'root', (child) => {
    inner ??= child
    return child
  })
  return inner ? filterOf(inner, documents) : documents
}
