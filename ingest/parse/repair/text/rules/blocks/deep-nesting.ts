/**
 * Elements nested deeper than any article needs. Parsers and tree walks recurse per level, so deeper elements lose
 * their tags and keep their text.
 *
 * @example
 *   in: <div><p>One</p></div>
 *   out: <div><p>One</p></div>
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {voidElements} from '../../markup/names.ts'
import {surveyOf} from '../../markup/survey.ts'
import type {Tag} from '../../markup/tags.ts'
import {amend, type TextRule} from '../../rule.ts'

/** Maximum depth, in elements as the parser builds them. */
const MAX_DEPTH = 512
/** Levels that the parser makes of an element: some imply others (`tbody`), and self-closing ones none. */
const levels: Record<string, number> = {
  ...{
    table: 4,
    ul: 2,
    ol: 2,
    dl: 2,
    button: 2,
    object: 2,
    applet: 2,
    marquee: 2,
    template: 2,
    svg: 2,
    math: 2,
  },
  ...{p: 0, li: 0, dt: 0, dd: 0, tr: 0, td: 0, th: 0, thead: 0, tbody: 0, tfoot: 0, caption: 0, colgroup: 0},
  ...{option: 0, html: 0, head: 0, body: 0},
}
/** Maximum number of levels of one element. */
const MAX_LEVELS = Math.max(...Object.values(levels))

export const deepNesting: TextRule = (text, report) => {
  const {tags: list, isNested, depth: most} = surveyOf(text)
  if (list.length <= MAX_DEPTH || (isNested && most * MAX_LEVELS <= MAX_DEPTH)) return text
  const edits: Edit[] = []
  const open: Tag[] = []
  /** How often each name is open, and how often a start tag of it was dropped. */
  const counts = new Map<string, number>()
  const dropped = new Map<string, number>()
  let depth = 0
  const add = (map: Map<string, number>, name: string, by: number): number => {
    const sum = (map.get(name) ?? 0) + by
    map.set(name, sum)
    return sum
  }
  for (const tag of list) {
    const {name} = tag
    const weight = levels[name] ?? 1
    if (weight === 0 || voidElements.has(name)) continue
    if (!tag.closing) {
      if (depth + weight <= MAX_DEPTH) {
        depth += weight
        open.push(tag)
        add(counts, name, 1)
      } else {
        edits.push({start: tag.start, end: tag.end, value: ''})
        add(dropped, name, 1)
      }
    } else if ((dropped.get(name) ?? 0) > 0) {
      edits.push({start: tag.start, end: tag.end, value: ''})
      add(dropped, name, -1)
    } else if ((counts.get(name) ?? 0) > 0) {
      for (let top = open.pop(); top; top = open.pop()) {
        depth -= levels[top.name] ?? 1
        add(counts, top.name, -1)
        if (top.name === name) break
      }
    }
  }
  return amend(text, edits, report, {
    code: 'depth-capped',
    message: `Elements nested deeper than ${MAX_DEPTH} levels were removed. Their text was kept.`,
  })
}
