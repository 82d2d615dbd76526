/**
 * A second opinion on a finished article: anything in it that could act in a browser. Independent of how the article
 * was made; the tests and the conformance run check every article with it.
 */

import type {BodyBlock, TextBlock} from '../../../schemas/body.ts'
import {isDataPicture} from '../../../schemas/data-picture.ts'
import {ANNOTATIONS, BLOCK_TYPES, DECORATORS} from '../../../schemas/names.ts'
import type {ParsedArticle} from '../types.ts'

const links = /^(?:https?|mailto|tel):/
const media = /^https?:/
const types = new Set<string>(['block', ...BLOCK_TYPES])
const decorators = new Set<string>(DECORATORS)
const annotations = new Set<string>(ANNOTATIONS)

/**
 * Describe each thing that is not plain text, an allowed mark or a safe address, one per line; empty for a safe
 * article.
 */
export function activeContent(article: ParsedArticle): string[] {
  const {canonicalUrl, leadImage, body} = article
  const keys = new Set(body.map(({_key}) => `#${_key}`))
  return [
    ...address('canonicalUrl', canonicalUrl, media),
    ...address('leadImage', leadImage?.url, media),
    ...body.flatMap((block) => inBlock(block, keys)),
  ]
}

function inBlock(block: BodyBlock, places: ReadonlySet<string>): string[] {
  const inText = (text: TextBlock): string[] => inLine(text, places)
  if (!types.has(block._type)) return [`a block of type ${block._type}`]
  switch (block._type) {
    case 'block':
      return inText(block)
    case 'table':
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.value.flatMap(inText)))
    case 'figure':
      return isDataPicture(block.url) ? [] : address('figure', block.url, media)
    case 'embed':
      return address(block._type, block.url, media)
    case 'code':
    case 'latex':
    case 'divider':
      return []
  }
}

function inLine({children, markDefs}: TextBlock, places: ReadonlySet<string>): string[] {
  const keys = new Set(markDefs.map((definition) => definition._key))
  return [
    ...markDefs.flatMap((definition) =>
      annotations.has(definition._type)
        ? address('a link', places.has(definition.href) ? undefined : definition.href, links)
        : [`an annotation of type ${definition._type}`],
    ),
    ...children.flatMap(({marks}) =>
      marks.filter((mark) => !decorators.has(mark) && !keys.has(mark)).map((mark) => `a mark ${mark}`),
    ),
  ]
}

function address(what: string, value: string | undefined, allowed: RegExp): string[] {
  if (value === undefined) return []
  const parsed = URL.parse(value)
  return parsed && allowed.test(parsed.protocol) && allowed.test(value)
    ? []
    : [`${what} with the address ${value}`]
}
