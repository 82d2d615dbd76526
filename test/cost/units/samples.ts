/** Texts that a regular expression matches: one for each of its alternatives, and one for each mark that a class lists. */
import type {Expression} from '../../../scripts/check-regexes/parse.ts'
import {parseExpression} from '../../../scripts/check-regexes/parse.ts'

/** Characters tried for a class, in this order. */
const CANDIDATES = [...'aAé1 -:.,;|<>&"\'=/()[]*#_\n\t\u00a0—•“”Ж中あ']

/** Marks that the classes of an expression list one by one, such as bullets. */
const listed = /[^\s\w\\^\]-]/gu

/** Samples of an expression, without repetition. */
export function samplesOf(source: string, flags: string): string[] {
  const {root, groups} = parseExpression(source, flags)
  const context = {flags: flags.replace(/[gymd]/g, ''), groups}
  return [...new Set([...samples(root, context), ...marks(root)])].filter((text) => text.length > 0)
}

interface Context {
  flags: string
  groups: Map<string, Expression>
}

/** The first is the plainest; each alternative is in at least one of them. */
function samples(node: Expression, context: Context): string[] {
  switch (node.type) {
    case 'set':
      return [characterOf(node.source, context.flags)]
    case 'choice':
      return node.options.flatMap((option) => samples(option, context))
    case 'group':
      return samples(node.body, context)
    case 'repeat': {
      const times = Math.max(node.min, 1)
      return samples(node.body, context).map((text) => text.repeat(node.max === 0 ? 0 : times))
    }
    case 'sequence':
      return inTurn(node.parts.map((part) => samples(part, context)))
    case 'reference':
      return samples(context.groups.get(node.name) ?? {type: 'start'}, context).slice(0, 1)
    case 'look':
      return node.negative || node.behind ? [''] : samples(node.body, context)
    default:
      return ['']
  }
}

/** Sequences in which one part at a time is other than its first. */
function inTurn(parts: readonly string[][]): string[] {
  const plain = parts.map(([first = '']) => first)
  const others = parts.flatMap((choices, index) =>
    choices.slice(1).map((choice) => plain.with(index, choice).join('')),
  )
  return [plain.join(''), ...others]
}

const known = new Map<string, string>()

/** A character that one set matches. */
function characterOf(source: string, flags: string): string {
  if (source.length === 1 && source !== '.') return source
  const key = `${source}/${flags}`
  const found = known.get(key)
  if (found !== undefined) return found
  const expression = new RegExp(`^${source}$`, flags)
  const character = [...source.replace(/^\[\^.*/s, ''), ...CANDIDATES, ...everyCharacter()].find((one) =>
    expression.test(one),
  )
  known.set(key, character ?? '')
  return character ?? ''
}

function* everyCharacter(): Generator<string> {
  for (let code = 0; code < 0x20000; code++) yield String.fromCodePoint(code)
}

function marks(node: Expression): string[] {
  switch (node.type) {
    case 'set':
      return node.source.startsWith('[') && !node.source.startsWith('[^')
        ? Array.from(node.source.slice(1, -1).matchAll(listed), ([mark]) => mark)
        : []
    case 'choice':
      return node.options.flatMap(marks)
    case 'sequence':
      return node.parts.flatMap(marks)
    case 'repeat':
    case 'group':
    case 'look':
      return marks(node.body)
    default:
      return []
  }
}
