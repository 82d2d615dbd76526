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

/** The direction that a language is written in; `auto`, as the text itself has it, when the language is not known. */
export function directionOf(tag: string | undefined): 'ltr' | 'rtl' | 'auto' {
  if (!tag) return 'auto'
  const {script} = new Intl.Locale(tag).maximize()
  return script && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr'
}
