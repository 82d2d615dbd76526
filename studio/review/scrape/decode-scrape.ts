/** What a scrape document keeps of the page. */
export interface StoredScrape {
  charset: string
  /** Gzipped, base64. Absent when the page was too large to keep here. */
  raw?: string
}

/**
 * The decoded, unrepaired text of a scrape: what offsets in findings point into.
 *
 * @throws RangeError for a charset the platform does not know; TypeError when the bytes are not gzip
 */
export async function decodeScrape({charset, raw}: StoredScrape): Promise<string | undefined> {
  if (raw === undefined) return undefined
  const packed = Uint8Array.from(atob(raw), (char) => char.charCodeAt(0))
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new TextDecoder(charset).decode(await new Response(unpacked).arrayBuffer())
}
