/**
 * Read presets of repairs from their source: the rules, their order and its reasons, what each rule does, and the
 * findings that it reports. It reads the syntax tree, so that the documentation matches what runs.
 */
import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import ts from 'typescript'

/** A repair rule. */
export interface Rule {
  /** The exported name. */
  name: string
  file: string
  /** Doc comment without its examples, as Markdown. */
  text: string
  /** Each example, as in the doc comment. */
  examples: string[]
  /** Finding codes in the rule's file, or in files of its folder that it imports. */
  codes: string[]
}

/** Rules that follow a comment in the preset. */
export interface Group {
  /** Why the rules are at this place; empty without a comment. */
  reason: string
  rules: Rule[]
}

const parsed = new Map<string, ts.SourceFile>()

function sourceOf(file: string): ts.SourceFile {
  const known = parsed.get(file)
  if (known) return known
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  parsed.set(file, source)
  return source
}

/** The rules in the array `preset` of `file`, grouped under the comments between them. */
export function readPreset(file: string, preset: string, codes: ReadonlySet<string>): Group[] {
  const source = sourceOf(file)
  const array = arrayOf(source, preset)
  if (!array) throw new Error(`Expected ${file} to hold an array \`${preset}\``)
  const groups: Group[] = []
  for (const element of array.elements) {
    const reason = lineComments(source, element.getFullStart())
    let group = groups.at(-1)
    if (!group || reason) {
      group = {reason, rules: []}
      groups.push(group)
    }
    group.rules.push(readRule(element.getText(source), source, codes))
  }
  return groups
}

function readRule(name: string, preset: ts.SourceFile, codes: ReadonlySet<string>): Rule {
  const file = importedFrom(preset, name)
  if (!file) throw new Error(`Expected ${preset.fileName} to import \`${name}\``)
  const comment = docComment(sourceOf(file), name)
  if (!comment) throw new Error(`Expected \`${name}\` in ${file} to have a doc comment`)
  const [text = '', ...examples] = comment.split(/^@example\n/m).map((part) => part.trim())
  return {name, file, text, examples: examples.map(withoutIndent), codes: [...codesOf(file, codes)]}
}

/** Lines of an example are indented by two spaces; the first line has lost them. */
const withoutIndent = (text: string): string => text.replace(/^ {2}/gm, '')

function arrayOf(source: ts.SourceFile, name: string): ts.ArrayLiteralExpression | undefined {
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const {name: own, initializer} of statement.declarationList.declarations) {
      if (own.getText(source) === name && initializer && ts.isArrayLiteralExpression(initializer))
        return initializer
    }
  }
  return undefined
}

/** `//` comments before a node, as one text. */
function lineComments(source: ts.SourceFile, start: number): string {
  return (ts.getLeadingCommentRanges(source.text, start) ?? [])
    .filter(({kind}) => kind === ts.SyntaxKind.SingleLineCommentTrivia)
    .map(({pos, end}) => source.text.slice(pos + 2, end).trim())
    .join(' ')
}

/** The comment of the exported declaration; if it has none, the one at the top of its file. */
function docComment(source: ts.SourceFile, name: string): string | undefined {
  const own = source.statements.find((statement) => declares(statement, name))
  const [top] = source.statements
  return (own && jsDoc(source, own)) ?? (top && jsDoc(source, top))
}

function declares(statement: ts.Statement, name: string): boolean {
  if (ts.isFunctionDeclaration(statement)) return statement.name?.text === name
  if (!ts.isVariableStatement(statement)) return false
  return statement.declarationList.declarations.some((declaration) => declaration.name.getText() === name)
}

function jsDoc(source: ts.SourceFile, node: ts.Node): string | undefined {
  const ranges = ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []
  const comments = ranges.map(({pos, end}) => source.text.slice(pos, end))
  return comments
    .findLast((comment) => comment.startsWith('/**'))
    ?.replace(/^\/\*\*\n?|\s*\*\/$/g, '')
    .replace(/^[ \t]*\*? ?/gm, '')
    .trim()
}

function importedFrom(source: ts.SourceFile, name: string): string | undefined {
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) continue
    const bindings = statement.importClause?.namedBindings
    if (!bindings || !ts.isNamedImports(bindings)) continue
    if (bindings.elements.some((element) => element.name.text === name)) return pathOf(source, statement)
  }
  return undefined
}

function pathOf(source: ts.SourceFile, {moduleSpecifier}: ts.ImportDeclaration): string | undefined {
  if (!ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.startsWith('.')) return undefined
  const file = join(dirname(source.fileName), moduleSpecifier.text)
  return existsSync(file) ? file : undefined
}

/** The codes in a file, and in files of its folder and below that it imports. */
function codesOf(file: string, codes: ReadonlySet<string>): Set<string> {
  const files = new Set([file])
  for (const one of files) {
    const source = sourceOf(one)
    for (const statement of source.statements) {
      if (!ts.isImportDeclaration(statement)) continue
      const imported = pathOf(source, statement)
      if (imported?.startsWith(dirname(file))) files.add(imported)
    }
  }
  return [...files].reduce((found, one) => found.union(codesIn(one, codes)), new Set<string>())
}

/** The codes that a file reports, without those that it only compares with or lists in a table. */
export function codesIn(file: string, codes: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && codes.has(node.text) && !isAsked(node)) found.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(sourceOf(file))
  return found
}

function isAsked({parent}: ts.StringLiteral): boolean {
  if (ts.isArrayLiteralExpression(parent) || ts.isLiteralTypeNode(parent) || ts.isCaseClause(parent))
    return true
  if (ts.isPropertyAssignment(parent)) return parent.name.getText() !== 'code'
  return ts.isBinaryExpression(parent) && parent.operatorToken.getText().includes('==')
}
