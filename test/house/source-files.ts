/** TypeScript files of ours as syntax trees, for the checks of this folder. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import ts from 'typescript'
import {filesIn, ROOT} from './import-graph.ts'

/** The syntax trees of all TypeScript files in a folder, each named by its path from the root. Generated files are left out. */
export function syntaxTreesIn(folder: string): ts.SourceFile[] {
  return filesIn(folder)
    .filter((file) => file !== 'schemas/sanity.types.ts')
    .map((file) =>
      ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true),
    )
}

/** The number of the line that a position is on, from 1. */
export const lineAt = (tree: ts.SourceFile, position: number): number =>
  tree.getLineAndCharacterOfPosition(position).line + 1
