/** Decides which pastes are parts of a page, and prepares the parsed blocks for the body. Pure. */
import {asParagraph, blockOf} from '../table/text.ts'
import type {BodyNode, NewKey} from '../table/types.ts'

const BLOCKS = 'p, div, h1, h2, h3, h4, h5, h6, li, blockquote, table, figure, pre'

/**
 * The part of a page on a clipboard, without the comments that browsers add; undefined for a few words, which need no
 * parsing.
 */
export function pieceOf(body: HTMLElement, html: string): string | undefined {
  const piece = between(html, '<!--StartFragment-->', '<!--EndFragment-->') ?? body.innerHTML
  return body.querySelectorAll(BLOCKS).length > 1 ? piece : undefined
}

/** The text from the first `start` to the last `end`; undefined where one is missing. */
function between(text: string, start: string, end: string): string | undefined {
  const first = text.indexOf(start)
  const last = text.lastIndexOf(end)
  return first >= 0 && last >= first + start.length ? text.slice(first + start.length, last) : undefined
}

/** Blocks with new keys, because the same part may be pasted twice. A title becomes a heading. */
export function asPasted(title: string | undefined, body: readonly BodyNode[], newKey: NewKey): BodyNode[] {
  const heading = title
    ? [{...asParagraph(blockOf([{text: title}], newKey), newKey), style: 'h2' as const}]
    : []
  return [...heading, ...body.map((node) => withNewKeys(node, newKey))]
}

/** Replaces all keys. Marks refer to links by key, so both get the same new key. */
function withNewKeys<Value>(value: Value, newKey: NewKey): Value {
  const names = new Map<string, string>()
  const nameOf = (key: string): string => {
    const name = names.get(key) ?? newKey()
    names.set(key, name)
    return name
  }
  const links = linkKeys(value)
  const walk = (inner: unknown): unknown => {
    if (Array.isArray(inner))
      return inner.map((each) => (typeof each === 'string' && links.has(each) ? nameOf(each) : walk(each)))
    if (typeof inner !== 'object' || inner === null) return inner
    return Object.fromEntries(
      Object.entries(inner).map(([name, each]) => [
        name,
        name === '_key' ? nameOf(String(each)) : walk(each),
      ]),
    )
  }
  return walk(value) as Value
}

function linkKeys(value: unknown): Set<string> {
  const keys = new Set<string>()
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const inner = waiting.pop()
    if (Array.isArray(inner)) waiting.push(...inner)
    else if (typeof inner === 'object' && inner !== null) {
      const {markDefs} = inner as {markDefs?: {_key: string}[]}
      for (const {_key} of markDefs ?? []) keys.add(_key)
      waiting.push(...Object.values(inner))
    }
  }
  return keys
}
