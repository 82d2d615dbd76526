/** A function fits on a screen: its reader sees where it begins and where it ends. */
import ts from 'typescript'
import {describe, expect, it} from 'vitest'
import {lineAt, syntaxTreesIn} from './source-files.ts'

/** Folders whose functions are all within the limit. */
const CHECKED = ['app', 'bench', 'deliver', 'ingest', 'lake', 'render', 'schemas', 'studio']

/** In lines, from the first of the signature to the closing brace. */
const MAX_LINES = 60

interface LongFunction {
  place: string
  name: string
  lines: number
}

function longFunctionsIn(tree: ts.SourceFile): LongFunction[] {
  const found: LongFunction[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const [start, end] = [lineAt(tree, node.getStart(tree)), lineAt(tree, node.getEnd())]
      const lines = end - start + 1
      if (lines > MAX_LINES) found.push({place: `${tree.fileName}:${start}`, name: nameOf(node), lines})
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** The name of a function, or of the variable or property that holds it. */
function nameOf(node: ts.SignatureDeclaration): string {
  const named = [node, node.parent].find(
    (each): each is typeof each & {name: ts.Node} => 'name' in each && Boolean(each.name),
  )
  return named?.name.getText() ?? '(anonymous)'
}

it('counts the lines of a function with its signature and its closing brace', () => {
  const source = (lines: number) => `const long = () => {\n${'  go()\n'.repeat(lines - 2)}}`
  const lengthsOf = (text: string) =>
    longFunctionsIn(ts.createSourceFile('long.ts', text, ts.ScriptTarget.Latest, true))
  expect(lengthsOf(source(MAX_LINES))).toEqual([])
  expect(lengthsOf(source(MAX_LINES + 1))).toEqual([{place: 'long.ts:1', name: 'long', lines: MAX_LINES + 1}])
})

describe.each(CHECKED)('%s', (folder) => {
  it(`has no function of more than ${MAX_LINES} lines`, () => {
    expect(syntaxTreesIn(folder).flatMap(longFunctionsIn)).toEqual([])
  })
})
