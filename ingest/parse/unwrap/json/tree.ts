/** Reads a JSON document as a tree whose nodes have source ranges. A document that is cut off is read up to its end. */
import type {SourceRange} from '../../trace/traced-text.ts'

/** A value of the document. The range of a string is that of its content, without quotes. */
export interface JsonNode extends SourceRange {
  type: 'object' | 'array' | 'string' | 'literal'
  /** Its key in its object; `*` in an array and for the document itself. */
  key: string
  parent: JsonNode | undefined
  /** Values of an object or array, in order. */
  children: JsonNode[]
}

/** A string that is a value. */
export interface JsonString extends SourceRange {
  /** Keys from the outside in; `*` for a place in an array. */
  path: string[]
  node: JsonNode
}

/** Maximum depth of a document that is examined; one that carries an article is shallow. */
const MAX_DEPTH = 100

/** The document's value; undefined if the text is not a JSON document. */
export function readJson(value: string): JsonNode | undefined {
  if (!isJson(value) && !isCutJson(value)) return undefined
  const open: JsonNode[] = []
  let root: JsonNode | undefined
  let key = '*'
  const add = (type: JsonNode['type'], start: number, end: number): JsonNode => {
    const parent = open.at(-1)
    const node: JsonNode = {
      type,
      start,
      end,
      key: parent?.type === 'object' ? key : '*',
      parent,
      children: [],
    }
    parent?.children.push(node)
    root ??= node
    return node
  }
  for (let at = 0; at < value.length; at++) {
    const character = value[at] ?? ''
    if (character === '{' || character === '[') {
      if (open.length === MAX_DEPTH) return undefined
      open.push(add(character === '{' ? 'object' : 'array', at, value.length))
    } else if (character === '}' || character === ']') {
      const closed = open.pop()
      if (closed) closed.end = at + 1
    } else if (character === '"') {
      const end = endOfString(value, at + 1)
      if (open.at(-1)?.type === 'object' && isKey(value, end + 1)) key = value.slice(at + 1, end)
      else add('string', at + 1, end - cutEscape(value, end))
      at = end
    } else if (/[-\w.]/.test(character)) {
      const start = at
      while (at + 1 < value.length && /[-+\w.]/.test(value[at + 1] ?? '')) at++
      add('literal', start, at + 1)
    }
  }
  return root
}

/** Strings in a value, in order, with the keys that lead to them from the document; without those inside some values. */
export function stringsIn(
  root: JsonNode | undefined,
  except: ReadonlySet<JsonNode> = new Set(),
): JsonString[] {
  const found: JsonString[] = []
  const visit = (node: JsonNode, path: string[]): void => {
    if (except.has(node)) return
    if (node.type === 'string') found.push({start: node.start, end: node.end, path, node})
    else for (const child of node.children) visit(child, [...path, child.key])
  }
  if (root) visit(root, [])
  return found
}

function isJson(value: string): boolean {
  const [first] = value.slice(0, 1000).trimStart()
  if (first !== '{' && first !== '[' && first !== '"') return false
  const last = value.slice(-1000).trimEnd().at(-1)
  if (last !== '}' && last !== ']' && last !== '"') return false
  try {
    JSON.parse(value)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

const FIRST_KEY = /^\s{0,99}[{[]\s{0,99}(?:[{[]\s{0,99})?"[^"\\]{1,80}"\s{0,9}:/

/** Whether a text is the start of a JSON document: all its tokens are valid, and it ends before the document does. */
export function isCutJson(value: string): boolean {
  if (!FIRST_KEY.test(value.slice(0, 400))) return false
  let depth = 0
  for (let at = 0; at < value.length; ) {
    const character = value[at] ?? ''
    if (character === '"') {
      at = endOfString(value, at + 1) + 1
      continue
    }
    if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') depth--
    else if (!/[\s,:\d.eE+\-truefalsn]/.test(character)) return false
    at++
  }
  return depth > 0
}

/** Length of an incomplete escape at the end of a text that is cut off inside a string. */
function cutEscape(value: string, end: number): number {
  return end < value.length
    ? 0
    : (/(?:^|[^\\])(\\(?:u[\da-f]{0,3})?)$/i.exec(value.slice(-8))?.[1]?.length ?? 0)
}

/** Offset of the quote that ends a string, or of the end of a text that was cut. */
function endOfString(value: string, from: number): number {
  for (let at = from; at < value.length; at++) {
    if (value[at] === '\\') at++
    else if (value[at] === '"') return at
  }
  return value.length
}

function isKey(value: string, from: number): boolean {
  let at = from
  while (/\s/.test(value[at] ?? '')) at++
  return value[at] === ':'
}
