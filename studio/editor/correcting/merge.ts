/** Merges blocks of text. */
import type {TextBlock} from '../table/types.ts'

/**
 * The first block with the text of all blocks, with marks and links. Texts are joined with a space, unless there already is one. A word that was
 * hyphenated at the end of a line is joined without the hyphen.
 */
export function mergeBlocks([first, ...rest]: readonly [TextBlock, ...TextBlock[]]): TextBlock {
  const children = [...(first.children ?? [])]
  const markDefs = [...(first.markDefs ?? [])]
  for (const block of rest) {
    const [head, ...others] = block.children ?? []
    const last = children.at(-1)
    if (!head) continue
    if (last) {
      const [before, after] = joined(last.text ?? '', head.text ?? '')
      children[children.length - 1] = {...last, text: before}
      children.push({...head, text: after}, ...others)
    } else children.push(head, ...others)
    markDefs.push(...(block.markDefs ?? []))
  }
  return {...first, children, markDefs}
}

function joined(before: string, after: string): [string, string] {
  if (/\p{L}[-‐]$/u.test(before) && /^\p{Ll}/u.test(after)) return [before.slice(0, -1), after]
  const isApart =
    before === '' || after === '' || /\s$/.test(before) || /^\s/.test(after) || isDense(before, after)
  return [isApart ? before : `${before} `, after]
}

/** Scripts without spaces between words. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const isDense = (before: string, after: string): boolean =>
  DENSE.test(before.slice(-1)) && DENSE.test(after.slice(0, 1))
