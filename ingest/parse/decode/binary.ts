/** Recognize bytes that are not text. */

/** First bytes of other formats, as ISO-8859-1, at their offset. */
const signatures: readonly (readonly [offset: number, bytes: string, name: string])[] = [
  [0, '%PDF-', 'a PDF document'],
  [0, '\x89PNG\r\n', 'a PNG image'],
  [0, '\xff\xd8\xff', 'a JPEG image'],
  [0, 'GIF87a', 'a GIF image'],
  [0, 'GIF89a', 'a GIF image'],
  [8, 'WEBP', 'a WebP image'],
  [4, 'ftypavif', 'an AVIF image'],
  [4, 'ftyp', 'an MP4 file'],
  [0, 'PK\x03\x04', 'a ZIP archive or an Office document'],
  [0, 'PK\x05\x06', 'an empty ZIP archive'],
  [0, '\x1f\x8b', 'a gzip archive'],
  [0, 'BZh', 'a bzip2 archive'],
  [0, '\xfd7zXZ\0', 'an xz archive'],
  [0, '7z\xbc\xaf\x27\x1c', 'a 7z archive'],
  [0, '\x28\xb5\x2f\xfd', 'a Zstandard archive'],
  [0, 'Rar!\x1a\x07', 'a RAR archive'],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Office document'],
  [0, '{\\rtf', 'an RTF document'],
  [0, 'SQLite format 3\0', 'an SQLite database'],
  [0, 'wOFF', 'a font'],
  [0, 'wOF2', 'a font'],
  [0, 'ID3', 'an MP3 file'],
  [0, 'OggS', 'an Ogg file'],
  [0, '\x1aE\xdf\xa3', 'a Matroska or WebM file'],
  [0, '\x7fELF', 'a program'],
  [0, '\0asm', 'a WebAssembly module'],
]

/** Number of bytes searched for control characters. */
const SAMPLE_BYTES = 65_536
/** Maximum share of control characters in text. */
const MAX_CONTROL_SHARE = 0.02

/**
 * Describe the format of bytes that are not text, for a message; undefined for text. UTF-16 must have been ruled out.
 */
export function binaryFormat(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 32))
  const known = signatures.find(([offset, signature]) => head.startsWith(signature, offset))
  // A short signature of letters may begin a text.
  if (known && (/[^ -~]/.test(known[1]) || known[1].length > 3 || controlShare(bytes) > 0)) return known[2]
  return controlShare(bytes) > MAX_CONTROL_SHARE ? 'binary data' : undefined
}

function controlShare(bytes: Uint8Array): number {
  const length = Math.min(bytes.length, SAMPLE_BYTES)
  let controls = 0
  for (let index = 0; index < length; index++) {
    const byte = bytes[index] ?? 32
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  return length === 0 ? 0 : controls / length
}
