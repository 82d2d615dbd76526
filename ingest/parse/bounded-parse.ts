/**
 * HTML to hast, no deeper than the call stack allows. rehype-parse converts parse5’s tree by recursion and overflows at
 * about 2,000 levels, before any plugin can act; so if nesting may be deep, parse5’s tree is cut before it is
 * converted. Deeper elements become siblings at the deepest level, their text complete and in order.
 */
import type {Root} from 'hast'
import {fromParse5} from 'hast-util-from-parse5'
import {type DefaultTreeAdapterTypes, defaultTreeAdapter, parse as parseHtml} from 'parse5'
import {VFile} from 'vfile'
import {surveyOf} from './repair/text/markup/survey.ts'
import type {SourceRange, TracedText} from './trace/traced-text.ts'

/**
 * Maximum nesting, in levels: more than the text station lets through where it can, fewer than any step overflows at.
 */
export const MAX_DEPTH = 640

/** A tree of limited depth. */
export interface BoundedTree {
  tree: Root
  /** Ranges of elements that were nested too deeply, in offsets of the HTML. */
  cut: SourceRange[]
}

type Parent = DefaultTreeAdapterTypes.ParentNode
type Child = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** Parse HTML. `parse` reads HTML that cannot be nested too deeply; `depth` is its nesting, where that is known. */
export function parseBounded(
  text: TracedText,
  depth: number | undefined,
  parse: (html: string) => Root,
): BoundedTree {
  const html = text.value
  if ((depth ?? nestingOf(text)) <= MAX_DEPTH) return {tree: parse(html), cut: []}
  const document = parseHtml(html, {sourceCodeLocationInfo: true, scriptingEnabled: false})
  const cut = cutDepth(document)
  return {tree: fromParse5(document, {file: new VFile(html)}) as Root, cut}
}

function nestingOf(text: TracedText): number {
  const survey = surveyOf(text)
  return survey.isSound && survey.isNested ? survey.depth : maxNesting(text.value)
}

const tag = /<(\/?)([a-z][^\s/>]*)/gi
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

/** Estimate the maximum nesting of elements, assuming that only end tags close them. Cheap, and never much too low. */
export function maxNesting(html: string): number {
  const open = new Map<string, number>()
  let depth = 0
  let most = 0
  for (const [, slash, written = ''] of html.matchAll(tag)) {
    const name = written.toLowerCase()
    if (empty.has(name)) continue
    const count = open.get(name) ?? 0
    if (slash && count === 0) continue
    open.set(name, slash ? count - 1 : count + 1)
    depth += slash ? -1 : 1
    most = Math.max(most, depth)
  }
  return most
}

/** Cut deep nodes with an explicit stack. Returns where the cuts are. */
function cutDepth(document: Parent): SourceRange[] {
  const cut: SourceRange[] = []
  const stack: {node: Parent; depth: number}[] = [{node: document, depth: 0}]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const {node, depth} = top
    for (const child of node.childNodes) {
      if (!defaultTreeAdapter.isElementNode(child)) continue
      if (depth + 1 < MAX_DEPTH) stack.push({node: child, depth: depth + 1})
      // Templates show nothing.
      if ('content' in child) setChildren(child.content as Parent, [])
    }
    if (
      depth + 1 >= MAX_DEPTH &&
      node.childNodes.some((child) => 'childNodes' in child && child.childNodes.some(isElement))
    ) {
      const location = node.childNodes.find(isElement)?.sourceCodeLocation
      if (location) cut.push({start: location.startOffset, end: location.endOffset})
      setChildren(node, sideBySide(node))
    }
  }
  return cut
}

const isElement = (node: Child): node is Element => defaultTreeAdapter.isElementNode(node)

/** List all descendants in document order, each element with only the text at its beginning. */
function sideBySide(parent: Parent): Child[] {
  const level: Child[] = []
  const stack: Child[] = parent.childNodes.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    level.push(node)
    if (!isElement(node)) continue
    const first = node.childNodes.findIndex(isElement)
    if (first === -1) continue
    for (const child of node.childNodes.slice(first).toReversed()) stack.push(child)
    setChildren(node, node.childNodes.slice(0, first))
  }
  return level
}

function setChildren(parent: Parent, children: Child[]): void {
  for (const child of children) child.parentNode = parent
  parent.childNodes = children
}
