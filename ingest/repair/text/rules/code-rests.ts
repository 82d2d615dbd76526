/**
 * Program code and style rules that lost the element round them. Only whole lines, or whole stretches between tags,
 * that are code and nothing else; code that the article shows in `pre` or `code` stays.
 *
 * @example
 *   in: <p>One.</p>\n(adsbygoogle = window.adsbygoogle || []).push({});\n.post p{margin-bottom:20px;font-size:16px}
 *   out: <p>One.</p>\n\n
 * @example
 *   in: <pre>var a = b || [];</pre><p>The set {a: b} is open; call run() now.</p>
 *   out: <pre>var a = b || [];</pre><p>The set {a: b} is open; call run() now.</p>
 */
import type {Edit} from '../../../trace/traced-text.ts'
import {sourceRange} from '../../../trace/traced-text.ts'
import {tokens} from '../markup/tokens.ts'
import {apply, type TextRule} from '../rule.ts'

const scriptWord =
  /\bfunction\s?\(|\bwindow\.|\bdocument\.|\.push\(|=>\s?\{|\b(?:var|let|const)\s+[\w$]+\s?=|\bgoogletag\b|\badsbygoogle\b|\bjQuery\(|\$\(|\.cmd\b|\bnew\s[A-Z]\w*\(|\btypeof\b|!function/
const scriptEnd = /(?:[;})]|\*\/)$/
const atRule = /^@(?:media|import|font-face|charset|keyframes|supports)\b/i
const ruleEnd = /[};]$/

export const codeRests: TextRule = (text, report) => {
  const {value} = text
  if (!/[;}]\s*(?:$|[\n<])/.test(value)) return text
  const edits: Edit[] = []
  let code = 0
  for (const token of tokens(text)) {
    if (token.type === 'inline' && /^(?:code|kbd|samp|tt)$/.test(token.tag.name))
      code += token.tag.closing ? -1 : 1
    if (token.type !== 'text' || code > 0) continue
    const line = value.slice(token.start, Math.min(token.end, token.start + 5000))
    const end = value.slice(Math.max(token.start, token.end - 4), token.end)
    const script = scriptEnd.test(end) && scriptWord.test(line) && isSymbolic(line)
    const style = !script && ruleEnd.test(end) && isRule(line) && isSymbolic(line)
    if (!script && !style) continue
    edits.push({start: token.start, end: token.end, value: ''})
    report({
      code: script ? 'script-dropped' : 'style-dropped',
      message: script
        ? 'Program code that stood in the text was removed.'
        : 'Style rules that stood in the text were removed.',
      ranges: [sourceRange(text, token.start, token.end)],
    })
  }
  return apply(text, edits)
}

/** Far more signs than any sentence has. */
function isSymbolic(line: string): boolean {
  const signs = line.match(/[{}()[\];:=.#$_|&"'<>/*+-]/g)?.length ?? 0
  return signs >= 5 && signs > line.length * 0.1
}

/** An at-rule, or a selector with declarations in braces. */
function isRule(line: string): boolean {
  if (atRule.test(line)) return true
  const open = line.indexOf('{')
  const close = line.indexOf('}', open)
  if (open < 1 || close < 0 || open > 200 || !/^[.#*a-z[:]/i.test(line)) return false
  return !/[<>;]/.test(line.slice(0, open)) && /[\w-]{2}\s?:\s?\S/.test(line.slice(open + 1, close))
}
