import {bundleOf, publishedId} from '../model/ids.ts'
import {type Reference, referencesIn} from '../model/references.ts'
import type {SanityDocument} from '../types.ts'
import type {Database} from './database.ts'
import {INDEXED_LISTS} from './schema.ts'

/** A reference to a document: the id and type of the document that contains it, and where it is there. */
type IncomingReference = Omit<Reference, 'to'> & {from: string; type: string}

/** The current documents, and the references between them. */
export interface DocumentStore {
  read(dataset: string, id: string): SanityDocument | undefined
  has(dataset: string, id: string): boolean
  write(dataset: string, document: SanityDocument): void
  remove(dataset: string, id: string): void
  /** Ids of the documents that reference `id`, each once, in order. */
  referrers(dataset: string, id: string, options?: {strong?: boolean}): string[]
  /** References to `id` with the type of the document that contains them, ordered by that document's id. */
  incoming(dataset: string, id: string): IncomingReference[]
  datasets(): string[]
  /** Every document, in `_id` order. */
  all(dataset: string): IterableIterator<SanityDocument>
}

/** The column `content` as text. It is stored in SQLite's binary JSON, from which attributes are read fast. */
export const CONTENT = 'json(content)'

/** Parse the text of {@link CONTENT}. */
export function parseDocument(content: unknown): SanityDocument {
  return JSON.parse(String(content)) as SanityDocument
}

/** The documents of a database. */
export function documentStore(database: Database): DocumentStore {
  return {
    read(dataset, id) {
      const row = database.get(
        `SELECT ${CONTENT} AS content FROM documents WHERE dataset = ? AND id = ?`,
        dataset,
        id,
      )
      return row && parseDocument(row.content)
    },
    has(dataset, id) {
      return database.get('SELECT 1 FROM documents WHERE dataset = ? AND id = ?', dataset, id) !== undefined
    },
    write: (dataset, document) => writeDocument(database, dataset, document),
    remove(dataset, id) {
      database.run('DELETE FROM documents WHERE dataset = ? AND id = ?', dataset, id)
      database.run('DELETE FROM document_members WHERE dataset = ? AND id = ?', dataset, id)
      database.run('DELETE FROM document_references WHERE dataset = ? AND source = ?', dataset, id)
    },
    referrers(dataset, id, {strong = false} = {}) {
      const condition = strong ? 'AND weak = 0' : ''
      const sql = `SELECT DISTINCT source FROM document_references WHERE dataset = ? AND target = ? ${condition} ORDER BY source`
      return database.all(sql, dataset, id).map((row) => String(row.source))
    },
    incoming: (dataset, id) => incomingReferences(database, dataset, id),
    datasets() {
      return database
        .all('SELECT DISTINCT dataset FROM documents ORDER BY dataset')
        .map((row) => String(row.dataset))
    },
    all: (dataset) => allDocuments(database, dataset),
  }
}

/** Write the row of a document, and those of its references and indexed lists. */
function writeDocument(database: Database, dataset: string, document: SanityDocument): void {
  const {_id: id, _type: type, _rev: rev, _createdAt: created, _updatedAt: updated} = document
  database.run(
    `INSERT INTO documents (dataset, id, published_id, bundle, type, rev, created_at, updated_at, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, jsonb(?))
     ON CONFLICT (dataset, id) DO UPDATE SET type = excluded.type, rev = excluded.rev,
       created_at = excluded.created_at, updated_at = excluded.updated_at, content = excluded.content`,
    ...[dataset, id, publishedId(id), bundleOf(id), type, rev, created, updated, JSON.stringify(document)],
  )
  writeMembers(database, dataset, document)
  database.run('DELETE FROM document_references WHERE dataset = ? AND source = ?', dataset, id)
  for (const {to, weak, path} of referencesIn(document)) {
    database.run(
      // Two elements with the same key have the same path; the strong reference wins.
      `INSERT INTO document_references (dataset, source, target, weak, path) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET weak = min(weak, excluded.weak)`,
      ...[dataset, id, to, Number(weak), path],
    )
  }
}

function incomingReferences(database: Database, dataset: string, id: string): IncomingReference[] {
  const rows = database.all(
    `SELECT r.source, r.weak, r.path, d.type FROM document_references r
     JOIN documents d ON d.dataset = r.dataset AND d.id = r.source
     WHERE r.dataset = ? AND r.target = ? ORDER BY r.source, r.path`,
    ...[dataset, id],
  )
  return rows.map((row) => ({
    from: String(row.source),
    type: String(row.type),
    weak: row.weak === 1,
    path: String(row.path),
  }))
}

/** Every document, in `_id` order. Read in pages by id, so that a write between two steps cannot disturb the iteration. */
function* allDocuments(database: Database, dataset: string): Generator<SanityDocument> {
  let last = ''
  for (;;) {
    const rows = database.all(
      `SELECT id, ${CONTENT} AS content FROM documents WHERE dataset = ? AND id > ? ORDER BY id LIMIT 50`,
      ...[dataset, last],
    )
    for (const row of rows) yield parseDocument(row.content)
    const end = rows.at(-1)
    if (!end) return
    last = String(end.id)
  }
}

/**
 * Write a row for each member of the document's indexed lists. They seldom change, so they are compared with the stored
 * rows first.
 */
function writeMembers(database: Database, dataset: string, document: SanityDocument): void {
  const {_id: id} = document
  const wanted = INDEXED_LISTS.flatMap((list) => {
    const members = document[list]
    return Array.isArray(members)
      ? [...new Set(members)].filter((member) => typeof member === 'string').map((member) => ({list, member}))
      : []
  })
  const stored = database.all(
    'SELECT list, member FROM document_members WHERE dataset = ? AND id = ?',
    dataset,
    id,
  )
  const nameOf = ({list, member}: {list?: unknown; member?: unknown}) => `${list} ${member}`
  const known = new Set(stored.map(nameOf))
  if (known.size === wanted.length && wanted.every((each) => known.has(nameOf(each)))) return
  database.run('DELETE FROM document_members WHERE dataset = ? AND id = ?', dataset, id)
  for (const {list, member} of wanted) {
    database.run(
      'INSERT INTO document_members (dataset, list, member, id) VALUES (?, ?, ?, ?)',
      ...[dataset, list, member, id],
    )
  }
}
