/** What is open at the end of a text, by its tags alone, in one walk. */
import type {Tag} from './tags.ts'

/** What is open at the end of a text. */
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

/** Elements opened and closed so far. */
function createOpenElements() {
  const open: string[] = []
  const counts = new Map<string, number>()
  const closed = new Map<string, number>()
  const lazy = new Set<string>()
  const pop = (): string => {
    const name = open.pop() ?? ''
    counts.set(name, (counts.get(name) ?? 1) - 1)
    return name
  }
  return {
    start(name: string): void {
      const top = open.at(-1)
      const ends =
        top !== undefined &&
        ((top === 'p' && BLOCKS.has(name)) || SIBLINGS.some((set) => set.has(top) && set.has(name)))
      if (ends) lazy.add(pop())
      open.push(name)
      counts.set(name, (counts.get(name) ?? 0) + 1)
    },
    end(name: string): void {
      if ((counts.get(name) ?? 0) === 0) return
      for (let top = pop(); top !== name; top = pop()) lazy.add(top)
      closed.set(name, (closed.get(name) ?? 0) + 1)
    },
    state: (raw: EndOfText['raw']): EndOfText => ({open, closed, lazy, raw}),
  }
}

/** Scan a text for what is open at its end. */
export function scanEnd(value: string): EndOfText {
  const elements = createOpenElements()
  TAG.lastIndex = 0
  for (let match = TAG.exec(value); match; match = TAG.exec(value)) {
    const [whole, slash, written] = match
    if (written === undefined) {
      const end = value.indexOf('-->', match.index + 4)
      if (end < 0) return elements.state({name: '!--', start: match.index})
      TAG.lastIndex = end + 3
      continue
    }
    const name = written.toLowerCase()
    if (VOID.has(name) || whole.endsWith('/>')) continue
    if (slash) elements.end(name)
    else if (RAW.has(name)) {
      const end = endOfRaw(value, name, TAG.lastIndex)
      if (end < 0) return elements.state({name, start: match.index})
      TAG.lastIndex = end
    } else elements.start(name)
  }
  return elements.state(undefined)
}

/** The same for a text all of whose tags are known. `comment` is the start of an unclosed comment. */
export function endOfTags(tags: readonly Tag[], comment: number | undefined): EndOfText {
  const elements = createOpenElements()
  for (let index = 0; index < tags.length; index++) {
    const {name, closing, selfClosing, start} = tags[index] as Tag
    if (selfClosing || VOID.has(name)) continue
    if (closing) elements.end(name)
    else if (RAW.has(name)) {
      const end = closingOf(tags, name, index + 1)
      if (end < 0) return elements.state({name, start})
      index = end
    } else elements.start(name)
  }
  return elements.state(comment === undefined ? undefined : {name: '!--', start: comment})
}

/** Find an end tag in any case of letters, without copying the text in lower case. */
function endOfRaw(value: string, name: string, from: number): number {
  for (let at = value.indexOf('</', from); at >= 0; at = value.indexOf('</', at + 2)) {
    if (value.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at
  }
  return -1
}

/** Find the next end tag of a name; -1 if there is none. */
function closingOf(tags: readonly Tag[], name: string, from: number): number {
  for (let index = from; index < tags.length; index++) {
    const tag = tags[index]
    if (tag?.closing && tag.name === name) return index
  }
  return -1
}
