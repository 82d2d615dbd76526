/** Images and embeds of rich text. */
import type {TracedText} from '../../trace/traced-text.ts'
import {inserted, join} from '../../trace/traced-text.ts'
import type {JsonNode} from '../json/tree.ts'
import {attributeOf, type Context, eitherOf, stringNode, written} from './context.ts'
import {element, type HtmlNode, hasContent} from './html.ts'

const ADDRESS_KEYS =
  /^(?:url|src|href|originalSrc|source|embed|source_url|sourceUrl|asset_url|large|full|original)$/
const ADDRESS = /^(?:https?:|\\?\/|\.{0,2}\\?\/)|^[^\s:]{1,400}\.(?:avif|gif|jpe?g|png|svg|webp)(?:\?|$)/i
const ALT_KEYS = /^(?:alt|altText|alt_text|alternativeText|alternative_text)$/
const CAPTION_KEYS = /^(?:caption|legend|caption_text)$/
const CREDIT_KEYS = /^(?:credit|credits|attribution|photographer)$/
/** Maximum number of values of an image that are looked at. */
const MAX_VALUES = 200

/** The first value, the outermost first, that a test accepts. */
function search(value: JsonNode, accepts: (one: JsonNode) => boolean): JsonNode | undefined {
  const waiting = [value]
  for (let next = 0; next < waiting.length && next < MAX_VALUES; next++) {
    const one = waiting[next] as JsonNode
    if (next > 0 && accepts(one)) return one
    for (const child of one.children) waiting.push(child)
  }
  return undefined
}

/** The string with the address of an image, video or embed, at any depth of its value. */
const addressNode = (source: string, value: JsonNode): JsonNode | undefined =>
  search(
    value,
    (one) => one.type === 'string' && ADDRESS_KEYS.test(one.key) && ADDRESS.test(written(source, one) ?? ''),
  )

/** Objects of the document by the id that other objects refer to them by. */
const assets = new WeakMap<JsonNode, Map<string, JsonNode>>()

/** The object that a reference means: Contentful puts assets beside the text (`includes`, `links`), with `sys.id`. */
function referred({document: {value: source}, root}: Context, id: string): JsonNode | undefined {
  let known = assets.get(root)
  if (!known) {
    known = new Map()
    const waiting = [root]
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      for (const child of one.children) if (child.children.length > 0) waiting.push(child)
      const own = written(
        source,
        stringNode(
          one.children.find(({key}) => key === 'sys'),
          'id',
        ) ?? stringNode(one, '_id', 'id'),
      )
      if (own !== undefined && (!known.has(own) || addressNode(source, one))) known.set(own, one)
    }
    assets.set(root, known)
  }
  return known.get(id)
}

/** The object of the document that a node refers to, if it says no more than that. */
export function referredBy(context: Context, value: JsonNode): JsonNode | undefined {
  const id = search(value, ({type, key}) => type === 'string' && /^(?:id|_ref)$/.test(key))
  const found = id && referred(context, written(context.document.value, id) ?? '')
  if (!found) return undefined
  for (let around: JsonNode | undefined = value; around; around = around.parent)
    if (around === found) return undefined
  return found
}

const SANITY_IMAGE = /^image-([\w-]{1,80}-\d{1,6}x\d{1,6})-(\w{3,4})$/
const SANITY_CDN = /cdn\.sanity\.io\\?\/images\\?\/(\w{1,40})\\?\/([\w-]{1,64})\\?\//

/** The address of an image: its own, that of the asset which it refers to, or what its reference stands for. */
function imageAddress(context: Context, value: JsonNode): TracedText | undefined {
  const {document} = context
  const own = addressNode(document.value, value)
  if (own) return attributeOf(context, own)
  const reference = search(value, ({type, key}) => type === 'string' && /^(?:id|_ref)$/.test(key))
  const id = written(document.value, reference)
  if (!reference || id === undefined) return undefined
  const asset = referred(context, id)
  const found = asset && asset !== value ? addressNode(document.value, asset) : undefined
  if (found) return attributeOf(context, found)
  const [, name, extension] = SANITY_IMAGE.exec(id) ?? []
  const [, project, dataset] = SANITY_CDN.exec(document.value) ?? []
  if (!name || !project) return undefined
  const written_ = context.read(reference)
  const at = written_.origin[0]?.start ?? 0
  return join([inserted(`https://cdn.sanity.io/images/${project}/${dataset}/${name}.${extension}`, at)])
}

/** The words of a value: a string, rich text, or an object with either. */
function wordsOf(context: Context, value: JsonNode | undefined): HtmlNode[] {
  if (!value) return []
  if (value.type === 'string') return value.end > value.start ? [eitherOf(context, value)] : []
  return context.nested(value)
}

/** A figure, or undefined for an image without an address, which is noted. Content of its own is its caption. */
export function figureOf(context: Context, value: JsonNode, content: readonly HtmlNode[] = []): HtmlNode[] {
  const src = imageAddress(context, value)
  if (!src) {
    context.missing(value)
    return []
  }
  const source = context.document.value
  const alt = search(
    value,
    ({type, key, start, end}) => type === 'string' && end > start && ALT_KEYS.test(key),
  )
  const caption = hasContent(content)
    ? content
    : wordsOf(
        context,
        search(value, (one) => isFilled(source, one) && CAPTION_KEYS.test(one.key)),
      )
  const credit = wordsOf(
    context,
    search(value, (one) => isFilled(source, one) && CREDIT_KEYS.test(one.key)),
  )
  const image = element('img', [], {src, ...(alt && {alt: attributeOf(context, alt)})})
  const words = [...caption, ...(credit.length > 0 ? [element('small', credit, {class: 'credit'})] : [])]
  return [element('figure', words.length > 0 ? [image, element('figcaption', words)] : [image])]
}

const isFilled = (source: string, {type, start, end, children}: JsonNode): boolean =>
  type === 'string' ? /\S/.test(source.slice(start, end)) : children.length > 0

/** An embed by its address. */
export function embedOf(context: Context, value: JsonNode): HtmlNode[] {
  const address = addressNode(context.document.value, value)
  if (!address) return context.nested(value)
  const src = attributeOf(context, address)
  const caption = wordsOf(
    context,
    search(value, (one) => isFilled(context.document.value, one) && CAPTION_KEYS.test(one.key)),
  )
  const frame = element('iframe', [], {src})
  return [caption.length > 0 ? element('figure', [frame, element('figcaption', caption)]) : frame]
}
