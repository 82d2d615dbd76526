/** Walking and rewriting trees of GROQ, as groq-js parses them. */
import type {ExprNode} from 'groq-js'

/**
 * The scope in which a node is evaluated. root: outside of every document. nested: within a document (`^` leaves it).
 * hidden: within a document that `^` skips (the element of a traversal such as `*.slug`).
 */
export type ScopeKind = 'root' | 'nested' | 'hidden'

/** Children of a node that are evaluated in another scope than the node. */
const INNER_SCOPES: {[Type in ExprNode['type']]?: {part: string; scope: ScopeKind}} = {
  Filter: {part: 'expr', scope: 'nested'},
  Projection: {part: 'expr', scope: 'nested'},
  PipeFuncCall: {part: 'args', scope: 'nested'},
  Map: {part: 'expr', scope: 'hidden'},
  FlatMap: {part: 'expr', scope: 'hidden'},
}

/** Nodes of an expression that are not expressions: array elements, object attributes, alternatives of select(). */
type Part = {type: string; [name: string]: unknown}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && typeof (value as {type?: unknown}).type === 'string'
}

/** Rewrite the children of a node; returns the same node if none changes. */
export function mapChildren(
  node: ExprNode,
  scope: ScopeKind,
  change: (child: ExprNode, scope: ScopeKind) => ExprNode,
): ExprNode {
  // The value of a Value node is data, even if it looks like a node.
  if (node.type === 'Value') return node
  return mapParts(node as unknown as Part, scope, change) as unknown as ExprNode
}

/** Structural nodes that contain expressions but are none. */
const CARRIERS = new Set([
  'ArrayElement',
  'ObjectAttributeValue',
  'ObjectConditionalSplat',
  'ObjectSplat',
  'SelectAlternative',
])

function mapParts(
  node: Part,
  scope: ScopeKind,
  change: (child: ExprNode, scope: ScopeKind) => ExprNode,
): Part {
  const inner = INNER_SCOPES[node.type as ExprNode['type']]
  const one = (value: unknown, childScope: ScopeKind): unknown => {
    if (!isPart(value)) return value
    return CARRIERS.has(value.type)
      ? mapParts(value, childScope, change)
      : change(value as unknown as ExprNode, childScope)
  }
  let changed = false
  const copy: Part = {...node}
  for (const [name, value] of Object.entries(node)) {
    const childScope = inner?.part === name ? inner.scope : scope
    let next: unknown
    if (Array.isArray(value)) {
      const items: unknown[] = value
      const mapped = items.map((item) => one(item, childScope))
      next = mapped.some((item, index) => item !== items[index]) ? mapped : value
    } else next = one(value, childScope)
    if (next === value) continue
    changed = true
    copy[name] = next
  }
  return changed ? copy : node
}

/** The expressions directly within a node. */
export function children(node: ExprNode): ExprNode[] {
  const found: ExprNode[] = []
  mapChildren(node, 'root', (child) => {
    found.push(child)
    return child
  })
  return found
}

/** Whether a node or any of its descendants passes a test. */
export function some(node: ExprNode, test: (node: ExprNode) => boolean): boolean {
  return test(node) || children(node).some((child) => some(child, test))
}

/** A constant whose value is computed on first use. */
export function lazyValue(make: () => unknown): ExprNode {
  let made: {value: unknown} | undefined
  return {
    type: 'Value',
    get value() {
      made ??= {value: make()}
      return made.value
    },
  }
}

/** The operands of `a && b && (c && d)`. */
export function conjuncts(node: ExprNode): ExprNode[] {
  if (node.type === 'And') return [...conjuncts(node.left), ...conjuncts(node.right)]
  if (node.type === 'Group') return conjuncts(node.base)
  return [node]
}

/** `a.b.c` as `['a', 'b', 'c']`, for attributes of the document itself; undefined for anything else. */
export function attributePath(node: ExprNode): string[] | undefined {
  if (node.type !== 'AccessAttribute') return undefined
  if (!node.base || node.base.type === 'This') return [node.name]
  const base = attributePath(node.base)
  return base && [...base, node.name]
}
