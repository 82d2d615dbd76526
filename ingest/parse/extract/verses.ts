/**
 * Lines of verse: lines of one element, or of elements side by side, that are words and end without a full stop. To a rule
 * that looks at one line each of them is a label.
 */
import type {Element} from 'hast'
import type {Line} from './lines.ts'

/** Minimum number of lines that make a verse. */
const MIN_LINES = 3
/** Minimum number of words in a line, and share of them in lower case, in a script that has it. */
const MIN_WORDS = 3
const MIN_LOWER_SHARE = 0.5
/** Maximum length of a line, in characters. */
const MAX_LENGTH = 90

const NAMES =
  /(?:^|[-_])(?:verses?|stanzas?|poem|poetry|lyrics?|strophe|couplet|line-?group|gedicht|poeme|poesia)(?:$|[-_])/i
const LINES = new Set('div p section span'.split(' '))

/** Find the lines of verse. Linear. */
export function versesIn(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>()
  let run: Line[] = []
  for (const line of [...lines, undefined]) {
    if (line && isVerse(line) && (run.length === 0 || areBeside(run.at(-1) as Line, line))) {
      run.push(line)
      continue
    }
    if (run.length >= MIN_LINES || run.some(isNamed)) for (const each of run) found.add(each)
    run = line && isVerse(line) ? [line] : []
  }
  return found
}

function isVerse({text, linked, media, tagName}: Line): boolean {
  if (media > 0 || linked > 0 || text.length > MAX_LENGTH || !LINES.has(tagName) || /[\d:|•·@©]/.test(text))
    return false
  const words = text.match(/[\p{L}\p{M}'’]+/gu) ?? []
  if (words.length < MIN_WORDS) return false
  return words.filter((word) => !/^\p{Lu}/u.test(word)).length >= MIN_LOWER_SHARE * words.length
}

/** Whether two lines are in one element, or in elements side by side: stanzas. */
const areBeside = (one: Line, other: Line): boolean =>
  one.tagName === other.tagName &&
  (one.ancestors[0] === other.ancestors[0] ||
    (one.ancestors[1] === other.ancestors[1] && one.ancestors[1] !== undefined))

const isNamed = ({nodes, ancestors}: Line): boolean =>
  [...nodes.filter((node) => node.type === 'element'), ...ancestors.slice(0, 3)].some(
    ({properties: {className}}: Element) =>
      Array.isArray(className) && className.some((name) => NAMES.test(String(name))),
  )
