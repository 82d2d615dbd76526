import {createHash, randomUUID} from 'node:crypto'
import {createReadStream, createWriteStream} from 'node:fs'
import {mkdir, rename, rm, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {Readable, Transform} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {bytesOf, tooLarge} from '../http/body.ts'
import {Problem} from '../http/problem.ts'

/** Received bytes that are not stored yet: their name needs their format. */
export interface Upload {
  path: string
  sha1hash: string
  size: number
  /** Store the bytes under a name. If the name exists, its bytes are the same. */
  keep: (dataset: string, name: string) => Promise<void>
  discard: () => Promise<void>
}

/** A stored asset file. */
export interface StoredFile {
  path: string
  size: number
  stream: () => ReadableStream<Uint8Array>
}

/** Asset files on disk. */
export interface AssetStore {
  /** Receive an upload. Throws Problem 413 if there are more bytes than `limit`, 400 if there are none. */
  receive: (body: ReadableStream<Uint8Array> | null, limit: number) => Promise<Upload>
  find: (dataset: string, name: string) => Promise<StoredFile | undefined>
}

/**
 * Names of asset files: `<sha1>-<width>x<height>.<extension>` for images, `<sha1>.<extension>` for files. No such name
 * can leave the folder.
 */
export const ASSET_NAME =
  /^(?<sha1>[0-9a-f]{40})(?:-(?<width>\d+)x(?<height>\d+))?\.(?<extension>[a-z0-9]{1,10})$/

/**
 * Open the asset store: files below `<dataDir>/assets/`, written under a temporary name and renamed, so that a file is
 * always complete.
 */
export function openAssetStore(dataDir: string): AssetStore {
  const root = join(dataDir, 'assets')
  const incoming = join(root, 'incoming')

  return {
    receive: async (body, limit) => {
      await mkdir(incoming, {recursive: true})
      const path = join(incoming, randomUUID())
      const hash = createHash('sha1')
      let size = 0
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.byteLength
          hash.update(chunk)
          done(size > limit ? tooLarge(limit) : null, chunk)
        },
      })
      const discard = () => rm(path, {force: true})
      try {
        await pipeline(bytesOf(body), measure, createWriteStream(path, {mode: 0o600}))
        if (size === 0)
          throw new Problem(400, 'Expected the body to be the bytes of a file, got an empty body')
      } catch (error) {
        await discard()
        throw error
      }
      const keep = async (dataset: string, name: string) => {
        await mkdir(join(root, dataset), {recursive: true})
        await rename(path, join(root, dataset, name))
      }
      return {path, sha1hash: hash.digest('hex'), size, keep, discard}
    },

    find: async (dataset, name) => {
      if (!ASSET_NAME.test(name)) return undefined
      const path = join(root, dataset, name)
      try {
        const {size} = await stat(path)
        return {
          path,
          size,
          stream: () => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
        }
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      }
    },
  }
}
