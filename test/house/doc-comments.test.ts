/** Every exported name has a doc comment, so that a reader learns what it is for where it is defined. */
import ts from 'typescript'
import {describe, expect, it} from 'vitest'
import {lineAt, syntaxTreesIn} from './source-files.ts'

/** Folders whose exported names all have one. */
const CHECKED = ['app', 'bench', 'deliver', 'ingest', 'lake', 'render', 'schemas', 'studio']

/**
 * Exported declarations without a doc comment. A file that exports one name may say it in the comment at its top. Exports from other files are
 * left out: their comment is where they are declared.
 */
function undocumentedIn(tree: ts.SourceFile): string[] {
  const exported = tree.statements.filter(
    (statement) =>
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({kind}) => kind === ts.SyntaxKind.ExportKeyword),
  )
  return exported
    .filter(
      (statement) => !commentBefore(tree, statement) && !(exported.length === 1 && startsWithComment(tree)),
    )
    .map((statement) => `${tree.fileName}:${lineAt(tree, statement.getStart(tree))}`)
}

const commentBefore = (tree: ts.SourceFile, statement: ts.Statement): boolean =>
  ts.getJSDocCommentsAndTags(statement).length > 0 ||
  (ts.getLeadingCommentRanges(tree.text, statement.getFullStart()) ?? []).some(({pos}) =>
    tree.text.startsWith('/**', pos),
  )

const startsWithComment = (tree: ts.SourceFile): boolean => tree.text.startsWith('/**')

it('reports an exported name without a comment, and no other', () => {
  const text = 'const own = 1\n/** Says why. */\nexport const known = own\nexport const bare = own\n'
  expect(undocumentedIn(ts.createSourceFile('some.ts', text, ts.ScriptTarget.Latest, true))).toEqual([
    'some.ts:4',
  ])
})

describe.each(CHECKED)('%s', (folder) => {
  it('has a doc comment on every exported name', () => {
    expect(syntaxTreesIn(folder).flatMap(undocumentedIn)).toEqual([])
  })
})
