/** The address that a capture was made of. */
import type {Declared} from '../../metadata/declared.ts'
import type {SourceRange} from '../../trace/traced-text.ts'

/** What an unwrapper of a capture returns besides the page: the address as base, and as the address of the article. */
export function originalAddress(
  address: string | undefined,
  place: SourceRange,
): {declared?: Declared; base?: string} {
  const url = URL.parse(address?.trim() ?? '')
  if (!url || !/^https?:$/.test(url.protocol)) return {}
  return {
    base: url.href,
    declared: {source: 'capture', fields: {canonicalUrl: {value: url.href, place}}},
  }
}
