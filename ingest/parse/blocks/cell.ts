/** The content of a cell as text blocks. */
import type {BlockContent, Image, Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {TextBlock} from '../../../schemas/body.ts'
import {CELL_DECORATORS} from '../../../schemas/names.ts'
import type {Report} from '../findings/report.ts'
import {isPlaceOfPicture} from '../media/data-picture.ts'
import type {Origin} from '../trace/traced-text.ts'
import {rangesOf} from '../trace/traced-text.ts'
import {type Entry, originAt} from './entry.ts'
import {type LineStyle, textBlock} from './line.ts'
import {type Piece, partsOf} from './spans.ts'

const allowed: ReadonlySet<string> = new Set(CELL_DECORATORS)

/** The text blocks of a cell. Images in a cell without text become their alternative text: a flag may name a row's country. */
export function cellBlocks(nodes: readonly RootContent[], report: Report): Entry<TextBlock>[] {
  const entries: Entry<TextBlock>[] = []
  addNodes(nodes, {style: 'normal'}, entries, report)
  if (entries.length > 0) return entries
  const texts = imagesIn(nodes).flatMap((image, index): Piece[] => {
    const [run] = originAt(image)
    if (!image.alt || !run) return []
    const value = `${index > 0 ? ' ' : ''}${image.alt}`
    return [
      {
        text: {value, origin: [{...run, length: value.length}]},
        decorators: new Set(),
        link: undefined,
      },
    ]
  })
  const entry = textBlock(texts, {style: 'normal'}, allowed)
  return entry ? [entry] : []
}

/** In document order. */
function imagesIn(nodes: readonly RootContent[]): Image[] {
  const images: Image[] = []
  const stack: RootContent[] = nodes.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'image') images.push(node)
    else if ('children' in node) for (const child of node.children.toReversed()) stack.push(child)
  }
  return images
}

function addNodes(
  nodes: readonly RootContent[],
  style: LineStyle,
  entries: Entry<TextBlock>[],
  report: Report,
): void {
  for (const node of nodes) addNode(node, style, entries, report)
}

function addNode(node: RootContent, style: LineStyle, entries: Entry<TextBlock>[], report: Report): void {
  switch (node.type) {
    case 'paragraph':
    case 'caption':
    case 'heading':
      addLine(node.children, style, entries, report)
      break
    case 'code': {
      const line: PhrasingContent = {
        type: 'inlineCode',
        value: node.value,
        ...(node.data ? {data: node.data} : {}),
      }
      addLine([line], style, entries, report)
      break
    }
    case 'list':
      for (const item of node.children) {
        const level = Math.max(0, style.level ?? 0) + 1
        addItem(
          item.children,
          {style: 'normal', listItem: node.ordered ? 'number' : 'bullet', level},
          entries,
          report,
        )
      }
      break
    case 'gridRow':
      // A row of a table in a table: one line, its cells apart.
      addLine(rowLine(node.children.map((cell) => cell.children)), style, entries, report)
      break
    default:
      if ('children' in node) addNodes(node.children as RootContent[], style, entries, report)
  }
}

/** As in a body: the paragraphs of an item follow each other on lines of their own. */
function addItem(
  nodes: readonly RootContent[],
  style: LineStyle,
  entries: Entry<TextBlock>[],
  report: Report,
): void {
  let lines: Paragraph['children'] = []
  const flush = (): void => {
    addLine(lines, style, entries, report)
    lines = []
  }
  for (const node of nodes) {
    if (node.type === 'paragraph') {
      if (lines.length > 0) lines.push({type: 'break'})
      for (const child of node.children) lines.push(child)
      continue
    }
    flush()
    addNode(node, style, entries, report)
  }
  flush()
}

function addLine(
  nodes: readonly PhrasingContent[],
  style: LineStyle,
  entries: Entry<TextBlock>[],
  report: Report,
): void {
  const parts = partsOf(nodes)
  const pieces = parts.filter((part): part is Piece => 'text' in part)
  for (const part of parts) {
    if ('text' in part) continue
    const origin: Origin = originAt(part)
    const message =
      part.type === 'image' && part.alt
        ? 'A table cell can hold only text. The image was left out; its description is used where the cell has no other text.'
        : 'A table cell can hold only text. The image or embed in it was left out.'
    const code = part.type === 'image' ? 'image-dropped' : 'embed-dropped'
    report({
      code,
      message,
      ranges: rangesOf(origin),
      ...(!isPlaceOfPicture(part.url) && {before: part.url}),
    })
  }
  const entry = textBlock(pieces, style, allowed)
  if (entry) entries.push(entry)
}

const rowLine = (cells: readonly BlockContent[][]): PhrasingContent[] => cells.flatMap(phrasingIn)

/** All phrasing within flow content, block after block, apart by a space. */
function phrasingIn(nodes: readonly RootContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'paragraph' || node.type === 'caption' || node.type === 'heading') {
      return [...node.children, {type: 'text', value: ' '}]
    }
    if (node.type === 'code')
      return [{type: 'text', value: `${node.value} `, ...(node.data ? {data: node.data} : {})}]
    return 'children' in node ? phrasingIn(node.children as RootContent[]) : []
  })
}
