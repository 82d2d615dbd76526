/**
 * Program code and style rules that lost the element round them. Only whole lines, or whole stretches between tags,
 * that are code and nothing else; code that the article shows in `pre` or `code` stays.
 *
 * @example
 *   in: <p>One.</p>\n(adsbygoogle = window.adsbygoogle || []).push({});\n.post p{margin-bottom:20px;font-size:16px}
 *   out: <p>One.</p>\n\n
 * @example
 *   in: <p>Nobody was hurt. @media (max-width: 600px) { .ad { display: none; } }</p>
 *   out: <p>Nobody was hurt. </p>
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
/** A comment, as style sheets of plugins begin with. */
const comment = /^\s*\/\*(?:(?!\*\/)[^]){0,400}\*\/\s*/
/** Selectors: names of elements, classes, ids, states and attributes, with no word of prose. */
const selectors =
  /^(?:(?:(?:[a-z][\w-]*|\*)?(?:[.#][\w-]+|::?[a-z-]+(?:\([^()]{0,100}\))?|\[[^\]]{1,100}\])*)(?:\s*(?:[>+~,]|&gt;)\s*|\s+|$))+$/i
/** An at-rule with declarations, at the end of a sentence's line. */
const atRuleRest =
  /@(?:media|font-face|supports|keyframes)\b[^{}<>;]{0,200}\{(?:[^{}<>]{0,2000}|\{[^{}<>]{0,2000}\}){1,40}\}\s*$/

export const codeRests: TextRule = (text, report) => {
  const {value} = text
  if (!/[;}]\s*(?:$|[\n<])/.test(value)) return text
  const edits: Edit[] = []
  const drop = (start: number, end: number, script: boolean): void => {
    edits.push({start, end, value: ''})
    report({
      code: script ? 'script-dropped' : 'style-dropped',
      message: script
        ? 'Program code that stood in the text was removed.'
        : 'Style rules that stood in the text were removed.',
      ranges: [sourceRange(text, start, end)],
    })
  }
  let code = 0
  for (const token of tokens(text)) {
    if (token.type === 'inline' && /^(?:code|kbd|samp|tt)$/.test(token.tag.name))
      code += token.tag.closing ? -1 : 1
    if (token.type !== 'text' || code > 0) continue
    const line = value.slice(token.start, Math.min(token.end, token.start + 5000))
    const end = value.slice(Math.max(token.start, token.end - 4), token.end)
    if (!scriptEnd.test(end) && !ruleEnd.test(end)) continue
    if (scriptEnd.test(end) && scriptWord.test(line) && isSymbolic(line)) drop(token.start, token.end, true)
    else if (ruleEnd.test(end) && isRule(line) && isSymbolic(line)) drop(token.start, token.end, false)
    else {
      const rest = line.includes('@') ? atRuleRest.exec(line) : null
      if (rest && /[\w-]{2}\s?:\s?[^;{}]{1,80};/.test(rest[0]))
        drop(token.start + rest.index, token.end, false)
    }
  }
  return apply(text, edits)
}

/** Far more signs than any sentence has. */
function isSymbolic(line: string): boolean {
  const signs = line.match(/[{}()[\];:=.#$_|&"'<>/*+-]/g)?.length ?? 0
  return signs >= 5 && signs > line.length * 0.1
}

/** An at-rule, or a selector with declarations in braces. */
function isRule(whole: string): boolean {
  const line = whole.replace(comment, '')
  if (atRule.test(line)) return true
  const open = line.indexOf('{')
  const close = line.indexOf('}', open)
  if (open < 1 || close < 0 || open > 200 || !/^[.#*a-z[:]/i.test(line)) return false
  return selectors.test(line.slice(0, open).trim()) && /[\w-]{2}\s?:\s?\S/.test(line.slice(open + 1, close))
}
