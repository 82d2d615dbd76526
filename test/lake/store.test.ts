import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {createEngine} from '../../lake/engine.ts'
import {type Perspective, viewOf} from '../../lake/query/perspective.ts'
import {openDatabase} from '../../lake/store/database.ts'
import {attributeSql, MIGRATIONS} from '../../lake/store/schema.ts'
import {dataset, editor, mutate, query} from './engine-support.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-'))
  path = join(folder, 'data', 'lake.sqlite')
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

describe('on disk', () => {
  test('documents, references and the log outlive the process', async () => {
    const first = createEngine({path})
    await mutate(first, [
      {create: {_id: 'a', _type: 't', n: 1}},
      {create: {_id: 'b', _type: 't', to: {_ref: 'a', _type: 'reference'}}},
    ])
    const {transactionId} = await mutate(first, [
      {patch: {id: 'a', set: {n: 2, text: '"quotes", \\, \u2028, 😀 and \u0000'}}},
    ])
    first.close()

    const again = createEngine({path})
    expect(await query(again, '*[_id == "a"][0]{n, text}')).toEqual({
      n: 2,
      text: '"quotes", \\, \u2028, 😀 and \u0000',
    })
    expect(await query(again, '*[references("a")]._id')).toEqual(['b'])
    expect(again.transactions(dataset, ['a'])).toHaveLength(2)
    await expect(mutate(again, [{delete: {id: 'a'}}])).rejects.toThrow(/references/)
    await expect(mutate(again, [{delete: {id: 'b'}}], {transactionId})).rejects.toThrow(/already exists/)
    again.close()
  })

  test('killed at any point, whole transactions are left, all that were acknowledged among them', async () => {
    let next = 0
    for (const wait of [40, 90, 150]) {
      const writer = spawn(
        process.execPath,
        [join(import.meta.dirname, 'store-writer.ts'), path, String(next)],
        {stdio: ['ignore', 'pipe', 'inherit']},
      )
      const acknowledged = await killAfter(writer, wait)
      const engine = createEngine({path})
      const [counter] = engine.documents(dataset, ['counter'], editor)
      const last = counter && 'document' in counter ? Number(counter.document.n) : -1
      expect(last).toBeGreaterThanOrEqual(acknowledged)
      expect(await query(engine, 'count(*[_type == "half"])')).toBe(2 * (last + 1))
      expect(await query(engine, 'count(*[_id match "left*" && !defined(other->_id)])')).toBe(0)
      expect(engine.transactions(dataset, ['counter'])).toHaveLength(last + 1)
      engine.close()
      next = last + 1
    }
    expect(next).toBeGreaterThan(0)
  })

  test('what lists and sites ask for is found by an index, in every perspective', () => {
    const database = openDatabase(path)
    const stacks: Perspective[] = ['raw', ['published'], ['drafts', 'published']]
    for (const {condition, idColumn} of stacks.map((each) => viewOf(dataset, each, editor))) {
      const plan = (where: string, order: string): string =>
        database
          .all(
            `EXPLAIN QUERY PLAN SELECT d.rowid FROM documents d WHERE d.dataset = 'x' AND ${condition.sql} AND ${where} ORDER BY ${order}`,
            ...condition.values,
          )
          .map(({detail}) => detail)
          .join('\n')
      expect(plan(`d.type = 'a' AND ${attributeSql('slug.current', 'd.')} = 'x'`, idColumn)).toContain(
        'documents_by_slug_current',
      )
      expect(plan(`d.type = 'a' AND ${attributeSql('status', 'd.')} = 'x'`, idColumn)).toContain(
        'documents_by_status',
      )
      expect(
        plan("d.type = 'a'", `${attributeSql('publishedAt', 'd.')} DESC NULLS FIRST, ${idColumn}`),
      ).toContain('documents_by_publishedAt')
      const listed = `coalesce(${attributeSql('publishedAt', 'd.')}, d.created_at)`
      expect(
        plan(`d.type = 'a' AND ${listed} < 'x'`, `${listed} DESC NULLS FIRST, ${idColumn} ASC, ${idColumn}`),
      ).toContain('documents_by_listing')
      expect(plan(`${idColumn} = 'x'`, idColumn)).toMatch(
        /SEARCH d USING COVERING INDEX|SEARCH d USING INDEX/,
      )
    }
    database.close()
  })

  test('a second process is told that the lake is in use', () => {
    const first = createEngine({path})
    expect(() => createEngine({path})).toThrow(/in use by another process/)
    first.close()
    createEngine({path}).close()
  })

  test('a lake of the first version is brought up to date, and keeps its documents', async () => {
    mkdirSync(dirname(path))
    const first = new DatabaseSync(path)
    first.exec(`${MIGRATIONS[0] ?? ''}; PRAGMA user_version = 1;
      INSERT INTO documents (dataset, id, published_id, bundle, type, rev, created_at, updated_at, content)
      VALUES ('${dataset}', 'a', 'a', '', 'article', 'r', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', jsonb('{"_id": "a", "_type": "article"}'))`)
    first.close()
    const engine = createEngine({path})
    expect(
      await query(engine, '*[_type == "article"] | order(coalesce(publishedAt, _createdAt) desc)[0...9]._id'),
    ).toEqual(['a'])
    engine.close()
    const migrated = new DatabaseSync(path)
    expect(migrated.prepare('PRAGMA user_version').get()).toEqual({user_version: MIGRATIONS.length})
    migrated.close()
  })

  test('a file that is no lake, and one from a newer version, are refused', () => {
    const text = join(folder, 'text.sqlite')
    writeFileSync(text, 'not a database, but long enough to have a header'.repeat(20))
    expect(() => createEngine({path: text})).toThrow(/not a lake/)
    const newer = join(folder, 'newer.sqlite')
    const database = new DatabaseSync(newer)
    database.exec('PRAGMA user_version = 999')
    database.close()
    expect(() => createEngine({path: newer})).toThrow(/version 999/)
  })
})

/** Kill the writer some time after its first transaction; gives the last that it reported. */
async function killAfter(writer: ChildProcess, milliseconds: number): Promise<number> {
  let output = ''
  const started = new Promise<void>((resolve) => {
    writer.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (/^\d+\n/m.test(output)) resolve()
    })
  })
  const exited = once(writer, 'exit')
  await started
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  writer.kill('SIGKILL')
  await exited
  return Math.max(...[...output.matchAll(/^(\d+)\n/gm)].map(([, n]) => Number(n)))
}
