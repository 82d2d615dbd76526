/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/** A language tag as BCP 47 writes it, or undefined for what is none. */
export function languageTag(tag: string | null | undefined): string | undefined {
  if (!tag) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** The direction that a language is written in. */
export function directionOf(tag: string | undefined): 'ltr' | 'rtl' {
  const script = tag && new Intl.Locale(tag).maximize().script
  return script && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr'
}
