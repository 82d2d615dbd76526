/**
 * How a query reads the store. SQLite selects the documents that each `*` of a query can need; they replace the `*`,
 * and the query itself runs in groq-js. At the top level, filters, projections, order and slice are applied as
 * documents are read, so that only results stay in memory.
 */
import type {ExprNode} from 'groq-js'
import {type Chain, count, type PlanContext, run} from './chain.ts'
import {top} from './order.ts'
import {pushDown} from './pushdown.ts'
import {lazyValue, mapChildren, type ScopeKind, some} from './tree.ts'

/** Replace each `*` of a query by its documents, which are read on first use. */
export function plan(tree: ExprNode, context: PlanContext): ExprNode {
  return planNode(tree, 'root', context)
}

/** Replace each `*` of a query by the whole set, for queries that cannot run document by document. */
export function planWhole(
  tree: ExprNode,
  {reader, prepare}: Pick<PlanContext, 'reader' | 'prepare'>,
): ExprNode {
  const everything = lazyValue(() =>
    Array.from(reader.scan({sql: 'TRUE', values: []}), ({document}) => prepare(document)),
  )
  const replace = (node: ExprNode): ExprNode =>
    node.type === 'Everything' ? everything : mapChildren(node, 'root', replace)
  return replace(tree)
}

function planNode(node: ExprNode, scope: ScopeKind, context: PlanContext): ExprNode {
  const planned = scope === 'root' ? planRoot(node, context) : planInner(node, scope, context)
  return planned ?? mapChildren(node, scope, (child, childScope) => planNode(child, childScope, context))
}

/** Filters directly on `*`, innermost first. */
function filtersOf(node: ExprNode): ExprNode[] | undefined {
  if (node.type === 'Everything') return []
  if (node.type === 'Group') return filtersOf(node.base)
  if (node.type !== 'Filter') return undefined
  const inner = filtersOf(node.base)
  return inner && [...inner, node.expr]
}

/** Within a document, a set that does not depend on it is read once; one that does is read as narrowly as possible. */
function planInner(node: ExprNode, scope: ScopeKind, context: PlanContext): ExprNode | undefined {
  const filters = filtersOf(node)
  if (!filters) return undefined
  if (!some(node, (part) => part.type === 'Parent')) {
    const chain = chainOf(node, context)
    return chain && lazyValue(() => run(chain, context))
  }
  const {reader, prepare, lookups} = context
  const {condition} = pushDown(filters, reader.view)
  const everything = lazyValue(() => Array.from(reader.scan(condition), ({document}) => prepare(document)))
  const found = scope === 'nested' ? lookups.narrow(filters, everything) : everything
  return filters.reduce<ExprNode>(
    (base, filter) => ({type: 'Filter', base, expr: planNode(filter, 'nested', context)}),
    found,
  )
}

function chainOf(node: ExprNode, context: PlanContext): Chain | undefined {
  if (node.type === 'Everything')
    return {filters: [], expressions: [], over: (documents) => documents, onlyFilters: true}
  if (
    node.type !== 'Filter' &&
    node.type !== 'Map' &&
    node.type !== 'FlatMap' &&
    node.type !== 'ArrayCoerce' &&
    node.type !== 'Group'
  ) {
    return undefined
  }
  const base = chainOf(node.base, context)
  if (!base) return undefined
  if (node.type === 'ArrayCoerce' || node.type === 'Group') return base
  const expr = planNode(node.expr, node.type === 'Filter' ? 'nested' : 'hidden', context)
  return {
    filters: base.onlyFilters && node.type === 'Filter' ? [...base.filters, node.expr] : base.filters,
    expressions: [...base.expressions, node.expr],
    over: (documents) => ({...node, base: base.over(documents), expr}),
    onlyFilters: base.onlyFilters && node.type === 'Filter',
  }
}

function planRoot(node: ExprNode, context: PlanContext): ExprNode | undefined {
  if (node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'count' && node.args[0]) {
    const chain = chainOf(node.args[0], context)
    return chain && lazyValue(() => count(chain, context))
  }
  const scored = planScored(node, context)
  if (scored) return scored
  const limit = limitOf(node)
  if (limit !== undefined && (node.type === 'Slice' || node.type === 'AccessElement')) {
    const base = planList(node.base, limit, context)
    if (base) return {...node, base}
  }
  return planList(node, undefined, context)
}

/**
 * A search: `*[…] | score(…)[_score > 0]`. Each document is scored and filtered as it is read, so that only matches are
 * kept.
 */
function planScored(node: ExprNode, context: PlanContext): ExprNode | undefined {
  const filters: ExprNode[] = []
  let base = node
  for (; base.type === 'Filter'; base = base.base) filters.unshift(planNode(base.expr, 'nested', context))
  if (base.type !== 'PipeFuncCall' || base.name !== 'score') return undefined
  const chain = chainOf(base.base, context)
  if (!chain) return undefined
  const args = base.args.map((arg) => planNode(arg, 'nested', context))
  const score = base
  // If only documents with a score are kept, one of the arguments must be true.
  const hint = filters.some(isScorePositive)
    ? args.reduce<ExprNode>((left, right) => ({type: 'Or', left, right}), {type: 'Value', value: false})
    : undefined
  const scored: Chain = {
    ...chain,
    ...(hint && {hint}),
    expressions: [...chain.expressions, {type: 'This'}],
    onlyFilters: false,
    over: (documents) =>
      filters.reduce<ExprNode>((inner, expr) => ({type: 'Filter', base: inner, expr}), {
        ...score,
        base: chain.over(documents),
        args,
      }),
  }
  return lazyValue(() => {
    const found = run(scored, context) as {_score: number}[]
    return found.sort((a, b) => b._score - a._score)
  })
}

/** `_score > 0` */
function isScorePositive(node: ExprNode): boolean {
  if (node.type !== 'OpCall' || node.op !== '>') return false
  const {left, right} = node
  return (
    left.type === 'AccessAttribute' &&
    !left.base &&
    left.name === '_score' &&
    right.type === 'Value' &&
    right.value === 0
  )
}

/** How many elements from the start a slice or an element access can need. */
function limitOf(node: ExprNode): number | undefined {
  if (node.type === 'AccessElement') return node.index >= 0 ? node.index + 1 : undefined
  if (node.type !== 'Slice' || node.left < 0 || node.right < 0) return undefined
  return node.right + (node.isInclusive ? 1 : 0)
}

function planList(node: ExprNode, limit: number | undefined, context: PlanContext): ExprNode | undefined {
  if (node.type === 'PipeFuncCall' && node.name === 'order') {
    const chain = chainOf(node.base, context)
    if (!chain) return undefined
    const args = node.args.map((arg) => planNode(arg, 'nested', context))
    const order = (list: ExprNode): ExprNode => ({...node, base: list, args})
    return order(
      lazyValue(() =>
        limit === undefined ? run(chain, context) : top(chain, node.args, order, limit, context),
      ),
    )
  }
  const chain = chainOf(node, context)
  return chain && lazyValue(() => run(chain, context, limit))
}
