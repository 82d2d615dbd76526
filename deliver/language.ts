/** Scripts written from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/** The canonical form of a BCP 47 language tag, or undefined when the value is no such tag. */
export function languageTag(tag: string | null | undefined): string | undefined {
  if (!tag) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** The direction of a language's script. `auto`, which leaves it to the text, when the language is unknown. */
export function directionOf(tag: string | undefined): 'ltr' | 'rtl' | 'auto' {
  if (!tag) return 'auto'
  const {script} = new Intl.Locale(tag).maximize()
  return script && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr'
}
