/** Addresses of marks that become references of footnotes, until Markdown is made of them. */

const REFERENCE = /^#\^(\d{1,9})$/

/** The address of a reference to a footnote, which no document holds. */
export const footnoteAddress = (number: string): string => `#^${number}`

/** The number of the footnote that an address refers to; undefined for other addresses. */
export const footnoteOf = (href: unknown): string | undefined =>
  typeof href === 'string' ? REFERENCE.exec(href)?.[1] : undefined
