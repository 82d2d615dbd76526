/**
 * hast to mdast by rehype-remark. What it sees is only the frame of a normalized tree: its white-space minifier and its
 * copy of the tree cost several times what parsing does, and lines need neither, so they are put in afterwards.
 */
import type {Parents, Root} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {Root as MdastRoot, Parent, PhrasingContent} from 'mdast'
import rehypeRemark from 'rehype-remark'
import type {VFile} from 'vfile'
import {handlers, nodeHandlers} from './handlers/index.ts'
import {joinTexts} from './join-texts.ts'
import {type LineNode, normalize} from './normalize.ts'

/** Transform of a unified processor. */
export default function toMdast() {
  return (tree: Root, file: VFile): MdastRoot => {
    const {frame, lines} = normalize(tree)
    /** Lines with the phrasing to put back into each. */
    const held: {node: Parent; phrasing: PhrasingContent[]}[] = []
    const line = (state: State, {index}: LineNode, parent: Parents | undefined) => {
      const element = lines[index]
      const node = element && state.one(element, parent)
      // A list of terms builds lines out of lines, so there they stay whole.
      if (node && !Array.isArray(node) && 'children' in node && !isTermList(parent)) {
        held.push({node, phrasing: node.children as PhrasingContent[]})
        node.children = []
      } else if (node && !Array.isArray(node)) joinTexts(node)
      return node
    }
    const mdast = rehypeRemark({handlers, nodeHandlers: {...nodeHandlers, line}})(frame, file)
    for (const {node, phrasing} of held) node.children = phrasing
    return mdast
  }
}

const isTermList = (node: Parents | undefined): boolean =>
  node?.type === 'element' && (node.tagName === 'dl' || node.tagName === 'dd')
