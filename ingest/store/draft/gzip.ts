import {gunzipSync, gzipSync} from 'node:zlib'

/** Offset of the byte that names the operating system in a gzip header (RFC 1952, section 2.3). */
const OS_BYTE = 9
const OS_UNKNOWN = 255

/**
 * Compress bytes with gzip, as base64. The same bytes give the same text on every machine: the header has no time, file
 * name or system.
 */
export function packBytes(bytes: Uint8Array): string {
  const packed = gzipSync(bytes, {level: 9})
  packed[OS_BYTE] = OS_UNKNOWN
  return packed.toString('base64')
}

/** Restore bytes that {@link packBytes} compressed. */
export function unpackBytes(packed: string): Uint8Array {
  return gunzipSync(Buffer.from(packed, 'base64'))
}
