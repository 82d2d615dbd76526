/** Rules of document ids. See https://www.sanity.io/docs/ids. */
import type {Access} from '../types.ts'

const MAX_LENGTH = 128
const DRAFTS = 'drafts.'
const VERSIONS = 'versions.'

/** Why an id is not valid; undefined if it is. */
export function idProblem(id: unknown): string | undefined {
  if (typeof id !== 'string') return `Expected a document id to be a string, got ${JSON.stringify(id)}`
  if (id.length === 0 || id.length > MAX_LENGTH) {
    return `Expected a document id of 1 to ${MAX_LENGTH} characters, got ${id.length}: "${id.slice(0, 40)}"`
  }
  if (!/^[a-zA-Z0-9._-]+$/.test(id))
    return `Expected a document id of letters, digits, ".", "_" and "-", got "${id}"`
  if (id.startsWith('-')) return `A document id may not start with "-", got "${id}"`
  if (id.startsWith('.') || id.endsWith('.') || id.includes('..')) {
    return `A document id may not start or end with "." or contain "..", got "${id}"`
  }
  return undefined
}

/** Whether a caller may read a document with this id. Anonymous callers see no id with a dot: drafts, versions, private documents. */
export function canSee(access: Access, id: string): boolean {
  return access.kind !== 'anonymous' || !id.includes('.')
}

/** The bundle of an id: `published`, `drafts`, or the name of a release. */
export function bundleOf(id: string): string {
  if (id.startsWith(DRAFTS)) return 'drafts'
  if (!id.startsWith(VERSIONS)) return 'published'
  const end = id.indexOf('.', VERSIONS.length)
  return end < 0 ? 'published' : id.slice(VERSIONS.length, end)
}

/** The id of the published document that an id is a version of. */
export function publishedId(id: string): string {
  if (id.startsWith(DRAFTS)) return id.slice(DRAFTS.length)
  if (!id.startsWith(VERSIONS)) return id
  const end = id.indexOf('.', VERSIONS.length)
  return end < 0 ? id : id.slice(end + 1)
}

/** The id of the draft of a document. */
export function draftId(id: string): string {
  return DRAFTS + publishedId(id)
}

/** The id of the version of a document in a release. */
export function versionId(id: string, release: string): string {
  return `${VERSIONS}${release}.${publishedId(id)}`
}
