/** A date that a document gives, or undefined when it gives none that can be read. */
export function dateOf(value: string | null | undefined): Date | undefined {
  if (!value) return undefined
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** A date in words, in the language of the text beside it, in UTC. */
export function dateInWords(date: Date, language: string | undefined): string {
  return new Intl.DateTimeFormat(language ?? 'en', {dateStyle: 'long', timeZone: 'UTC'}).format(date)
}
