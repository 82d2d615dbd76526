/** The page, as a scrape document stores it. */
export interface StoredScrape {
  charset: string
  /** Gzipped, base64. Absent if the page was too large to store. */
  raw?: string
}

/**
 * The decoded, unrepaired text of a scrape. Offsets in findings refer to it.
 *
 * @throws RangeError for an unknown charset; TypeError if the bytes are not gzip
 */
export async function decodeScrape({charset, raw}: StoredScrape): Promise<string | undefined> {
  if (raw === undefined) return undefined
  const packed = Uint8Array.from(atob(raw), (char) => char.charCodeAt(0))
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new TextDecoder(charset).decode(await new Response(unpacked).arrayBuffer())
}
