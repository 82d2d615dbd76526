/**
 * Run payloads of a public collection (../shared/corpora/xss) through the whole pipeline: alone, within a paragraph,
 * and as a page. Neither the article nor its HTML may contain active content. The last line is `N passed, N failed`.
 */
import {readFileSync} from 'node:fs'
import type {Nodes} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {articleHtml} from '../ingest/cli/render/article.ts'
import {InputError} from '../ingest/parse/errors.ts'
import {parseScrape} from '../ingest/parse/parse.ts'
import {activeContent} from '../ingest/parse/sanitize/audit.ts'
import {ROOT} from './run.ts'

interface Case {
  title?: string
  payload: string
}

const cases = JSON.parse(
  readFileSync(`${ROOT}../shared/corpora/xss/dompurify-payloads.json`, 'utf8'),
) as Case[]
const settings: Readonly<Record<string, (payload: string) => string>> = {
  bare: (payload) => payload,
  paragraph: (payload) => `<p>Some words before. ${payload} And some words after it.</p>`,
  page: (payload) =>
    `<!doctype html><html><head><title>A page</title></head><body><article><h1>A page</h1><p>Some words.</p>${payload}</article></body></html>`,
}
const allowed = new Set(
  'a blockquote br caption code em figcaption figure h1 h2 h3 h4 hr img li ol p pre s span strong sub sup table tbody td th thead tr u ul html head body'.split(
    ' ',
  ),
)
const parser = unified().use(rehypeParse)

/** The active content that a browser would find in rendered HTML. */
function activeElements(html: string): string[] {
  const found: string[] = []
  const stack: Nodes[] = [parser.parse(html)]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'element') {
      if (!allowed.has(node.tagName)) found.push(`<${node.tagName}>`)
      found.push(...Object.keys(node.properties).filter((name) => /^(?:on|style$|srcDoc$|form)/i.test(name)))
    }
    if ('children' in node) stack.push(...node.children)
  }
  return found
}

let passed = 0
let failed = 0
for (const {title, payload} of cases) {
  for (const [setting, wrap] of Object.entries(settings)) {
    const found: string[] = []
    try {
      const {article} = parseScrape({
        bytes: Buffer.from(wrap(payload)),
        origin: 'payload',
        contentType: 'text/html',
      })
      found.push(...activeContent(article), ...activeElements(articleHtml(article)))
    } catch (error) {
      // A payload of only code gives no article, which is safe.
      if (!(error instanceof InputError)) found.push(`an exception: ${String(error)}`)
    }
    if (found.length === 0) passed++
    else {
      failed++
      console.log(`✗ ${setting}: ${title ?? payload.slice(0, 80)}\n  ${found.join('\n  ')}`)
    }
  }
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
