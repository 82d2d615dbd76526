/** Reverts a repair that an editor was asked to check. Pure. */
import type {StoredFinding} from '../findings.ts'
import type {Block} from './body-window.ts'

interface Span {
  _type: 'span'
  _key: string
  text: string
  marks?: string[]
}

interface TextBlock extends Block {
  _type: 'block'
  style?: string
  listItem?: string
  level?: number
  children: Span[]
  markDefs?: {_key: string}[]
}

/** What is needed to revert a repair. */
export interface RevertInput {
  body: readonly Block[]
  finding: StoredFinding
  /** The decoded source; undefined if it is not stored. */
  source: string | undefined
  /** Places of the blocks in the source, in the order of the source. */
  blockSources: readonly {blockKey: string; ranges: readonly {start: number; end: number}[]}[]
}

/** The new body, or a message for editors. */
export type Reverted = {body: Block[]} | {error: string}

const BY_HAND = 'This repair cannot be reverted automatically. Correct the text by hand, then choose “Keep”.'
const CHANGED = 'This text has been edited since, so the repair cannot be reverted automatically.'

/**
 * The body with the source's version of the repaired text:
 *
 * | repair | result |
 * |---|---|
 * | changed words or characters in a text block | the original words |
 * | lines made headings, list items or quotes | paragraphs; those that were one line in the source are joined |
 * | removed text | a new paragraph after the text that precedes it in the source |
 * | changed words or characters in a table cell | the original words |
 *
 * Other repairs, such as lines made a table, have no plain version. They return an error.
 */
export function revertFinding({body, finding, source, blockSources}: RevertInput): Reverted {
  const targets = finding.targets ?? []
  if (targets.length === 0) return putBack({body, finding, source, blockSources})
  const keys = new Set(targets.map(({blockKey}) => blockKey))
  const found = body.filter(({_key}) => keys.has(_key))
  if (found.length < keys.size) return {error: CHANGED}
  const [only] = found
  if (only?._type === 'table' && found.length === 1 && finding.before !== undefined && finding.after)
    return rewriteTable(body, only, finding.after, finding.before)
  if (!found.every(isText)) return {error: BY_HAND}
  if (finding.before !== undefined && finding.after !== undefined && found.length === 1)
    return rewrite(body, found[0] as TextBlock, finding.after, finding.before)
  const joints = jointsOf(blockSources, source)
  const result: Block[] = []
  for (const block of body) {
    if (!keys.has(block._key)) result.push(block)
    else {
      const plain = asParagraph(block as TextBlock)
      const last = result.at(-1)
      if (last && keys.has(last._key) && joints.has(`${last._key} ${block._key}`))
        result[result.length - 1] = joined(last as TextBlock, plain)
      else result.push(plain)
    }
  }
  const isSame = result.length === body.length && result.every((block, index) => block === body[index])
  return isSame ? {error: BY_HAND} : {body: result}
}

const isText = (block: Block): block is TextBlock =>
  block._type === 'block' && Array.isArray(Reflect.get(block, 'children'))

function asParagraph(block: TextBlock): TextBlock {
  if ((block.style ?? 'normal') === 'normal' && block.listItem === undefined) return block
  const {listItem: _listItem, level: _level, ...rest} = block
  return {...rest, style: 'normal'}
}

/** Keeps the keys of the first block and renames those of the second that are already used. */
function joined(first: TextBlock, second: TextBlock): TextBlock {
  const taken = new Set([...first.children, ...(first.markDefs ?? [])].map(({_key}) => _key))
  const nameOf = (key: string) => (taken.has(key) ? `${second._key}-${key}` : key)
  const names = new Map((second.markDefs ?? []).map(({_key}) => [_key, nameOf(_key)]))
  return {
    ...first,
    children: [
      ...first.children,
      ...second.children.map((span) => ({
        ...span,
        _key: nameOf(span._key),
        ...(span.marks && {marks: span.marks.map((mark) => names.get(mark) ?? mark)}),
      })),
    ],
    markDefs: [
      ...(first.markDefs ?? []),
      ...(second.markDefs ?? []).map((definition) => ({...definition, _key: nameOf(definition._key)})),
    ],
  }
}

/** Pairs of blocks that are on one line of the source, with only spaces between them. */
function jointsOf(blockSources: RevertInput['blockSources'], source: string | undefined): Set<string> {
  const places = blockSources
    .flatMap(({blockKey, ranges}) => ranges.map(({start, end}) => ({blockKey, start, end})))
    .sort((a, b) => a.start - b.start)
  const joints = new Set<string>()
  for (const [index, place] of places.entries()) {
    const next = places[index + 1]
    if (!next || next.blockKey === place.blockKey) continue
    const between = source === undefined ? undefined : source.slice(place.end, next.start)
    if (next.start === place.end || (between !== undefined && /^[ \t]*$/.test(between)))
      joints.add(`${place.blockKey} ${next.blockKey}`)
  }
  return joints
}

function rewrite(body: readonly Block[], block: TextBlock, from: string, to: string): Reverted {
  // A snippet with markup was not text of the article.
  if (/<|>|…/.test(to) || from === '') return {error: BY_HAND}
  const holders = block.children.filter(({text}) => text.includes(from))
  const [span] = holders
  if (!span) return {error: CHANGED}
  const at = span.text.indexOf(from)
  if (holders.length > 1 || span.text.includes(from, at + 1)) return {error: BY_HAND}
  const text = span.text.slice(0, at) + to + span.text.slice(at + from.length)
  const children = block.children.map((child) => (child === span ? {...span, text} : child))
  return {body: body.map((each) => (each === block ? {...block, children} : each))}
}

/** The same in a table, if the repaired text occurs there exactly once. */
function rewriteTable(body: readonly Block[], table: Block, from: string, to: string): Reverted {
  if (/<|>|…/.test(to)) return {error: BY_HAND}
  let times = 0
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    const {_type, text} = value as {_type?: string; text?: unknown}
    if (_type === 'span' && typeof text === 'string') {
      times += text.split(from).length - 1
      return {...value, text: text.replace(from, () => to)}
    }
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)]))
  }
  const rewritten = walk(table) as Block
  if (times !== 1) return {error: times === 0 ? CHANGED : BY_HAND}
  return {body: body.map((each) => (each === table ? rewritten : each))}
}

/** Inserts removed text as a paragraph, at its place in the source. */
function putBack({body, finding, source, blockSources}: RevertInput): Reverted {
  const range = finding.ranges?.[0]
  if (!range || finding.before === undefined || source === undefined) return {error: BY_HAND}
  const text = source
    .slice(range.start, range.end)
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (text === '') return {error: BY_HAND}
  const present = new Map(body.map(({_key}, index) => [_key, index]))
  let after = -1
  let nearest = -1
  for (const {blockKey, ranges} of blockSources) {
    const index = present.get(blockKey)
    if (index === undefined) continue
    for (const {end} of ranges) {
      if (end > range.start || end < nearest) continue
      nearest = end
      after = index
    }
  }
  const key = `back-${finding._key}`
  if (present.has(key)) return {error: 'This text has already been restored.'}
  const block = {
    _type: 'block',
    _key: key,
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: `${key}-1`, text, marks: []}],
  }
  return {body: [...body.slice(0, after + 1), block, ...body.slice(after + 1)]}
}
