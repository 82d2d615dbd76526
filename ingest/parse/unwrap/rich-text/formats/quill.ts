/** A Quill Delta: inserts of text with attributes. The attributes of a line are those of its line break. */

import {slice, type TracedText} from '../../../trace/traced-text.ts'
import {valueAt} from '../../json/keys.ts'
import type {JsonNode} from '../../json/tree.ts'
import {
  attributeOf,
  type Context,
  type Format,
  isTrue,
  listNode,
  numberAt,
  objectNode,
  stringNode,
  writtenAt,
} from '../context.ts'
import {element, escaped, type HtmlNode, hasContent} from '../html.ts'
import {type FlatPart, nestParts} from '../lists.ts'
import {markNamed} from '../marks.ts'
import {embedOf, figureOf} from '../media.ts'
import {type Mark, nestRuns, type Run} from '../runs.ts'

export const quill: Format = {
  recognizes: (value) => {
    const ops = value.type === 'object' ? listNode(value, 'ops')?.children : undefined
    return ops?.[0] !== undefined && ops.every((one) => valueAt(one, 'insert') !== undefined)
  },
  htmlOf: (value, context) => nestParts(partsOf(context, listNode(value, 'ops')?.children ?? [])),
}

function partsOf(context: Context, ops: readonly JsonNode[]): FlatPart[] {
  const parts: FlatPart[] = []
  let runs: Run[] = []
  const end = (attributes: JsonNode | undefined): void => {
    parts.push(lineOf(context, nestRuns(runs), attributes))
    runs = []
  }
  for (const op of ops) {
    const attributes = objectNode(op, 'attributes')
    const text = stringNode(op, 'insert')
    if (!text) {
      const media = objectNode(op, 'insert')
      if (!media) continue
      if (runs.length > 0) end(undefined)
      const image = valueAt(media, 'image')
      parts.push({nodes: mediaOf(context, media, image)})
      continue
    }
    const value = context.read(text)
    let from = 0
    const marks = marksIn(context, attributes)
    for (const {index} of value.value.matchAll(/\n/g)) {
      if (index > from) runs.push({content: escaped(slice(value, from, index)), marks})
      end(attributes)
      from = index + 1
    }
    if (from < value.value.length) runs.push({content: escaped(slice(value, from)), marks})
  }
  end(undefined)
  return parts
}

function mediaOf(context: Context, media: JsonNode, image: JsonNode | undefined): HtmlNode[] {
  const [only] = media.children
  const address = image ?? only
  if (address?.type !== 'string') return embedOf(context, media)
  const src: TracedText = attributeOf(context, address)
  if (image) return [element('figure', [element('img', [], {src})])]
  return address.key === 'video' ? [element('iframe', [], {src})] : figureOf(context, media)
}

function marksIn(context: Context, attributes: JsonNode | undefined): Mark[] {
  const source = context.document.value
  return (attributes?.children ?? []).flatMap((one) => {
    const written = source.slice(one.start, one.end)
    if (one.key === 'link' && one.type === 'string')
      return {tag: 'a', attributes: {href: attributeOf(context, one)}, key: `a ${written}`}
    if (one.key === 'script') return markNamed(written) ?? []
    return written === 'true' ? (markNamed(one.key) ?? []) : []
  })
}

/** A line by the attributes of its line break. */
function lineOf(context: Context, inline: HtmlNode[], attributes: JsonNode | undefined): FlatPart {
  const source = context.document.value
  if (!hasContent(inline)) return {nodes: []}
  const list = writtenAt(source, attributes, 'list')
  if (list !== undefined) {
    const isDone = /checked$/.test(list) ? list === 'checked' : undefined
    const level = (numberAt(source, attributes, 'indent') ?? 0) + 1
    return {
      item: {
        level,
        tag: list === 'ordered' ? 'ol' : 'ul',
        children: inline,
        ...(isDone !== undefined && {isDone}),
      },
    }
  }
  const level = numberAt(source, attributes, 'header')
  if (level !== undefined && level >= 1 && level <= 6) return {nodes: [element(`h${level}`, inline)]}
  if (isTrue(source, attributes, 'blockquote'))
    return {nodes: [element('blockquote', [element('p', inline)])]}
  const code = attributes && valueAt(attributes, 'code-block')
  return {nodes: [code ? element('pre', [element('code', inline)]) : element('p', inline)]}
}
