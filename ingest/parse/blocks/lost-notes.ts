/** Takes the links off marks whose note is not a text after them, before blocks get their keys, since a link is part of a key. */
import type {Link, Nodes, Parents, PhrasingContent, Root} from 'mdast'
import {firstEnding} from '../trace/first-ending.ts'
import type {SourceRange} from '../trace/traced-text.ts'

/** What no note can be. */
const OTHERS = new Set(['heading', 'grid', 'code', 'caption'])

interface Place {
  node: Nodes
  parent: Parents | undefined
  /** Rank of the paragraph or the item around it, which become a block. */
  block: number
  isNote: boolean
}

/** Replace links to notes that no block after theirs holds by their text, in place. */
export function unlinkLostNotes(tree: Root, targets: ReadonlyMap<string, SourceRange> | undefined): void {
  if (!targets) return
  const links: {link: Link; parent: Parents; block: number}[] = []
  const texts: (SourceRange & {block: number; isNote: boolean})[] = []
  let blocks = 0
  const stack: Place[] = [{node: tree, parent: undefined, block: 0, isNote: true}]
  for (let place = stack.pop(); place; place = stack.pop()) {
    const {node, parent} = place
    if (node.type === 'link' && parent && targets.has(node.url))
      links.push({link: node, parent, block: place.block})
    if (node.type === 'text')
      for (const {start, end} of node.data?.origin ?? [])
        if (start < end) texts.push({start, end, block: place.block, isNote: place.isNote})
    if (!('children' in node)) continue
    const isBlock = node.type === 'listItem' || (node.type === 'paragraph' && parent?.type !== 'listItem')
    const block = isBlock || OTHERS.has(node.type) ? ++blocks : place.block
    const isNote = place.isNote && !OTHERS.has(node.type)
    for (const child of node.children.toReversed()) stack.push({node: child, parent: node, block, isNote})
  }
  texts.sort((a, b) => a.start - b.start)
  const lost = new Set<Nodes>()
  const parents = new Set<Parents>()
  for (const {link, parent, block} of links) {
    const place = targets.get(link.url) ?? {start: 0, end: 0}
    const text = texts[firstEnding(texts, place.start)]
    if (text?.isNote && text.block > block && text.start < place.end) continue
    lost.add(link)
    parents.add(parent)
  }
  for (const parent of parents)
    parent.children = parent.children.flatMap((child): PhrasingContent[] =>
      lost.has(child) ? (child as Link).children : [child as PhrasingContent],
    )
}
