/** BCP 47 language tags. */

/** Normalize a language tag; undefined if it is invalid. `en_US` is common and means `en-US`. */
export function toLanguage(value: string | undefined): string | undefined {
  const tag = value?.trim().replaceAll('_', '-')
  if (!tag) return undefined
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    return canonical === 'und' ? undefined : canonical
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
