/** Links beside each other that only a style sheet keeps apart. */
import type {Element, ElementContent, Root, Text} from 'hast'
import {setText, tracedTextOf} from '../trace/attach.ts'
import {inserted} from '../trace/traced-text.ts'
import {hasClass, textOf, textsIn} from './hast.ts'

/** Scripts without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const WORD = /[\p{L}\p{N}]/u
/** Classes of a link that looks like a button. */
const BUTTON = /(?:^|[-_])(?:btn|button)(?:$|[-_])/i

/**
 * Put a space between links whose words would run into each other, among the children of a node, in place. Parts of one link to one place
 * may be parts of a word.
 *
 * @example
 *   in: <a href="/plan.pdf">Plan</a><a href="/plan.pdf" download>Download</a>
 *   out: <a href="/plan.pdf">Plan</a> <a href="/plan.pdf" download>Download</a>
 */
export function partLinks(node: Element | Root): void {
  const children = node.children as ElementContent[]
  let separated: ElementContent[] | undefined
  for (const [index, child] of children.entries()) {
    const before = children[index - 1]
    const [left, right] = [linkIn(before), linkIn(child)]
    const areAlike = isMark(before) === isMark(child)
    const space = left && right && areAlike ? spaceBetween(left, right) : undefined
    if (space) separated ??= children.slice(0, index)
    if (space) separated?.push(space)
    separated?.push(child)
  }
  if (separated) node.children = separated
}

/** Whether a node is a superscript, or a link that is nothing else: a mark needs no space after the word that it is on. */
const isMark = (node: ElementContent | undefined): boolean =>
  node?.type === 'element' &&
  (node.tagName === 'sup' || (node.tagName === 'a' && node.children.length === 1 && isMark(node.children[0])))

/** A link, or the one in a superscript: two marks of notes are not one number. */
function linkIn(node: ElementContent | undefined): Element | undefined {
  if (node?.type !== 'element') return undefined
  if (node.tagName === 'a') return node.properties.href === undefined ? undefined : node
  return node.tagName === 'sup' && node.children.length === 1 ? linkIn(node.children[0]) : undefined
}

const endsWord = (character: string): boolean => WORD.test(character) && !UNSPACED.test(character)

function spaceBetween(before: Element, after: Element): Text | undefined {
  const isOne = textOf(before, 'href') === textOf(after, 'href')
  if (isOne && after.properties.download === undefined && !hasClass(after, BUTTON)) return undefined
  const last = Array.from(textsIn(before)).at(-1)
  const [first] = textsIn(after)
  if (!last || !first || !endsWord(last.value.slice(-1)) || !endsWord(first.value.slice(0, 1)))
    return undefined
  const space: Text = {type: 'text', value: ' '}
  setText(space, inserted(' ', tracedTextOf(first).origin[0]?.start ?? 0))
  return space
}
