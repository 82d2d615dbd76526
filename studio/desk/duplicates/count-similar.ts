/** A review with the fingerprint of its article. */
export interface Fingerprinted {
  _id: string
  bands: readonly string[] | null
}

/**
 * Bands in common, of sixteen, from which two texts count as similar without comparing them: texts with a similarity of 0.8 have about six, of 0.6
 * about two. Of those with a similarity of 0.3, one pair in sixty has two.
 */
const MIN_SHARED_BANDS = 2

/** How many of `found` are similar to each of `rows`, by the id of the row. */
export function countSimilar(
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
      return [_id, [...shared.values()].filter((count) => count >= MIN_SHARED_BANDS).length]
    }),
  )
}
