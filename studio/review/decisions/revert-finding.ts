/** Taking back a repair that an editor was asked to check. Pure. */
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

export interface RevertInput {
  body: readonly Block[]
  finding: StoredFinding
  /** The decoded source; undefined when it is not kept. */
  source: string | undefined
  /** Places of the blocks in the source, in the order of the source. */
  blockSources: readonly {blockKey: string; ranges: readonly {start: number; end: number}[]}[]
}

export type Reverted = {body: Block[]} | {error: string}

const BY_HAND = 'This repair cannot be taken back by itself. Correct the text by hand, then mark it as kept.'
const CHANGED = 'The place was changed since, so the repair can no longer be taken back by itself.'

/**
 * The body with the source's version at the finding's place:
 *
 * | repair | then |
 * |---|---|
 * | words or signs changed within a text | what stood before stands there again |
 * | headings, list items, quotations made of lines | plain paragraphs again; those that were one line in the source are one |
 * | text left out | a paragraph after the text before it in the source |
 * | words or signs changed in a cell of a table | what stood before stands there again |
 *
 * What made a table, and anything else that has no plain version, is left to the editor: `error` says so.
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

/** The key of the first block stays; what the second brings with it is renamed where the first has the same key. */
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

/** Pairs of blocks between which the source has nothing but spaces of the same line. */
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
  // What holds markup was not text in the article.
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

/** The same in a cell: where one span of the table, and no other, holds what stands there now. */
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

/** Text that was left out comes back as a paragraph, where the source has it. */
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
  if (present.has(key)) return {error: 'The text is back already.'}
  const block = {
    _type: 'block',
    _key: key,
    style: 'normal',
    markDefs: [],
    children: [{_type: 'span', _key: `${key}-1`, text, marks: []}],
  }
  return {body: [...body.slice(0, after + 1), block, ...body.slice(after + 1)]}
}
