/** Tables of the lake, as a list of migrations. */

/**
 * Attributes that lists are filtered and ordered by. Each has two indexes: one by its value within a type, and one of
 * only those documents whose value SQLite orders differently from GROQ. As long as the second is empty, SQLite's order
 * is used.
 */
export const INDEXED_ATTRIBUTES = ['slug.current', 'status', 'priority', 'publishedAt', 'sha1hash'] as const

/** The order of article lists: the publication date, otherwise the time of creation. It has its own index. */
export const LISTED_AT = 'coalesce(publishedAt,_createdAt)'

/** Lists of short texts whose members are indexed: each member has a row in `document_members`. */
export const INDEXED_LISTS = ['bands'] as const

/**
 * SQL that reads an attribute of `content`. `table` is the alias of the table with a dot; `path` may contain only plain
 * names.
 */
export function attributeSql(path: string, table = ''): string {
  return `json_extract(${table}content, '$.${path}')`
}

/** SQL that is true for values that {@link attributeSql} returns with another order or type than GROQ has. */
export function oddAttributeSql(path: string, table = ''): string {
  return `json_type(${table}content, '$.${path}') IN ('true', 'false', 'object', 'array')`
}

function attributeIndexes(path: string): string {
  const name = path.replaceAll('.', '_')
  return `
    CREATE INDEX documents_by_${name} ON documents (dataset, type, ${attributeSql(path)}, id);
    CREATE INDEX documents_odd_${name} ON documents (dataset) WHERE ${oddAttributeSql(path)};`
}

/**
 * Statistics of a large dataset for SQLite's planner, so that its plans do not depend on the amount of data: the number
 * of rows, and of rows that share the first one, two, … columns of an index.
 */
const STATISTICS: Record<string, string> = {
  sqlite_autoindex_documents_1: '100000 50000 1',
  documents_by_version: '100000 50000 2 1',
  documents_by_type: '100000 50000 10000 1',
  documents_by_update: '100000 50000 10000 5 1',
  documents_by_slug_current: '100000 50000 10000 2 1',
  documents_by_status: '100000 50000 10000 2000 1',
  documents_by_priority: '100000 50000 10000 500 1',
  documents_by_publishedAt: '100000 50000 10000 5 1',
  documents_by_sha1hash: '100000 50000 10000 2 1',
}

function statisticsSql(): string {
  const rows = Object.entries(STATISTICS).map(([index, stat]) => `('documents', '${index}', '${stat}')`)
  // The first statement creates the table, the last one reloads it.
  return `ANALYZE; DELETE FROM sqlite_stat1; INSERT INTO sqlite_stat1 VALUES ${rows.join(', ')}; ANALYZE sqlite_schema;`
}

/** SQL of each migration: entry n migrates a database from version n to n + 1. Never edit an entry. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE documents (
    rowid INTEGER PRIMARY KEY,
    dataset TEXT NOT NULL,
    id TEXT NOT NULL,
    -- The id without its drafts or versions prefix, and which of these it had.
    published_id TEXT NOT NULL,
    bundle TEXT NOT NULL,
    type TEXT NOT NULL,
    rev TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    -- The whole document, in SQLite's binary form of JSON.
    content BLOB NOT NULL,
    UNIQUE (dataset, id)
  ) STRICT;
  CREATE INDEX documents_by_version ON documents (dataset, published_id, bundle);
  CREATE INDEX documents_by_type ON documents (dataset, type, id);
  CREATE INDEX documents_by_update ON documents (dataset, type, updated_at, id);
  ${INDEXED_ATTRIBUTES.map(attributeIndexes).join('')}

  CREATE TABLE document_references (
    dataset TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    weak INTEGER NOT NULL,
    path TEXT NOT NULL,
    PRIMARY KEY (dataset, source, target, path)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX references_by_target ON document_references (dataset, target, source);

  CREATE TABLE transactions (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL,
    id TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    identity TEXT NOT NULL,
    UNIQUE (dataset, id)
  ) STRICT;

  -- What a transaction did to one document. The state after it is the "before" of the next change to that document, or
  -- the document as it is now, so the log never repeats what "documents" holds.
  CREATE TABLE changes (
    sequence INTEGER NOT NULL REFERENCES transactions (sequence),
    ordinal INTEGER NOT NULL,
    dataset TEXT NOT NULL,
    document TEXT NOT NULL,
    type TEXT NOT NULL,
    -- 1 where the document does not exist afterwards.
    deleted INTEGER NOT NULL,
    mutations BLOB NOT NULL,
    before BLOB,
    PRIMARY KEY (sequence, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX changes_by_document ON changes (dataset, document, sequence);

  ${statisticsSql()}
  `,
  `
  CREATE INDEX documents_by_listing ON documents (dataset, type, coalesce(${attributeSql('publishedAt')}, created_at), id);
  INSERT INTO sqlite_stat1 VALUES ('documents', 'documents_by_listing', '100000 50000 10000 2 1');
  ANALYZE sqlite_schema;
  `,
  `
  CREATE TABLE document_members (
    dataset TEXT NOT NULL,
    list TEXT NOT NULL,
    member TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (dataset, list, member, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX document_members_by_document ON document_members (dataset, id);
  INSERT OR IGNORE INTO document_members
    SELECT d.dataset, 'bands', m.value, d.id FROM documents d, json_each(d.content, '$.bands') m
    WHERE d.type = 'review' AND m.type = 'text';
  `,
]
