import type {ExprNode} from 'groq-js'
import {children} from './tree.ts'

/** Functions that read the whole document they are called on. */
const WHOLE = new Set(['global::references'])

/**
 * Names of the attributes that expressions can read from a document, perhaps a few more; undefined if they may read all
 * of it. Documents are large, and most filters and orders read one or two attributes.
 */
export function neededAttributes(expressions: readonly ExprNode[]): string[] | undefined {
  const names = new Set<string>()
  return expressions.every((expression) => gather(expression, names)) ? [...names] : undefined
}

/** Whether an attribute name needs no escaping in an SQLite path. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)
}

function gather(node: ExprNode, names: Set<string>): boolean {
  switch (node.type) {
    case 'This':
    case 'Parent':
      return false
    case 'AccessAttribute':
      if (!isPlainName(node.name)) return false
      names.add(node.name)
      return (
        !node.base || node.base.type === 'This' || node.base.type === 'Parent' || gather(node.base, names)
      )
    case 'Projection':
      // `{…}` on the document itself needs only what is in the braces.
      return (node.base.type === 'This' || gather(node.base, names)) && gather(node.expr, names)
    case 'FuncCall': {
      const name = `${node.namespace}::${node.name}`
      if (WHOLE.has(name)) return false
      if (node.namespace === 'sanity') names.add('_id')
      return node.args.every((arg) => gather(arg, names))
    }
    default:
      return children(node).every((child) => gather(child, names))
  }
}
