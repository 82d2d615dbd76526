/**
 * Formulas as TeX, once and in place, before the article is chosen: a page holds each of them several times (MathML for screen
 * readers, boxes or an image for the eye, the source in a script), and all but one would be words of their own.
 */
import type {Element, ElementContent, Root, Text} from 'hast'
import type {VFile} from 'vfile'
import {createReport} from '../findings/messages.ts'
import {extentOf} from '../trace/extent.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import {type Formula, formulaOf} from './formulas.ts'

/** A quick test: what a source with formulas holds. */
const SIGNS = /math|katex|mjx-|latex|ql-formula/i

/** Elements in which a formula cannot be a block. */
const LINES = new Set('a b caption em figcaption h1 h2 h3 h4 h5 h6 i strong td th'.split(' '))

/** Create a unified transform that makes each formula a `math` element with TeX, or a `pre` where it has a line of its own. */
export default function settleMath() {
  return (tree: Root, file: VFile): void => {
    const source = file.data.html?.value ?? String(file.value)
    if (!SIGNS.test(source)) return
    const read: SourceRange[] = []
    const made: SourceRange[] = []
    const stack: {node: Element | Root; inLine: boolean}[] = [{node: tree, inLine: false}]
    for (let top = stack.pop(); top; top = stack.pop()) {
      const {node, inLine} = top
      /** The new children, once one of them is a formula. */
      let children: ElementContent[] | undefined
      for (let index = 0; index < node.children.length; index++) {
        const child = node.children[index] as ElementContent
        const formula = child.type === 'element' ? formulaOf(child) : undefined
        const isCopy = child.type === 'element' && isDrawn(child, node.children, index)
        if (child.type !== 'element' || (!formula && !isCopy)) {
          children?.push(child)
          continue
        }
        children ??= node.children.slice(0, index) as ElementContent[]
        const extent = extentOf(child)
        if (extent) (formula?.made && !isCopy ? made : read).push(extent)
        if (formula && !isCopy) children.push(nodeOf(formula, child, inLine, source))
      }
      if (children) node.children = children
      for (const child of node.children) {
        if (child.type !== 'element' || child.tagName === 'math') continue
        stack.push({node: child, inLine: inLine || LINES.has(child.tagName)})
      }
    }
    reportFormulas(read, made, file)
  }
}

/** What MathJax draws before the script with the source. */
const DRAWN = /^MathJax(?:_Preview|_Display|_SVG|_SVG_Display|_CHTML)?$/

function isDrawn({properties: {className}}: Element, siblings: Root['children'], index: number): boolean {
  if (!Array.isArray(className) || !className.some((name) => DRAWN.test(String(name)))) return false
  return siblings
    .slice(index + 1, index + 4)
    .some(
      (node) =>
        node.type === 'element' &&
        node.tagName === 'script' &&
        /^math\//i.test(String(node.properties.type ?? '')),
    )
}

function nodeOf(
  {tex, display, within = []}: Formula,
  element: Element,
  inLine: boolean,
  source: string,
): Element {
  const block = display && !inLine
  const text: Text = {type: 'text', value: tex, data: {origin: [placeOf(tex, element, source)]}}
  const formula: Element = {
    type: 'element',
    tagName: block ? 'pre' : 'math',
    properties: block ? {className: ['language-math']} : {},
    children: [text],
    ...(element.position && {position: element.position}),
  }
  return block ? formula : within.reduceRight((inner, around) => ({...around, children: [inner]}), formula)
}

/** The range of the TeX in an element, if it is written there unchanged; otherwise the range of the whole element. */
function placeOf(tex: string, element: Element, source: string) {
  const range = extentOf(element) ?? {start: 0, end: 0}
  const at = source.slice(range.start, range.end).indexOf(tex)
  return at < 0
    ? {length: tex.length, ...range, copied: false}
    : {length: tex.length, start: range.start + at, end: range.start + at + tex.length, copied: true}
}

function reportFormulas(read: readonly SourceRange[], made: readonly SourceRange[], file: VFile): void {
  const report = createReport(file)
  const inOrder = (ranges: readonly SourceRange[]) => ranges.toSorted((a, b) => a.start - b.start)
  if (read.length > 0)
    report({code: 'formula-read', message: 'Formulas were read as TeX, each once.', ranges: inOrder(read)})
  if (made.length > 0)
    report({
      code: 'formula-read',
      message: 'Formulas came as MathML only. Their TeX was made of it: please compare.',
      ranges: inOrder(made),
      weight: 'doubtful',
    })
}
