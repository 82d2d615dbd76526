/**
 * The actions of `/data/actions`: what an editor does to the versions of a document. Each becomes mutations of the
 * request's transaction. See https://www.sanity.io/docs/http-reference/actions.
 */
import {alreadyExists, invalid, MutationFailure, notFound, unexpectedRevision} from '../errors.ts'
import {bundleOf, draftId, publishedId, versionId} from '../model/ids.ts'
import {strengthen} from '../model/references.ts'
import type {Action, DocumentInput, Mutation, SanityDocument} from '../types.ts'
import {checkId, checkInput, checkOperations, checkRevision} from './validate.ts'

/** The documents that an action reads and changes. */
export interface ActionContext {
  read(id: string): SanityDocument | undefined
  apply(mutation: Mutation): void
}

type Perform = (action: Action, context: ActionContext) => void

const ACTIONS: Record<string, Perform> = {
  'sanity.action.document.create': (action, context) => {
    const published = required(action, 'publishedId')
    const attributes = checkInput(action.attributes)
    const id = checkId(attributes._id ?? draftId(published))
    requireVersionOf(id, published, 'attributes._id')
    const exists = context.read(id) ?? context.read(published)
    if (exists && action.ifExists !== 'ignore') throw alreadyExists(exists._id)
    if (!exists) context.apply({create: {...attributes, _id: id}})
  },

  'sanity.action.document.edit': (action, context) => {
    const published = required(action, 'publishedId')
    const draft = required(action, 'draftId')
    const patch = record(action, 'patch')
    checkOperations(patch, ['id', 'ifRevisionID'])
    requireVersionOf(draft, published, 'draftId')
    if (!context.read(draft)) {
      const base = context.read(published)
      if (!base) throw notFound(draft)
      context.apply({create: copyOf(base, draft)})
    }
    context.apply({patch: {...patch, id: draft}})
  },

  'sanity.action.document.publish': (action, context) => {
    const published = required(action, 'publishedId')
    const draft = required(action, 'draftId')
    requireVersionOf(draft, published, 'draftId')
    const source = context.read(draft)
    if (!source) throw notFound(draft)
    requireRevision(source, draft, checkRevision(action.ifDraftRevisionId))
    const target = context.read(published)
    requireRevision(target, published, checkRevision(action.ifPublishedRevisionId))
    context.apply({createOrReplace: strengthen(copyOf(source, published))})
    context.apply({delete: {id: draft}})
  },

  'sanity.action.document.unpublish': (action, context) => {
    const published = required(action, 'publishedId')
    const draft = required(action, 'draftId')
    requireVersionOf(draft, published, 'draftId')
    const source = context.read(published)
    if (!source) throw notFound(published)
    // An existing draft is newer than the published document.
    context.apply({createIfNotExists: copyOf(source, draft)})
    context.apply({delete: {id: published}})
  },

  'sanity.action.document.delete': (action, context) => {
    const published = required(action, 'publishedId')
    const listed = action.includeDrafts ?? []
    if (!Array.isArray(listed)) throw invalid('Expected includeDrafts to be an array of document ids')
    const drafts = listed.map(checkId)
    for (const id of drafts) requireVersionOf(id, published, 'includeDrafts')
    const draft = draftId(published)
    if (!drafts.includes(draft) && context.read(draft)) {
      throw invalid(
        `Document "${published}" has the draft "${draft}": list it in includeDrafts to delete it as well`,
      )
    }
    const versions = [...drafts, published]
    if (!versions.some((id) => context.read(id))) throw notFound(published)
    for (const id of versions) context.apply({delete: {id}})
  },

  'sanity.action.document.discard': (action, context) => {
    const draft = required(action, 'draftId')
    if (bundleOf(draft) === 'published')
      throw invalid(`Expected draftId to be a draft or a version, got "${draft}"`)
    if (!context.read(draft)) throw notFound(draft)
    context.apply({delete: {id: draft}})
  },

  'sanity.action.document.replaceDraft': (action, context) => {
    const published = required(action, 'publishedId')
    const attributes = checkInput(action.attributes)
    const id = checkId(attributes._id ?? draftId(published))
    requireVersionOf(id, published, 'attributes._id')
    context.apply({createOrReplace: {...attributes, _id: id}})
  },

  'sanity.action.document.version.create': (action, context) => {
    const published = required(action, 'publishedId')
    const base = optional(action, 'baseId')
    const source = base === undefined ? undefined : context.read(base)
    if (base !== undefined && !source) throw notFound(base)
    if (source) requireRevision(source, source._id, checkRevision(action.ifBaseRevisionId))
    const given = source ? undefined : checkInput(action.document)
    const id = checkId(optional(action, 'versionId') ?? given?._id)
    requireVersionOf(id, published, 'versionId')
    if (context.read(id)) throw alreadyExists(id)
    context.apply({create: source ? copyOf(source, id) : {...(given as DocumentInput), _id: id}})
  },

  'sanity.action.document.version.replace': (action, context) => {
    const document = checkInput(action.document)
    const id = checkId(document._id)
    if (!context.read(id)) throw notFound(id)
    context.apply({createOrReplace: document})
  },

  'sanity.action.document.version.discard': (action, context) => {
    const id = required(action, 'versionId')
    if (!context.read(id)) throw notFound(id)
    context.apply({delete: {id}})
  },

  'sanity.action.document.version.unpublish': (action, context) => {
    const published = required(action, 'publishedId')
    const id = checkId(optional(action, 'versionId') ?? versionId(published, required(action, 'releaseId')))
    const source = context.read(published)
    if (!source) throw notFound(published)
    context.apply({createIfNotExists: copyOf(source, id)})
    context.apply({patch: {id, set: {'_system.delete': true}}})
  },
}

/**
 * Perform one action.
 *
 * @throws MutationFailure if it cannot be performed
 */
export function performAction(action: Action, context: ActionContext): void {
  const perform = ACTIONS[action?.actionType]
  if (!perform) {
    throw invalid(
      `Unknown action "${String(action?.actionType)}"; known are ${Object.keys(ACTIONS).join(', ')}`,
    )
  }
  perform(action, context)
}

/** A copy of the document with another id and the same time of creation. */
function copyOf(document: SanityDocument, id: string): DocumentInput {
  const {_id, _rev, _updatedAt, ...attributes} = document
  return {...attributes, _id: id}
}

function requireVersionOf(id: string, published: string, name: string): void {
  if (id === published || publishedId(id) !== published || bundleOf(id) === 'published') {
    throw invalid(`Expected ${name} to be a draft or a version of "${published}", got "${id}"`)
  }
}

function requireRevision(
  document: SanityDocument | undefined,
  id: string,
  expected: string | undefined,
): void {
  if (expected !== undefined && document?._rev !== expected)
    throw unexpectedRevision(id, document?._rev, expected)
}

function required(action: Action, name: string): string {
  return checkId(action[name])
}

function optional(action: Action, name: string): string | undefined {
  return action[name] === undefined ? undefined : checkId(action[name])
}

function record(action: Action, name: string): Record<string, unknown> {
  const value = action[name]
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MutationFailure(400, {type: 'validationError', description: `Expected ${name} to be an object`})
  }
  return value as Record<string, unknown>
}
