/** What is open at the end of a text, by its tags alone, in one walk. */
export interface EndOfText {
  /** Names of the open elements, outermost first. */
  open: string[]
  /** How often each name was closed by its own end tag. */
  closed: ReadonlyMap<string, number>
  /** Names of elements that another tag closed: their writer omits end tags. */
  lazy: ReadonlySet<string>
  /** An unclosed comment or raw element. */
  raw: {name: string; start: number} | undefined
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const RAW = new Set('script style textarea title xmp iframe noscript template'.split(' '))
/** A start tag of one of these closes an open element of the same set. */
const SIBLINGS: readonly ReadonlySet<string>[] = [
  new Set(['li']),
  new Set(['dt', 'dd']),
  new Set(['td', 'th']),
  new Set(['tr']),
  new Set(['thead', 'tbody', 'tfoot']),
]
/** Blocks, which close an open paragraph. */
const BLOCKS = new Set(
  (
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul'
  ).split(' '),
)

const TAG = /<(?:!--|(\/?)([a-zA-Z][^\s/<>]{0,60})[^<>]{0,4000}>)/g

/** Scan a text for what is open at its end. */
export function scanEnd(value: string): EndOfText {
  const open: string[] = []
  const counts = new Map<string, number>()
  const closed = new Map<string, number>()
  const lazy = new Set<string>()
  const result = {open, closed, lazy, raw: undefined}
  const push = (name: string): void => {
    open.push(name)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const pop = (): string => {
    const name = open.pop() ?? ''
    counts.set(name, (counts.get(name) ?? 1) - 1)
    return name
  }
  TAG.lastIndex = 0
  for (let match = TAG.exec(value); match; match = TAG.exec(value)) {
    const [whole, slash, written] = match
    if (written === undefined) {
      const end = value.indexOf('-->', match.index + 4)
      if (end < 0) return {...result, raw: {name: '!--', start: match.index}}
      TAG.lastIndex = end + 3
      continue
    }
    const name = written.toLowerCase()
    if (VOID.has(name) || whole.endsWith('/>')) continue
    if (slash) {
      if ((counts.get(name) ?? 0) === 0) continue
      for (let top = pop(); top !== name; top = pop()) lazy.add(top)
      closed.set(name, (closed.get(name) ?? 0) + 1)
      continue
    }
    if (RAW.has(name)) {
      const end = endOfRaw(value, name, TAG.lastIndex)
      if (end < 0) return {...result, raw: {name, start: match.index}}
      TAG.lastIndex = end
      continue
    }
    const top = open.at(-1)
    const ends =
      top !== undefined &&
      ((top === 'p' && BLOCKS.has(name)) || SIBLINGS.some((set) => set.has(top) && set.has(name)))
    if (ends) lazy.add(pop())
    push(name)
  }
  return result
}

/** Find an end tag in any case of letters, without copying the text in lower case. */
function endOfRaw(value: string, name: string, from: number): number {
  for (let at = value.indexOf('</', from); at >= 0; at = value.indexOf('</', at + 2)) {
    if (value.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at
  }
  return -1
}
