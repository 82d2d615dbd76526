/** What has a fingerprint. */
export interface Fingerprinted {
  _id: string
  bands: readonly string[] | null
}

/**
 * Fewest bands in common, of sixteen, that say so without a look at the texts: those that are alike by four fifths have six, by three
 * fifths two, and those alike by a third have two in one case of sixty.
 */
const FEWEST = 2

/** How many of `found` are alike with each of `rows`, by id; 0 for none. */
export function alikeIn(
  rows: readonly Fingerprinted[],
  found: readonly Fingerprinted[],
): Map<string, number> {
  const byBand = new Map<string, string[]>()
  for (const {_id, bands} of found)
    for (const band of bands ?? []) {
      const ids = byBand.get(band)
      if (ids) ids.push(_id)
      else byBand.set(band, [_id])
    }
  return new Map(
    rows.map(({_id, bands}) => {
      const shared = new Map<string, number>()
      for (const band of bands ?? [])
        for (const other of byBand.get(band) ?? [])
          if (other !== _id) shared.set(other, (shared.get(other) ?? 0) + 1)
      return [_id, [...shared.values()].filter((count) => count >= FEWEST).length]
    }),
  )
}
