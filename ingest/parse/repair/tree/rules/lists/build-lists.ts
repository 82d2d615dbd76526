import type {Element, Root} from 'hast'
import type {Report} from '../../../../findings/report.ts'
import {tracedTextOf} from '../../../../trace/attach.ts'
import {cutAt, trimNodes} from '../../lib/cut.ts'
import {mapFlows} from '../../lib/flows.ts'
import {isInferred, setInferred} from '../../lib/inferred-paragraphs.ts'
import {type ListMark, listMark} from '../../lib/line-marks.ts'
import {rawLine} from '../../lib/line-text.ts'
import {STRONG} from '../../lib/names.ts'
import {
  element,
  isBlank,
  isOneOf,
  isTag,
  type Node,
  plainText,
  rawText,
  stretchOf,
  textNodesOf,
} from '../../lib/nodes.ts'

interface Line {
  node: Element
  mark: ListMark
}

/**
 * Lines that begin with bullets, dashes or numbers become lists, nested by indentation.
 *
 * @example
 *   ```html
 *   <p>• Buy seed</p><p>• Dig the bed</p>
 *   <p>1. Sow</p><p>2. Water</p>
 *   ```
 *   becomes
 *   ```html
 *   <ul><li>Buy seed</li><li>Dig the bed</li></ul><ol><li>Sow</li><li>Water</li></ol>
 *   ```
 */
export function buildLists(tree: Root, report: Report): void {
  mapFlows(tree, (siblings) => {
    const found = siblings.map(lineOf)
    if (!found.some(Boolean)) return siblings
    const lines = settled(found)
    const used = marksInUse(lines)
    const result: Node[] = []
    for (let index = 0; index < siblings.length; ) {
      const run: Line[] = []
      for (let line = lines[index + run.length]; line; line = lines[index + run.length]) run.push(line)
      const taken = run.length === 0 ? 0 : listLength(run, used)
      if (taken > 0) {
        const items = nested(run.slice(0, taken))
        for (const list of listsOf(items)) result.push(list)
        report({
          code: 'list-inferred',
          message:
            taken === 1
              ? 'A line that begins with a bullet or number became a list item.'
              : `${taken} lines that begin with bullets or numbers became a list.`,
          ranges: stretchOf(items.map(({node}) => node)),
        })
        reportStrays(items, report)
      } else result.push(siblings[index] as Node)
      index += Math.max(1, taken)
    }
    return result
  })
}

/**
 * Report items whose mark is not in the source: only a tag in the middle of a line showed them, so the list is a guess.
 */
function reportStrays(items: readonly Line[], report: Report): void {
  items.forEach(({node, mark}, index) => {
    if (index === 0 || !isPutIn(node) || items.slice(0, index).every((item) => isPutIn(item.node))) return
    report({
      code: 'item-reattached',
      message: 'An item outside any list was added to the list before it.',
      ranges: stretchOf(cutAt(node.children, mark.length)[1]),
      after: plainText(node).slice(mark.length, 80),
    })
  })
}

/** Whether a repair inserted the mark at the start of a line. */
function isPutIn(node: Element): boolean {
  for (const text of textNodesOf(node)) {
    let at = text.value.search(/\S/)
    if (at < 0) continue
    for (const run of tracedTextOf(text).origin) {
      if (at < run.length) return !run.copied
      at -= run.length
    }
  }
  return false
}

function lineOf(node: Node): Line | undefined {
  // The dash before the name of a speaker is no bullet.
  if (!isTag(node, 'p') || node.properties.dataSpeaker !== undefined) return undefined
  const mark = listMark(rawLine(node).slice(0, 80))
  // A bold number is the number of a section.
  const first = node.children.find((child) => !isBlank(child))
  return mark && !(mark.kind === 'number' && isOneOf(first, STRONG)) ? {node, mark} : undefined
}

/**
 * Find marks that begin two consecutive lines somewhere, or two inferred paragraphs: a single line with one is then an
 * item too. A lone asterisk belongs to a footnote.
 */
function marksInUse(lines: readonly (Line | undefined)[]): Set<string> {
  const used = new Set<string>()
  const inferred = new Set<string>()
  lines.forEach((line, index) => {
    if (!line || line.mark.kind === 'number') return
    const {mark} = line.mark
    if (lines[index + 1]?.mark.mark === mark) used.add(mark)
    if (!isInferred(line.node)) return
    if (inferred.has(mark)) used.add(mark)
    inferred.add(mark)
  })
  return used
}

/** Count the lines at the start of a run that make a list; 0 if the first does not. */
function listLength(run: readonly Line[], used: ReadonlySet<string>): number {
  const [first] = run
  if (!first) return 0
  if (first.mark.kind === 'number') return numbered(run)
  let length = 1
  while (length < run.length) {
    const mark = run[length]?.mark
    // Numbers in a bullet list are its items only if they are indented.
    if (!mark || (mark.kind === 'number' && mark.indent <= first.mark.indent)) break
    length++
  }
  if (first.mark.kind === 'dash')
    return length > 1 || used.has(first.mark.mark) ? (isDialogue(run.slice(0, length)) ? 0 : length) : 0
  if (length > 1 || used.has(first.mark.mark)) return length
  // For a single line, a bullet is enough; a hyphen is on a line of its own, and an asterisk may be a footnote’s.
  if (/[-+]/.test(first.mark.mark)) return isInferred(first.node) ? 1 : 0
  return first.mark.mark === '*' || first.mark.mark === '※' ? 0 : 1
}

/**
 * Nest lines whose indentation is lost by their marks: between consecutive numbers, each form of mark is below the one
 * that it first follows.
 */
function nested(run: readonly Line[]): Line[] {
  const [first] = run
  if (first?.mark.kind !== 'number') return [...run]
  const forms: string[] = []
  return run.map((line) => {
    const place = forms.indexOf(line.mark.mark)
    if (place >= 0) forms.length = place + 1
    else forms.push(line.mark.mark)
    const indent = first.mark.indent + 2 * (forms.length - 1)
    return line.mark.indent > first.mark.indent + 1 && forms.length < 3
      ? line
      : {...line, mark: {...line.mark, indent: Math.max(line.mark.indent, indent)}}
  })
}

/** Resolve letters that may be Roman numerals: i after h, v after iv. The preceding mark decides. */
function settled(lines: readonly (Line | undefined)[]): (Line | undefined)[] {
  const last = new Map<string, number>()
  return lines.map((line) => {
    if (line?.mark.kind !== 'number') return line
    const {mark} = line
    const other = mark.mark.includes('a') ? mark.mark.replace('a', 'i') : mark.mark.replace('i', 'a')
    const number = other === mark.mark ? undefined : twin(mark)
    const isOther =
      number !== undefined && last.get(other) === number - 1 && last.get(mark.mark) !== (mark.number ?? 0) - 1
    const read = isOther ? {...mark, mark: other, number} : mark
    last.set(read.mark, read.number ?? 0)
    return isOther ? {...line, mark: read} : line
  })
}

/** Convert a letter to a Roman numeral’s number, or the reverse. */
function twin({mark, number}: ListMark): number | undefined {
  if (mark.includes('a')) return number === 22 ? 5 : number === 24 ? 10 : undefined
  return number === 1 ? 9 : undefined
}

/**
 * Count the lines of a numbered list: 1, 2, 3, with nested lines in between. A lone number belongs to a heading or a
 * date.
 */
function numbered(run: readonly Line[]): number {
  const indent = run[0]?.mark.indent ?? 0
  const form = run[0]?.mark.mark
  const next = followingNumbers(run, form)
  let expected = run[0]?.mark.number ?? 1
  let count = 0
  let length = 0
  for (const {mark} of run) {
    // Letters below numbers, or bullets between two consecutive numbers.
    const other = mark.mark !== form && (mark.kind === 'number' || next[length] === expected)
    if (mark.indent > indent || (other && count > 0)) {
      length++
      continue
    }
    // Some programs number every item "1.".
    if (mark.kind !== 'number' || (mark.number !== expected && mark.number !== run[0]?.mark.number)) break
    expected = (mark.number ?? 0) + 1
    count++
    length++
  }
  return count > 1 ? length : 0
}

/** Find, for each line, the number of the next line with a form of mark. */
function followingNumbers(run: readonly Line[], form: string | undefined): (number | undefined)[] {
  const next: (number | undefined)[] = []
  let number: number | undefined
  for (let index = run.length - 1; index >= 0; index--) {
    const mark = run[index]?.mark
    if (mark && mark.mark === form) number = mark.number
    next[index] = number
  }
  return next
}

/** Whether lines are dialogue: in many languages speeches begin with a dash, and contain questions and exclamations. */
function isDialogue(run: readonly Line[]): boolean {
  const spoken = run.filter(({node}) =>
    /[?!»«”“"’‘]\s*$|[?!,]["”»]?\s[–—]?\s?\p{Ll}/u.test(rawText(node)),
  ).length
  return spoken * 3 >= run.length
}

/** Build lists from a run of lines; a deeper line belongs to the item before it. */
function listsOf(run: readonly Line[]): Element[] {
  const lists: Element[] = []
  const open: {indent: number; kind: string; list: Element}[] = []
  for (const {node, mark} of run) {
    const item = setInferred(
      element('li', withoutMarks(cutAt(node.children, mark.length)[1], mark.kind)),
      true,
    )
    for (let top = open.at(-1); top && mark.indent < top.indent && open.length > 1; top = open.at(-1))
      open.pop()
    const top = open.at(-1)
    const kind = mark.kind === 'number' ? 'ol' : 'ul'
    if (top && mark.indent > top.indent + 1) {
      const list = listFor(kind, mark)
      const holder = top.list.children.at(-1)
      if (holder?.type === 'element') holder.children.push(list)
      open.push({indent: mark.indent, kind, list})
    } else if (!top || (top.kind !== kind && open.length === 1)) {
      const list = listFor(kind, mark)
      lists.push(list)
      open.splice(0, open.length, {indent: mark.indent, kind, list})
    }
    open.at(-1)?.list.children.push(item)
  }
  return lists.map((list) => ({...list, ...element(list.tagName, list.children, list.properties)}))
}

/** Signs after another mark that say whether the task of an item is done. */
const STATES = /^[✅☑☒❌✗✘]/u

/** Remove further marks: some programs write their own before an existing one. */
function withoutMarks(nodes: readonly Node[], kind: ListMark['kind']): Node[] {
  let rest = trimNodes(nodes)
  for (let index = 0; index < 3; index++) {
    const again = listMark(
      rest
        .map((node) => rawText(node))
        .join('')
        .slice(0, 80),
    )
    if (!again || again.kind === 'number' || kind === 'number' || STATES.test(again.mark)) break
    rest = trimNodes(cutAt(rest, again.length)[1])
  }
  return rest
}

function listFor(kind: string, mark: ListMark): Element {
  const start = kind === 'ol' && mark.number !== undefined && mark.number !== 1 ? {start: mark.number} : {}
  return setInferred(element(kind, [], start), true)
}
