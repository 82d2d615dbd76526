import {extname} from 'node:path'
import type {Engine} from '../engine.ts'
import type {Session} from '../guard/index.ts'
import {Problem} from '../http/problem.ts'
import type {DocumentInput, SanityDocument} from '../types.ts'
import {readImage} from './image.ts'
import type {AssetStore, Upload} from './store.ts'

/** The kinds of assets, as in the path of an upload. */
export type AssetKind = 'images' | 'files'

/** An upload, with everything that its asset document depends on. */
export interface UploadRequest {
  kind: AssetKind
  dataset: string
  projectId: string
  /** The origin in the asset's URL. */
  baseUrl: string
  body: ReadableStream<Uint8Array> | null
  contentType: string | undefined
  search: URLSearchParams
  session: Session
}

/** Largest upload, in bytes. Hosted Sanity has no fixed limit; this one keeps a mistake from filling the disk. */
const MAX_ASSET = 100 * 1024 * 1024

/** What an uploader may declare about a file: query parameters, and the attributes that store them. */
const DESCRIPTIONS = {
  filename: 'originalFilename',
  label: 'label',
  title: 'title',
  description: 'description',
  creditLine: 'creditLine',
}

/**
 * Store a file and create its asset document. If the same bytes were uploaded before, the existing document is
 * returned.
 */
export async function upload(
  engine: Engine,
  store: AssetStore,
  request: UploadRequest,
): Promise<SanityDocument> {
  const received = await store.receive(request.body, MAX_ASSET)
  try {
    const asset = request.kind === 'images' ? await imageAsset(received) : fileAsset(received, request)
    const {dataset, projectId, baseUrl, session, kind} = request
    await received.keep(dataset, asset.name)
    const path = `${kind}/${projectId}/${dataset}/${asset.name}`
    const document: DocumentInput & {_id: string} = {
      ...asset.document,
      ...descriptions(request.search),
      assetId: received.sha1hash,
      sha1hash: received.sha1hash,
      size: received.size,
      path,
      url: `${baseUrl}/${path}`,
    }
    await engine.mutate({
      dataset,
      mutations: [{createIfNotExists: document}],
      identity: session.identity,
      access: session,
    })
    const [found] = engine.documents(dataset, [document._id], session)
    if (!found || !('document' in found))
      throw new Problem(500, `Asset "${document._id}" was deleted while it was uploaded`)
    return found.document
  } finally {
    await received.discard()
  }
}

interface NewAsset {
  name: string
  document: DocumentInput & {_id: string}
}

async function imageAsset({path, sha1hash}: Upload): Promise<NewAsset> {
  const {extension, mimeType, metadata} = await readImage(path)
  const {width, height} = metadata.dimensions
  return {
    name: `${sha1hash}-${width}x${height}.${extension}`,
    document: {
      _id: `image-${sha1hash}-${width}x${height}-${extension}`,
      _type: 'sanity.imageAsset',
      extension,
      mimeType,
      metadata,
    },
  }
}

function fileAsset({sha1hash}: Upload, {search, contentType}: UploadRequest): NewAsset {
  const named = extname(search.get('filename') ?? '')
    .slice(1)
    .toLowerCase()
  const extension = /^[a-z0-9]{1,10}$/.test(named) ? named : 'bin'
  const declared = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  const mimeType = /^[\w.+-]+\/[\w.+-]+$/.test(declared) ? declared : 'application/octet-stream'
  return {
    name: `${sha1hash}.${extension}`,
    document: {_id: `file-${sha1hash}-${extension}`, _type: 'sanity.fileAsset', extension, mimeType},
  }
}

function descriptions(search: URLSearchParams): Record<string, unknown> {
  const said = Object.entries(DESCRIPTIONS).flatMap(([name, attribute]) => {
    const value = search.get(name)
    return value ? [[attribute, value]] : []
  })
  const [id, name, url] = ['sourceId', 'sourceName', 'sourceUrl'].map((field) => search.get(field))
  const source =
    id || name || url ? {source: {_type: 'sanity.assetSourceData', id, name, ...(url ? {url} : {})}} : {}
  return {...Object.fromEntries(said), ...source}
}
