/**
 * hast to mdast by rehype-remark. What it sees is only the frame of a normalized tree: its white-space minifier and its
 * copy of the tree cost several times what parsing does, and lines need neither, so they are put in afterwards.
 */
import type {Root} from 'hast'
import type {Root as MdastRoot} from 'mdast'
import rehypeRemark from 'rehype-remark'
import type {VFile} from 'vfile'
import {handlers, nodeHandlers} from './handlers/index.ts'
import {type LineNode, normalize} from './normalize.ts'

/** Transform of a unified processor. */
export default function toMdast() {
  return (tree: Root, file: VFile): MdastRoot => {
    const {frame, lines} = normalize(tree)
    const line = (state: Parameters<(typeof nodeHandlers)['text']>[0], node: LineNode) => {
      const element = lines[node.index]
      return element && state.one(element, undefined)
    }
    return rehypeRemark({handlers, nodeHandlers: {...nodeHandlers, line}})(frame, file)
  }
}
