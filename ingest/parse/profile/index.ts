/**
 * Apply a source’s extraction profile before the general rules choose the article: remove what it removes, and keep
 * only what it keeps. This comes after the metadata, which the profile also affects.
 */
import type {Element, Nodes, Root} from 'hast'
import type {VFile} from 'vfile'
import {InputError} from '../errors.ts'
import {createReport} from '../findings/messages.ts'
import {extentOf} from '../trace/extent.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import type {Profile} from './profile.ts'
import {outermost, selectFirst} from './select.ts'

/**
 * Create a unified transform; a file without a profile is left alone. Sets `file.data.chosen` if the profile says what
 * to keep.
 *
 * @throws {InputError} `no-article` if the page lacks what the profile requires of articles
 */
export default function applyProfile() {
  return (tree: Root, file: VFile): void => {
    const {profile} = file.data
    if (!profile) return
    requireArticle(tree, profile)
    const report = createReport(file)
    for (const {selector, ranges} of removeAll(tree, profile.remove)) {
      if (ranges.length === 0) continue
      report({
        code: 'profile-removed',
        message: `The profile of ${profile.source} removes what matches \`${selector}\`.`,
        ranges,
      })
    }
    if (profile.keep.length === 0) return
    const {outer, all} = outermost(profile.keep, tree)
    if (outer.length === 0) {
      const list = profile.keep.map((selector) => `\`${selector}\``).join(', ')
      report({
        code: 'profile-unmatched',
        message: `The profile of ${profile.source} keeps ${list}, but nothing on the page matches. The general rules chose the article.`,
        ranges: [],
      })
      return
    }
    const {root, path, ranges} = keepOnly(tree, outer)
    if (ranges.length > 0) {
      report({
        code: 'profile-removed',
        message: `The profile of ${profile.source} keeps only other parts of the page.`,
        ranges,
      })
    }
    if (root) file.data.chosen = {root, kept: new Set([...all, ...path])}
  }
}

function requireArticle(tree: Root, {isArticle, source}: Profile): void {
  if (isArticle === undefined || selectFirst(isArticle, tree)) return
  throw new InputError(
    'no-article',
    `Nothing on the page matches \`${isArticle}\`, which the profile of ${source} requires of an article. If the page is an article, correct the profile.`,
  )
}

function removeAll(tree: Root, selectors: readonly string[]): {selector: string; ranges: SourceRange[]}[] {
  return selectors.map((selector) => {
    const {outer} = outermost([selector], tree)
    return {selector, ranges: take(tree, new Set(outer))}
  })
}

/** Remove elements from the tree; returns their ranges, in order. */
function take(tree: Root, gone: ReadonlySet<Nodes>): SourceRange[] {
  const ranges: SourceRange[] = []
  if (gone.size === 0) return ranges
  const stack: (Root | Element)[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const kept = node.children.filter((child) => {
      if (!gone.has(child)) return true
      const range = extentOf(child)
      if (range) ranges.push(range)
      return false
    })
    if (kept.length < node.children.length) node.children = kept as typeof node.children
    for (const child of kept) if (child.type === 'element') stack.push(child)
  }
  return ranges.toSorted((a, b) => a.start - b.start)
}

/**
 * Remove everything that is neither kept nor an ancestor of it. `root` is the smallest element around all that is kept.
 */
function keepOnly(
  tree: Root,
  outer: readonly Element[],
): {root: Element | undefined; path: Set<Element>; ranges: SourceRange[]} {
  const parents = parentsOf(tree)
  const kept = new Set<Nodes>(outer)
  const path = new Set<Element>()
  for (const element of outer) {
    for (
      let parent = parents.get(element);
      parent?.type === 'element' && !path.has(parent);
      parent = parents.get(parent)
    ) {
      path.add(parent)
    }
  }
  const gone = new Set<Nodes>()
  const stack: (Root | Element)[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const child of node.children) {
      if (kept.has(child)) continue
      if (child.type === 'element' && path.has(child)) stack.push(child)
      // The head describes the page and is reported separately.
      else if (!(child.type === 'element' && child.tagName === 'head') && holdsSomething(child))
        gone.add(child)
    }
  }
  const [only] = outer
  const root = outer.length === 1 && only ? only : commonParent(outer, path, parents)
  return {root, path, ranges: take(tree, gone)}
}

const holdsSomething = (node: Nodes): boolean =>
  node.type === 'element' || (node.type === 'text' && node.value.trim() !== '')

function parentsOf(tree: Root): Map<Nodes, Root | Element> {
  const parents = new Map<Nodes, Root | Element>()
  const stack: (Root | Element)[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const child of node.children) {
      parents.set(child, node)
      if (child.type === 'element') stack.push(child)
    }
  }
  return parents
}

/** Descend from the outermost ancestor while there is only one branch. */
function commonParent(
  outer: readonly Element[],
  path: ReadonlySet<Element>,
  parents: ReadonlyMap<Nodes, Root | Element>,
): Element | undefined {
  const kept = new Set(outer)
  let top = parents.get(outer[0] as Element)
  for (let parent = top; parent?.type === 'element'; parent = parents.get(parent)) top = parent
  let found = top?.type === 'element' ? top : undefined
  while (found) {
    const ways: Element[] = found.children.filter(
      (child): child is Element => child.type === 'element' && (path.has(child) || kept.has(child)),
    )
    const [way] = ways
    if (ways.length !== 1 || !way || kept.has(way)) break
    found = way
  }
  return found
}
