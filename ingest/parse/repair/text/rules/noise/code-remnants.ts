/**
 * Code and style rules that lost the element around them. Only whole lines, or whole texts between tags, that are
 * nothing but code; code that the article shows in `pre` or `code` stays.
 *
 * @example
 *   in: <p>One.</p>\n(adsbygoogle = window.adsbygoogle || []).push({});\n.post p{margin-bottom:20px;font-size:16px}
 *   out: <p>One.</p>\n\n
 * @example
 *   in: <p>Nobody was hurt. @media (max-width: 600px) { .ad { display: none; } }</p>
 *   out: <p>Nobody was hurt. </p>
 * @example
 *   in: <p>One.</p>\n(function(d, s) {\n  js = d.createElement(s);\n}(document, 'script'));\n<p>Two.</p>
 *   out: <p>One.</p>\n\n<p>Two.</p>
 * @example
 *   in: <p>One.</p>{"@type":"Article","author":{"name":"A"}}<p>Two.</p>
 *   out: <p>One.</p><p>Two.</p>
 * @example
 *   in: <pre>var a = b || [];</pre><p>The set {a: b} is open; call run() now.</p>
 *   out: <pre>var a = b || [];</pre><p>The set {a: b} is open; call run() now.</p>
 */
import type {Edit, SourceRange, TracedText} from '../../../../trace/traced-text.ts'
import {sourceRange} from '../../../../trace/traced-text.ts'
import {knownElements} from '../../markup/names.ts'
import {tokensOf} from '../../markup/tokens.ts'
import {apply, type TextRule} from '../../rule.ts'

const scriptWord =
  /\bfunction\s?\(|\bwindow\.|\bdocument\.|\.push\(|=>\s?\{|\b(?:var|let|const)\s+[\w$]+\s?=|\bgoogletag\b|\badsbygoogle\b|\bjQuery\(|\$\(|\.cmd\b|\bnew\s[A-Z]\w*\(|\btypeof\b|!function/
const scriptEnd = /(?:[;})]|\*\/)$/
const atRule = /^@(?:media|import|font-face|charset|keyframes|supports)\b/i
const ruleEnd = /[};]$/
/** A comment, as at the start of plugins’ style sheets. */
const comment = /^\s*\/\*(?:(?!\*\/)[\s\S]){0,400}\*\/\s*/
/** Ends like lines of code. */
const codeLine = /[;{}(),[\]]$/
const closer = /^[\s})\];,(]+$/
/** One simple selector: an element, or classes, ids, states and attributes. */
const simple = /^(?:[a-z][\w-]{0,40}|\*)?(?:[.#:[][^\s,]{1,200})?$/i
/** An at-rule with declarations, at the end of a sentence’s line. */
const atRuleRest =
  /@(?:media|font-face|supports|keyframes)\b[^{}<>;@]{0,200}\{(?:[^{}<>]|\{[^{}<>]{0,2000}\}){1,4000}\}\s*$/

export const codeRemnants: TextRule = (text, report) => {
  const {value} = text
  if (!/[;}]\s*(?:$|[\n<])/.test(value)) return text
  const edits: Edit[] = []
  const drop = (start: number, end: number, script: boolean): void => {
    edits.push({start, end, value: ''})
    report({
      code: script ? 'script-dropped' : 'style-dropped',
      message: script ? 'Program code in the text was removed.' : 'Style rules in the text were removed.',
      ranges: [sourceRange(text, start, end)],
    })
  }
  let code = 0
  for (const token of tokensOf(text)) {
    if (token.type === 'inline' && /^(?:code|kbd|samp|tt)$/.test(token.tag.name))
      code += token.tag.closing ? -1 : 1
    if (token.type !== 'text' || code > 0) continue
    const line = value.slice(token.start, Math.min(token.end, token.start + 5000))
    const end = value.slice(Math.max(token.start, token.end - 4), token.end)
    if (!scriptEnd.test(end) && !ruleEnd.test(end)) continue
    if (isData(value.slice(token.start, Math.min(token.end, token.start + MAX_DATA_LENGTH)))) {
      drop(token.start, token.end, true)
      continue
    }
    if (scriptEnd.test(end) && scriptWord.test(line) && isSymbolic(line)) drop(token.start, token.end, true)
    else if (ruleEnd.test(end) && isRule(line) && isSymbolic(line)) drop(token.start, token.end, false)
    else {
      const rest = line.includes('@') ? atRuleRest.exec(line) : null
      if (rest && /[\w-]{2}\s?:\s?[^;{}]{1,80};/.test(rest[0]))
        drop(token.start + rest.index, token.end, false)
    }
  }
  for (const run of codeRuns(text))
    if (!edits.some(({start}) => start === run.start)) drop(run.start, run.end, true)
  return apply(text, edits)
}

/** Minimum number of consecutive lines that together are code. */
const MIN_CODE_LINES = 3

/** Find consecutive lines of code, of which only one need be certain. */
function codeRuns(text: TracedText): SourceRange[] {
  const {value} = text
  if (!scriptWord.test(value)) return []
  const runs: SourceRange[] = []
  let run: SourceRange[] = []
  const end = (): void => {
    const [first, last] = [run[0], run.at(-1)]
    if (first && last && run.length >= MIN_CODE_LINES && scriptWord.test(value.slice(first.start, last.end)))
      runs.push({start: first.start, end: last.end})
    run = []
  }
  for (const token of tokensOf(text)) {
    if (token.type === 'newline') continue
    const line = value.slice(token.start, Math.min(token.end, token.start + 2000))
    if (token.type === 'text' && codeLine.test(line) && (isSymbolic(line, 3) || closer.test(line)))
      run.push(token)
    else end()
  }
  end()
  return runs
}

/** Maximum length of an object that is examined, in characters. */
const MAX_DATA_LENGTH = 50_000

/** Whether a line is an object of data, such as the JSON-LD of a page. */
function isData(line: string): boolean {
  if (!/^\{\s?"[^"]{1,60}"\s?:/.test(line) || !line.endsWith('}')) return false
  try {
    JSON.parse(line)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

/** Whether a line has far more signs than any sentence. */
function isSymbolic(line: string, fewest = 5): boolean {
  const signs = line.match(/[{}()[\];:=.#$_|&"'<>/*+-]/g)?.length ?? 0
  return signs >= fewest && signs > line.length * 0.1
}

/** Whether a text is an at-rule, or a selector with declarations in braces. */
function isRule(whole: string): boolean {
  const line = whole.replace(comment, '')
  if (atRule.test(line)) return true
  const open = line.indexOf('{')
  const close = line.indexOf('}', open)
  if (open < 1 || close < 0 || open > 200 || !/^[.#*a-z[:]/i.test(line)) return false
  return isSelector(line.slice(0, open)) && /[\w-]{2}\s?:\s?\S/.test(line.slice(open + 1, close))
}

/** Whether a text consists of selectors, without a word of prose. */
function isSelector(text: string): boolean {
  const parts = text
    .trim()
    .split(/[\s,>+~]+|&gt;/)
    .filter(Boolean)
  return (
    parts.length > 0 &&
    parts.every(
      (part) => simple.test(part) && (/[.#:[*]/.test(part) || knownElements.has(part.toLowerCase())),
    )
  )
}
