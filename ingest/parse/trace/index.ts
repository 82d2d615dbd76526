/** Transform: brings the article's tree back to the source, see attach.ts. */
import type {Root} from 'hast'
import type {VFile} from 'vfile'
import {attachOrigins} from './attach.ts'

/** From here on, positions are offsets in the source, so reports need no translation any more. Does nothing where they are. */
export default function traceTree() {
  return (tree: Root, file: VFile): void => {
    const {html} = file.data
    if (!html) return
    attachOrigins(tree, html, String(file.value))
    delete file.data.html
  }
}
