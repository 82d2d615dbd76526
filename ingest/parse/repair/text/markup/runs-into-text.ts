/**
 * Whether the text between a tag’s name and the next `>` is prose. A parser would read all words up to the next tag as
 * attributes of a tag that lost its bracket, and drop them.
 */

/** Elements of text that have few attributes or none. */
const plain = /^(?:h[1-6]|p|li|ul|ol|t[dhr]|table|thead|tbody|caption|b|strong|em|i|span|div)$/
/** Maximum number of valueless attributes, some of them implausible, in a start tag. */
const MAX_BARE_ATTRIBUTES = 3

const space = /\s*/y
const equals = /\s{0,3}=\s{0,3}/y
/** A value in quotes, straight or typographic; an unclosed straight one takes everything. */
const quoted =
  /"[^"]*(?:"|$)|'[^']*(?:'|$)|[“”„][^“”]*(?:[“”]|$)|&#82\d\d;(?:(?!&#82\d\d;)[\s\S])*(?:&#82\d\d;|$)|&quot;(?:(?!&quot;)[\s\S])*(?:&quot;|$)/y
const word = /[^\s=]+/y
const unquoted = /[^\s]*/y
/** Pattern of an attribute’s name: all lower case or all capitals, without a final stop. */
const attributeName = /^(?:[a-z@:#*_.([][\w:.@()[\]#*-]{0,80}[\w)\]]|[a-z]|[A-Z-]+)$/
/** A word right after a value, as the next name may be, and a word of prose. */
const next = /[^\s=/>"'”]+(?=[\s=/]|$)/y

/**
 * Whether `rest`, between the name of a tag and the next `>`, is prose. An end tag has no attributes; a start tag of a
 * plain element has no column marks, no word right after a value, and no series of words of which some cannot be
 * attribute names. Linear.
 */
export function runsIntoText(rest: string, name: string, closing: boolean): boolean {
  if (closing) return /^\s*[^\s/=][^\s=]*(?:\s+[^\s=]|\s*$)/.test(rest)
  // A line break has no words.
  if (name === 'br') return /^\s+[^\s=/]+\s*[^\s=/]/.test(rest) && !rest.includes('=')
  return !holdsOnlyQuoted(rest) && plain.test(name) && holdsText(rest)
}

/** Whether all attributes have a name that begins with a letter, and a value in straight quotes: nearly all are written so. */
function holdsOnlyQuoted(rest: string): boolean {
  let at = 0
  for (;;) {
    while (isSpaceUnit(rest.charCodeAt(at))) at++
    if (at >= rest.length || (at === rest.length - 1 && rest.charCodeAt(at) === 47)) return true
    if (!isLetter(rest.charCodeAt(at))) return false
    while (isNameUnit(rest.charCodeAt(at))) at++
    if (rest.charCodeAt(at) !== 61 /* = */) return false
    const quote = rest.charCodeAt(at + 1)
    if (quote !== 34 && quote !== 39) return false
    const end = rest.indexOf(quote === 34 ? '"' : "'", at + 2)
    if (end < 0) return false
    at = end + 1
    const next = rest.charCodeAt(at)
    if (at < rest.length && !isSpaceUnit(next) && next !== 47) return false
  }
}

const isSpaceUnit = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122
const isNameUnit = (code: number): boolean =>
  isLetter(code) || code === 45 || code === 95 || (code >= 48 && code <= 58)

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
  return bare.length > MAX_BARE_ATTRIBUTES && !bare.every((one) => attributeName.test(one))
}
