import {createHash, randomUUID} from 'node:crypto'
import {createReadStream, createWriteStream} from 'node:fs'
import {mkdir, rename, rm, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {Readable, Transform} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {bytesOf, tooLarge} from '../http/body.ts'
import {Problem} from '../http/problem.ts'

/** Bytes received, not yet kept: they have a hash, but the name needs what kind of file they are. */
export interface Upload {
  path: string
  sha1hash: string
  size: number
  /** Give the bytes their name, for good. Bytes that are there already are left as they are. */
  keep: (dataset: string, name: string) => Promise<void>
  discard: () => Promise<void>
}

export interface StoredFile {
  path: string
  size: number
  stream: () => ReadableStream<Uint8Array>
}

export interface AssetStore {
  /** @throws Problem 413 when there are more bytes than `limit`, 400 when there are none */
  receive: (body: ReadableStream<Uint8Array> | null, limit: number) => Promise<Upload>
  find: (dataset: string, name: string) => Promise<StoredFile | undefined>
}

/** `<sha1>-<width>x<height>.<extension>` for images, `<sha1>.<extension>` for files: nothing that could leave the folder. */
export const ASSET_NAME =
  /^(?<sha1>[0-9a-f]{40})(?:-(?<width>\d+)x(?<height>\d+))?\.(?<extension>[a-z0-9]{1,10})$/

/** Asset bytes as files below `<dataDir>/assets/`, written aside and renamed, so that a name always has all of its bytes. */
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
        if (size === 0) throw new Problem(400, 'Expected the bytes of a file as the body, got none')
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
