/** Every regular expression of the product's source: literals, and what `RegExp` is called with. */
import {globSync, readFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import ts from 'typescript'

export interface Found {
  file: string
  /** First line, counted from 1. */
  line: number
  source: string
  flags: string
}

export interface Unknown {
  file: string
  line: number
  /** The call, as it is written. */
  text: string
}

/** Regular expressions of all TypeScript files in `folders`, once each; and the calls whose pattern cannot be told. */
export function collect(root: string, folders: readonly string[]): {found: Found[]; unknown: Unknown[]} {
  const found: Found[] = []
  const unknown: Unknown[] = []
  const pattern = folders.map((folder) => `${folder}/**/*.{ts,tsx}`)
  for (const name of globSync(pattern, {cwd: root}).toSorted()) {
    const file = name.replaceAll('\\', '/')
    const source = sourceOf(join(root, file))
    const visit = (node: ts.Node): void => {
      const line = (): number => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/')
        found.push({file, line: line(), source: node.text.slice(1, end), flags: node.text.slice(end + 1)})
      } else if (isConstructor(node)) {
        const [first, second] = node.arguments ?? []
        const value = first && textOf(first, source)
        const flags = second ? textOf(second, source) : ''
        if (value === undefined || flags === undefined)
          unknown.push({file, line: line(), text: node.getText(source)})
        else found.push({file, line: line(), source: value, flags})
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return {found, unknown}
}

const parsed = new Map<string, ts.SourceFile>()

function sourceOf(path: string): ts.SourceFile {
  const known = parsed.get(path)
  if (known) return known
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  parsed.set(path, source)
  return source
}

const isConstructor = (node: ts.Node): node is ts.NewExpression | ts.CallExpression =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp'

/** Value of an expression that is made of literals and of constants, of its file or imported from ours; else undefined. */
function textOf(node: ts.Expression, source: ts.SourceFile): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isRegularExpressionLiteral(node)) return node.text.slice(1, node.text.lastIndexOf('/'))
  if (ts.isTemplateExpression(node)) {
    let text = node.head.text
    for (const {expression, literal} of node.templateSpans) {
      const value = textOf(expression, source)
      if (value === undefined) return undefined
      text += value + literal.text
    }
    return text
  }
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText(source) === 'String.raw')
    return rawText(node.template, source)
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node))
    return textOf(node.expression, source)
  if (ts.isCallExpression(node)) return joinedText(node, source)
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'source')
    return textOf(node.expression, source)
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [textOf(node.left, source), textOf(node.right, source)]
    return left === undefined || right === undefined ? undefined : left + right
  }
  if (!ts.isIdentifier(node)) return undefined
  const constant = constantsOf(source).get(node.text)
  return constant ? textOf(constant, source) : importedText(node.text, source)
}

/** Value of `list.join(separator)`, where the list is written in the file, as a constant or in place. */
function joinedText(node: ts.CallExpression, source: ts.SourceFile): string | undefined {
  const {expression, arguments: given} = node
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'join') return undefined
  const list = listOf(expression.expression, source)
  const separator = given[0] && textOf(given[0], source)
  const texts = list?.elements.map((element) => textOf(element, source))
  return separator === undefined || !texts || texts.includes(undefined) ? undefined : texts.join(separator)
}

function listOf(node: ts.Expression, source: ts.SourceFile): ts.ArrayLiteralExpression | undefined {
  if (ts.isArrayLiteralExpression(node)) return node
  if (ts.isAsExpression(node)) return listOf(node.expression, source)
  const constant = ts.isIdentifier(node) ? constantsOf(source).get(node.text) : undefined
  return constant && listOf(constant, source)
}

/** Value of a constant that a file takes from another of ours, perhaps by another name. */
function importedText(name: string, source: ts.SourceFile): string | undefined {
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const bindings = statement.importClause?.namedBindings
    if (!bindings || !ts.isNamedImports(bindings) || !statement.moduleSpecifier.text.startsWith('.')) continue
    const taken = bindings.elements.find((element) => element.name.text === name)
    if (!taken) continue
    const other = sourceOf(resolve(dirname(source.fileName), statement.moduleSpecifier.text))
    const constant = constantsOf(other).get((taken.propertyName ?? taken.name).text)
    return constant && textOf(constant, other)
  }
  return undefined
}

function rawText(template: ts.TemplateLiteral, source: ts.SourceFile): string | undefined {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.rawText ?? template.text
  let text = template.head.rawText ?? template.head.text
  for (const {expression, literal} of template.templateSpans) {
    const value = textOf(expression, source)
    if (value === undefined) return undefined
    text += value + (literal.rawText ?? literal.text)
  }
  return text
}

/** Top-level constants of a file. */
function constantsOf(source: ts.SourceFile): Map<string, ts.Expression> {
  const constants = new Map<string, ts.Expression>()
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const))
      continue
    for (const {name, initializer} of statement.declarationList.declarations)
      if (initializer && ts.isIdentifier(name)) constants.set(name.text, initializer)
  }
  return constants
}
