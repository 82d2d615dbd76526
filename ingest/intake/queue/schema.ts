/**
 * SQL that makes the ledger's tables, step by step: each brings them from the version of its place in the list to the next one. The
 * version is stored as `PRAGMA user_version`.
 */
export const LEDGER_STEPS: readonly string[] = [
  `
CREATE TABLE input (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,              -- SHA-256 of the raw bytes, hex
  url TEXT,
  fetched_at TEXT,
  content_type TEXT,
  origin TEXT NOT NULL,
  size INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'queued'
    CHECK (state IN ('queued', 'parsing', 'writing', 'done', 'unchanged', 'failed')),
  outcome TEXT,                         -- created, changed or unchanged, once written
  article_id TEXT,
  reason_code TEXT,
  reason TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,  -- claims, without those that an outage ended
  not_before INTEGER NOT NULL DEFAULT 0,
  owner TEXT,
  lease_until INTEGER,
  accepted_at INTEGER NOT NULL,         -- times are milliseconds since the epoch
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX input_by_state ON input (state, seq);
`,
  // What came with an input and could not be read: a JSON list of texts.
  'ALTER TABLE input ADD COLUMN unread TEXT',
]
