import {type LakeError, MutationFailure} from '../errors.ts'
import type {DocumentChange, Mutation, SanityDocument} from '../types.ts'

/** The stored documents, which a transaction reads and writes. */
export interface Source {
  read(id: string): SanityDocument | undefined
  write(document: SanityDocument): void
  remove(id: string): void
  /** Ids of the documents, of all versions, that a GROQ query returns. */
  select(query: string, params: Record<string, unknown>): string[]
}

interface Entry {
  type: string
  before: SanityDocument | undefined
  after: SanityDocument | undefined
  mutations: Mutation[]
  /** Index of the mutation that changed it last. */
  index: number
  /** Whether it is not written to the source yet. */
  dirty: boolean
}

/** Documents as a running transaction sees them: the stored ones with its own changes. */
export class Workspace {
  readonly #source: Source
  readonly #entries = new Map<string, Entry>()

  constructor(source: Source) {
    this.#source = source
  }

  read(id: string): SanityDocument | undefined {
    const entry = this.#entries.get(id)
    return entry ? entry.after : this.#source.read(id)
  }

  /** Replace the document `id`, or remove it. */
  set(id: string, after: SanityDocument | undefined, mutation: Mutation, index: number): void {
    const known = this.#entries.get(id)
    const before = known ? known.before : this.#source.read(id)
    const mutations = [...(known?.mutations ?? []), mutation]
    const type = (after ?? known?.after ?? before)?._type ?? known?.type ?? ''
    this.#entries.set(id, {type, before, after, mutations, index, dirty: true})
  }

  select(query: string, params: Record<string, unknown>): string[] {
    this.flush()
    return this.#source.select(query, params)
  }

  /** Write the changes to the source. */
  flush(): void {
    for (const [id, entry] of this.#entries) {
      if (!entry.dirty) continue
      if (entry.after) this.#source.write(entry.after)
      else this.#source.remove(id)
      entry.dirty = false
    }
  }

  /** The net changes of the transaction. A document that it created and deleted is left out. */
  changes(): DocumentChange[] {
    return [...this.#entries]
      .filter(([, {before, after}]) => before || after)
      .map(([id, {type, before, after, mutations}]) => ({
        id,
        type,
        ...(before && {before}),
        ...(after && {after}),
        mutations,
      }))
  }

  /** Run `check`, and attribute its failure to the mutation that changed the document last. */
  blame(id: string, fail: (failure: MutationFailure, index: number) => LakeError, check: () => void): void {
    try {
      check()
    } catch (error) {
      if (error instanceof MutationFailure) throw fail(error, this.#entries.get(id)?.index ?? 0)
      throw error
    }
  }
}
