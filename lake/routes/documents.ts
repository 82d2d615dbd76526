import {Hono} from 'hono'
import {stream} from 'hono/streaming'
import type {Engine} from '../engine.ts'
import type {GuardEnv, Session} from '../guard/index.ts'
import {requireReader} from '../http/access.ts'
import {datasetOf} from '../http/dataset.ts'
import {isOn, listOf, wholeNumber} from '../http/parameters.ts'
import type {SanityDocument} from '../types.ts'

/** The attributes that `excludeContent` keeps. */
const SYSTEM = ['_id', '_type', '_rev', '_createdAt', '_updatedAt'] as const
/** Lines of an export that are written at once: a system call for each document would be slow. */
const EXPORT_BATCH = 64

/** `data/doc` (documents by id), `data/references` (documents that reference one), `data/export` (all of a dataset). */
export function documentRoutes(engine: Engine): Hono<GuardEnv> {
  const app = new Hono<GuardEnv>()

  app.get('/data/doc/:dataset/:ids', async (context) => {
    const dataset = datasetOf(context)
    const session = context.get('session')
    const asked = listOf(context.req.param('ids'))
    const ids = isOn(context.req.query('includeAllVersions'))
      ? await allVersions(engine, dataset, asked, session)
      : asked
    const shape = isOn(context.req.query('excludeContent'))
      ? systemOnly
      : (document: SanityDocument) => document
    const found = engine.documents(dataset, ids, session)
    return context.json({
      documents: found.flatMap((entry) => ('document' in entry ? [shape(entry.document)] : [])),
      omitted: found.flatMap((entry) => ('reason' in entry ? [{id: entry.id, reason: entry.reason}] : [])),
    })
  })

  app.get('/data/references/:dataset/documents/:id/to', (context) => {
    const dataset = datasetOf(context)
    const session = requireReader(context)
    // Datasets of a lake do not reference each other, so without internal references there are none.
    if (isOn(context.req.query('excludeInternalReferences')))
      return context.json({totalCount: 0, references: []})
    const limit = wholeNumber(context.req.query('limit'), 100, 1000)
    const {totalCount, references} = engine.referencesTo(dataset, context.req.param('id'), session, limit)
    const withoutPaths = isOn(context.req.query('excludePaths'))
    return context.json({
      totalCount,
      references: withoutPaths ? references.map(({paths, ...reference}) => reference) : references,
    })
  })

  app.get('/data/export/:dataset', (context) => {
    const dataset = datasetOf(context)
    const session = context.get('session')
    const types = listOf(context.req.query('types'))
    const documents = engine.export(dataset, session)
    context.header('content-type', 'application/x-ndjson')
    return stream(context, async (out) => {
      let lines: string[] = []
      for (const document of documents) {
        if (out.aborted) return
        if (types.length > 0 && !types.includes(document._type)) continue
        lines.push(`${JSON.stringify(document)}\n`)
        if (lines.length < EXPORT_BATCH) continue
        await out.write(lines.join(''))
        lines = []
      }
      await out.write(lines.join(''))
    })
  })

  return app
}

/** Ids of the existing versions (published, draft, releases) of each requested document. */
async function allVersions(
  engine: Engine,
  dataset: string,
  ids: string[],
  session: Session,
): Promise<string[]> {
  const found = await engine.query({
    dataset,
    query:
      '*[_id in $ids || _id in $drafts || (string::startsWith(_id, "versions.") && string::split(_id, ".")[2] in $ids)]._id',
    params: {ids, drafts: ids.map((id) => `drafts.${id}`)},
    perspective: 'raw',
    access: session,
    apiVersion: 'vX',
  })
  return Array.isArray(found) ? found.filter((id) => typeof id === 'string') : []
}

function systemOnly(document: SanityDocument): Partial<SanityDocument> {
  return Object.fromEntries(SYSTEM.map((name) => [name, document[name]]))
}
