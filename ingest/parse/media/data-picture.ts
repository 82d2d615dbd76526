/** Pictures whose bytes are in the page itself, and are kept. */
import {hash} from 'node:crypto'
import {isDataPicture} from '../../../schemas/data-picture.ts'
import {type PictureHead, readPictureHead} from './picture-head.ts'

/** Largest picture that is kept, in bytes. */
export const MAX_PICTURE_BYTES = 2_000_000

/** Smallest larger side of a picture beside words, in pixels: a smaller one is a sign in the line. */
export const MIN_SIDE_IN_LINE = 32

/** A picture with its bytes. */
export interface DataPicture extends PictureHead {
  /** Its bytes as an address, always written in the same way. */
  address: string
  /** SHA-1 of the bytes, by which assets are named. */
  sha1: string
  bytes: Uint8Array
}

const BASE64 = /^\s*data:image\/[\w.+-]{1,30}(?:;[\w=.+-]{1,40}){0,4};base64,/i

/**
 * Read an address with a picture in it. The type is that of the bytes, whatever the address says. Undefined for a drawing (SVG), for
 * bytes that are none of the types or are cut off, and for a picture larger than `MAX_PICTURE_BYTES`.
 */
export function readDataPicture(address: string): DataPicture | undefined {
  const head = BASE64.exec(address.slice(0, 300))?.[0]
  if (head === undefined || address.length - head.length > 2 * MAX_PICTURE_BYTES) return undefined
  const written = address.slice(head.length)
  const bytes = Buffer.from(written.includes('%') ? unescaped(written) : written, 'base64')
  const picture = bytes.length > MAX_PICTURE_BYTES ? undefined : readPictureHead(bytes)
  if (!picture) return undefined
  const canonical = `data:image/${picture.type};base64,${bytes.toString('base64')}`
  return isDataPicture(canonical)
    ? {...picture, address: canonical, sha1: hash('sha1', bytes), bytes}
    : undefined
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray per cent sign: no base64.
    return ''
  }
}

const PLACE = 'https://picture.invalid/'

/** The address of a picture in the tree: the policy lets only web addresses through, and no host has this name (RFC 6761). */
export const placeOfPicture = ({sha1, type}: DataPicture): string => `${PLACE}${sha1}.${type}`

/** Whether an address is that of a picture in the tree. */
export const isPlaceOfPicture = (address: string): boolean => address.startsWith(PLACE)
