/** Greatest length of a slug with its suffix. */
const MAX_LENGTH = 96
const SUFFIX_LENGTH = 6

/** Latin letters that Unicode does not decompose into a base letter and a mark. */
const LATIN_LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/**
 * The words of a title in lower case, joined by hyphens. Marks are removed only from Latin letters: in other scripts
 * they carry meaning.
 */
export function slugify(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .replace(/[ßæœøđðłþı]/g, (letter) => LATIN_LETTERS[letter] ?? letter)
    .normalize('NFC')
    .replace(/['’‘ʼ`]|\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/**
 * Cut a text to at most `length` code units: between words if that keeps more than half, and never inside a character.
 */
function cut(slug: string, length: number): string {
  if (slug.length <= length) return slug
  const at = slug.lastIndexOf('-', length)
  const hard = /[\uD800-\uDBFF]/.test(slug.charAt(length - 1)) ? length - 1 : length
  return slug.slice(0, at > length / 2 ? at : hard).replace(/-$/, '')
}

/**
 * The slug of an article: its title and six hex digits of its id, so that articles with the same title differ.
 * Undefined without a title.
 */
export function slugOf(title: string | undefined, articleId: string): string | undefined {
  if (title === undefined || title.trim() === '') return undefined
  const suffix = articleId.slice(articleId.indexOf('-') + 1).slice(0, SUFFIX_LENGTH)
  return `${cut(slugify(title), MAX_LENGTH - SUFFIX_LENGTH - 1) || 'article'}-${suffix}`
}
