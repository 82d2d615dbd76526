/**
 * hast to mdast by rehype-remark. It would clone the tree, minify its white space and visit it twice, which costs
 * several times as much as parsing; a normalized tree needs none of that. So rehype-remark gets a single node that
 * represents the tree, and its state converts the tree at that node.
 */
import type {Parents, Root} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {Root as MdastRoot} from 'mdast'
import rehypeRemark from 'rehype-remark'
import type {Node} from 'unist'
import type {VFile} from 'vfile'
import {handlers, nodeHandlers} from './handlers/index.ts'
import {type LineNode, normalize} from './normalize.ts'

/** A node that represents the whole tree. */
interface TreeNode extends Node {
  type: 'tree'
}

declare module 'hast' {
  interface RootContentMap {
    tree: TreeNode
  }
}

/** Create a unified transform. */
export default function toMdast() {
  return (tree: Root, file: VFile): MdastRoot => {
    const {frame, lines} = normalize(tree)
    let made: MdastRoot | undefined
    const whole = (state: State): undefined => {
      made = state.one(frame, undefined) as MdastRoot
    }
    const line = (state: State, {index}: LineNode, parent: Parents | undefined) => {
      const element = lines[index]
      return element && state.one(element, parent)
    }
    const transform = rehypeRemark({handlers, nodeHandlers: {...nodeHandlers, line, tree: whole}})
    transform({type: 'root', children: [{type: 'tree'}]}, file)
    if (!made) throw new Error('Expected the tree to be read')
    return made
  }
}
