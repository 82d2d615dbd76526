/** Type and size of a picture, from the first bytes of it. */

/** What the head of a picture says. Width and height are those that a reader sees, in pixels. */
export interface PictureHead {
  type: 'png' | 'jpeg' | 'gif' | 'webp' | 'avif'
  width: number
  height: number
}

type Size = Pick<PictureHead, 'width' | 'height'> | undefined

const READERS: readonly [type: PictureHead['type'], read: (view: DataView) => Size][] = [
  ['png', pngSize],
  ['gif', gifSize],
  ['jpeg', jpegSize],
  ['webp', webpSize],
  ['avif', avifSize],
]

/** Read the head of a PNG, JPEG, GIF, WebP or AVIF; undefined for other bytes, and for a picture without a size. */
export function readPictureHead(bytes: Uint8Array): PictureHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const [type, read] of READERS) {
    try {
      const size = read(view)
      if (size && size.width > 0 && size.height > 0) return {type, ...size}
    } catch (error) {
      // It ends before its size.
      if (!(error instanceof RangeError)) throw error
    }
  }
  return undefined
}

const textAt = (view: DataView, at: number, length = 4): string =>
  String.fromCharCode(...Array.from({length}, (_, index) => view.getUint8(at + index)))

/** https://www.w3.org/TR/png-3/#11IHDR */
function pngSize(view: DataView): Size {
  if (view.getUint32(0) !== 0x89504e47 || textAt(view, 12) !== 'IHDR') return undefined
  return {width: view.getUint32(16), height: view.getUint32(20)}
}

/** https://www.w3.org/Graphics/GIF/spec-gif89a.txt, section 18 */
function gifSize(view: DataView): Size {
  if (!/^GIF8[79]a$/.test(textAt(view, 0, 6))) return undefined
  return {width: view.getUint16(6, true), height: view.getUint16(8, true)}
}

/** Markers without a segment: restarts, and the start of the image. */
const isBare = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd8
/** Markers of a frame, which has the size. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B */
function jpegSize(view: DataView): Size {
  if (view.getUint16(0) !== 0xffd8) return undefined
  let isTurned = false
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (isBare(marker)) at += 2
    else if (isFrame(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return isTurned ? {width: height, height: width} : {width, height}
    } else {
      const length = view.getUint16(at + 2)
      if (length < 2) return undefined
      if (marker === 0xe1 && textAt(view, at + 4) === 'Exif') isTurned = isOnItsSide(view, at + 10)
      at += 2 + length
    }
  }
}

/** Whether the orientation in Exif data (CIPA DC-008, 4.6.4) swaps width and height. */
function isOnItsSide(view: DataView, start: number): boolean {
  const isLittle = view.getUint16(start) === 0x4949
  const directory = start + view.getUint32(start + 4, isLittle)
  const count = Math.min(view.getUint16(directory, isLittle), 100)
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + 12 * index
    if (view.getUint16(entry, isLittle) === 0x0112) return view.getUint16(entry + 8, isLittle) > 4
  }
  return false
}

/** https://www.rfc-editor.org/rfc/rfc9649 */
function webpSize(view: DataView): Size {
  if (textAt(view, 0) !== 'RIFF' || textAt(view, 8) !== 'WEBP') return undefined
  switch (textAt(view, 12)) {
    case 'VP8X':
      return {width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + (view.getUint32(26, true) >>> 8)}
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return {width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff)}
    }
    case 'VP8 ':
      return {width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff}
    default:
      return undefined
  }
}

/** Bytes in which the properties of an AVIF are looked for. */
const MAX_AVIF_HEAD = 4096

/** The largest size that an image in the file has (ISO/IEC 23008-12, `ispe`): others are previews and masks. */
function avifSize(view: DataView): Size {
  if (textAt(view, 4) !== 'ftyp' || !/^avi[fs]$/.test(textAt(view, 8))) return undefined
  let largest: Size
  const end = Math.min(view.byteLength - 16, MAX_AVIF_HEAD)
  for (let at = 12; at < end; at++) {
    if (view.getUint32(at) !== 0x69737065) continue
    const size = {width: view.getUint32(at + 8), height: view.getUint32(at + 12)}
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size
  }
  return largest
}
