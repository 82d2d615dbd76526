/** A date field of a document, or undefined when it is empty or cannot be read. */
export function dateOf(value: string | null | undefined): Date | undefined {
  if (!value) return undefined
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** A date in words, in UTC and in the language of the surrounding text. */
export function dateInWords(date: Date, language: string | undefined): string {
  return new Intl.DateTimeFormat(language ?? 'en', {dateStyle: 'long', timeZone: 'UTC'}).format(date)
}
