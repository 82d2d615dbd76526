/** Text that people read in the product is plain English: the words that once made it read like a translation stay out. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import ts from 'typescript'
import {expect, it} from 'vitest'
import {filesIn, ROOT} from './import-graph.ts'

const PRODUCT = ['app', 'deliver', 'ingest', 'lake', 'render', 'schemas', 'studio']

const UNIDIOMATIC =
  /\b(?:(?:is|are|was|were|been) told|told of|stands? (?:for|in|round|at|there)|stood|rests of|says? of itself|parted|swallowed|round (?:it|them))\b/i

/** Strings, templates and JSX text of a file that hold such a word. */
function wrongTexts(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  if (!UNIDIOMATIC.test(text)) return []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isJsxText(node)
    if (isText && UNIDIOMATIC.test(node.text)) {
      const {line} = source.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${file}:${line + 1}: ${node.text.trim()}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

it('uses the common word in every text of the product', () => {
  expect(PRODUCT.flatMap(filesIn).flatMap(wrongTexts)).toEqual([])
})
