/**
 * Text of paragraphs and headings, read once for all rules. Only for rules after `flatten-flow.ts`: from there on such
 * a block is replaced, never changed.
 */
import type {Root} from 'hast'
import {HEADINGS} from './names.ts'
import {isOneOf, type Named, type Node, plainText, rawText} from './nodes.ts'

/** Read `rawText`, cached for paragraphs and headings. */
export function rawLine(node: Node | Root): string {
  if (!isLine(node)) return rawText(node)
  const text = textsFor(node)
  text.raw ??= rawText(node)
  return text.raw
}

/** Read `plainText`, cached for paragraphs and headings. */
export function plainLine(node: Node | Root): string {
  if (!isLine(node)) return plainText(node)
  const text = textsFor(node)
  text.plain ??= plainText(node)
  return text.plain
}

const LINES: ReadonlySet<string> = new Set([...HEADINGS, 'p'])

const isLine = (node: Node | Root): node is Named => isOneOf(node, LINES)

interface LineText {
  raw?: string
  plain?: string
}

const texts = new WeakMap<Node, LineText>()

function textsFor(node: Node): LineText {
  const known = texts.get(node)
  if (known) return known
  const text: LineText = {}
  texts.set(node, text)
  return text
}
