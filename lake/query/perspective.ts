import {LakeError} from '../errors.ts'
import {publishedId} from '../model/ids.ts'
import type {SqlValue} from '../store/database.ts'
import type {Access, SanityDocument} from '../types.ts'

/**
 * Which version of each document a query returns. raw: all versions, each under its own id. Otherwise a stack of
 * bundles (`drafts`, `published` or names of releases): the first bundle with a version of the document wins, and that
 * version has the published id.
 */
export type Perspective = 'raw' | readonly string[]

/** The API version from which `published` is the default. */
const PUBLISHED_BY_DEFAULT = '2025-02-19'

/**
 * The perspective of a request. Anonymous readers always get the published one.
 *
 * @throws LakeError for names that are not valid.
 */
export function resolvePerspective(
  asked: string | string[] | undefined,
  apiVersion: string,
  access: Access,
): Perspective {
  const names = (typeof asked === 'string' ? asked.split(',') : (asked ?? []))
    .map((name) => name.trim())
    .filter(Boolean)
  const wrong = names.find((name) => !/^[a-zA-Z0-9_-]+$/.test(name))
  if (wrong !== undefined)
    throw unknownPerspective(`Expected names of letters, digits, "_" and "-", got "${wrong}"`)
  if (names.includes('raw') && names.length > 1)
    throw unknownPerspective('The perspective "raw" cannot be stacked')
  const [first = defaultPerspective(apiVersion)] = names
  if (access.kind === 'anonymous') return first === 'raw' ? 'raw' : ['published']
  if (first === 'raw') return 'raw'
  const stack = (names.length > 0 ? names : [first]).map((name) =>
    name === 'previewDrafts' ? 'drafts' : name,
  )
  return [...new Set([...stack.filter((name) => name !== 'published'), 'published'])]
}

function defaultPerspective(apiVersion: string): string {
  const version = apiVersion.replace(/^v/, '')
  if (version === 'X') return 'published'
  return version >= PUBLISHED_BY_DEFAULT ? 'published' : 'raw'
}

function unknownPerspective(description: string): LakeError {
  return new LakeError(400, {type: 'invalidPerspectiveError', description})
}

/** A piece of SQL and the values of its placeholders. */
export interface Fragment {
  sql: string
  values: readonly SqlValue[]
}

/** A perspective in effect: SQL over the table `documents d`, and what happens to each document read from it. */
export interface View {
  dataset: string
  /** The condition that selects rows. */
  condition: Fragment
  /** The column with the `_id` of results. */
  idColumn: 'd.id' | 'd.published_id'
  /** Whether every selected row is a result without changes. */
  plain: boolean
  /** The document as a result; undefined if its release deletes it. */
  show(document: SanityDocument): SanityDocument | undefined
}

/** How a caller sees the documents of a dataset. */
export function viewOf(dataset: string, perspective: Perspective, access: Access): View {
  const open = access.kind === 'anonymous' ? ` AND instr(d.id, '.') = 0` : ''
  if (perspective === 'raw') {
    return {
      dataset,
      condition: {sql: `TRUE${open}`, values: []},
      idColumn: 'd.id',
      plain: true,
      show: (document) => document,
    }
  }
  if (perspective.length === 1) {
    const condition = {sql: `d.bundle = ?${open}`, values: perspective}
    return {dataset, condition, idColumn: 'd.id', plain: true, show: (document) => document}
  }
  const rank = (table: string): string =>
    `CASE ${table}.bundle ${perspective.map((_, index) => `WHEN ? THEN ${index}`).join(' ')} ELSE ${perspective.length} END`
  return {
    dataset,
    condition: {
      sql: `d.bundle IN (${perspective.map(() => '?').join(', ')}) AND NOT EXISTS (
        SELECT 1 FROM documents o WHERE o.dataset = d.dataset AND o.published_id = d.published_id
        AND ${rank('o')} < ${rank('d')})`,
      values: [...perspective, ...perspective, ...perspective],
    },
    idColumn: 'd.published_id',
    plain: false,
    show: (document) => {
      const system = document._system as {delete?: unknown} | null | undefined
      if (system?.delete === true) return undefined
      return {...document, _id: publishedId(document._id), _originalId: document._id}
    },
  }
}
