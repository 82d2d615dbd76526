/**
 * Whether what stands between a tag's name and the next `>` is text. A tag that lost its own bracket would, to a parser,
 * have all words up to the next one as attributes, and they would be gone.
 */

/** Elements that text is made of, and that have few attributes or none. */
const plain = /^(?:h[1-6]|p|li|ul|ol|t[dhr]|table|thead|tbody|caption|b|strong|em|i|span|div)$/
/** Attributes without a value, and of these some that cannot be, up to which a start tag is believed. */
const MOST_BARE = 3

const space = /\s*/y
const equals = /\s{0,3}=\s{0,3}/y
/** A value in quotes, straight or typographed; a straight one that is not closed takes all. */
const quoted =
  /"[^"]*(?:"|$)|'[^']*(?:'|$)|[“”„][^“”]*(?:[“”]|$)|&#82\d\d;(?:(?!&#82\d\d;)[\s\S])*(?:&#82\d\d;|$)|&quot;(?:(?!&quot;)[\s\S])*(?:&quot;|$)/y
const word = /[^\s=]+/y
const unquoted = /[^\s]*/y
/** What a name of an attribute looks like: small letters or capitals throughout, no stop at its end. */
const attributeName = /^(?:[a-z@:#*_.([][\w:.@()[\]#*-]{0,80}[\w)\]]|[a-z]|[A-Z-]+)$/
/** Where a word follows a value without a space, as the next name may, and a word of prose. */
const next = /[^\s=/>"'”]+(?=[\s=/]|$)/y

/**
 * `rest` stands between the name of a tag and the next `>`. An end tag has no attributes; a start tag of a plain element has no
 * column marks, no word right after a value, and no row of words of which some could not be names of attributes. Linear.
 */
export function runsIntoText(rest: string, name: string, closing: boolean): boolean {
  if (closing) return /^\s*[^\s/=][^\s=]*(?:\s+[^\s=]|\s*$)/.test(rest)
  // A line break has no words of its own at all.
  if (name === 'br') return /^\s+[^\s=/]+\s*[^\s=/]/.test(rest) && !rest.includes('=')
  return plain.test(name) && holdsText(rest)
}

function holdsText(rest: string): boolean {
  const bare: string[] = []
  let at = 0
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const found = pattern.exec(rest)?.[0] ?? ''
    at += found.length
    return found
  }
  while (at < rest.length) {
    take(space)
    const name = take(word)
    if (name === '|' || name === '•') return true
    const sign = take(equals)
    if (sign === '') {
      if (name !== '' && name !== '/') bare.push(name)
      continue
    }
    if (take(quoted) === '') take(unquoted)
    else if (at < rest.length && !/[\s/]/.test(rest[at] ?? '')) {
      next.lastIndex = at
      const glued = next.exec(rest)?.[0]
      if (glued !== undefined && /^[\p{L}\p{N}“‘€$£(]/u.test(glued) && !attributeName.test(glued)) return true
    }
  }
  return bare.length > MOST_BARE && !bare.every((one) => attributeName.test(one))
}
