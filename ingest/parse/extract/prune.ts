/** Remove regions inside the article’s element that are not part of it. */
import type {Element, ElementContent} from 'hast'
import {createAsideTest} from './asides.ts'
import {removal} from './region-rules.ts'
import type {Statistics} from './statistics.ts'

/** An element that was removed. */
export interface Removed {
  element: Element
  /** Explains the removal to an editor, as a noun phrase. */
  reason: string
  /** Whether the editor should look at it: it holds prose, and nothing but its name, shape or position speaks against that. */
  isDoubtful: boolean
}

/** Elements in which a region begins only by mistake. */
const lines = new Set(
  'a blockquote caption cite dd dt figcaption h2 h3 h4 h5 h6 li p span summary td th'.split(' '),
)

/** Elements of which every word is the writer’s: highlighters give its parts names such as `comment` and `tag`. */
const CODE = new Set('code kbd listing pre samp xmp'.split(' '))

/** Whether an element is a line. Frameworks wrap whole regions in `span`, which is then no line. */
const isLine = (element: Element, statistics: ReadonlyMap<Element, Statistics>): boolean =>
  lines.has(element.tagName) && !(element.tagName === 'span' && (statistics.get(element)?.blocks ?? 0) > 0)

/** What is known of the article. */
interface Known {
  title?: string | undefined
  authors?: readonly string[] | undefined
  /** Elements that are kept, whatever they look like. */
  stays?: ReadonlySet<Element> | undefined
}

/** Remove regions in place, and return them in document order. */
export function prune(
  container: Element,
  statistics: ReadonlyMap<Element, Statistics>,
  {title, authors = [], stays}: Known = {},
): Removed[] {
  const removed: Removed[] = []
  const prose = statistics.get(container)?.prose ?? 0
  const isAsideOfText = createAsideTest(container)
  const stack: {element: Element; inLine: boolean}[] = [{element: container, inLine: false}]
  for (let top = stack.pop(); top; top = stack.pop()) {
    const {element} = top
    const inLine = top.inLine || isLine(element, statistics)
    const kept: ElementContent[] = []
    const kinds = textByKind(element, statistics)
    let before: Element | undefined
    for (const [index, child] of element.children.entries()) {
      const own = child.type === 'element' ? statistics.get(child) : undefined
      const found =
        child.type === 'element' && own && !stays?.has(child)
          ? removal({
              element: child,
              statistics: own,
              all: statistics,
              together: own.kind ? (kinds.get(own.kind.name) ?? 0) : 0,
              prose,
              inLine,
              authors,
              isAsideOfText,
              before,
              after: () => element.children.slice(index + 1).filter((node) => node.type === 'element'),
              title,
            })
          : undefined
      if (child.type === 'element' && found) removed.push({element: child, ...found})
      else kept.push(child)
      if (child.type === 'element') before = child
      else if (child.type === 'text' && /\S/.test(child.value)) before = undefined
    }
    if (kept.length !== element.children.length) element.children = kept
    for (let index = kept.length - 1; index >= 0; index--) {
      const child = kept[index]
      if (child?.type === 'element' && !CODE.has(child.tagName)) stack.push({element: child, inLine})
    }
  }
  return removed.toSorted((a, b) => startOf(a) - startOf(b))
}

/** Sum the text of an element’s children by kind. */
function textByKind(element: Element, statistics: ReadonlyMap<Element, Statistics>): Map<string, number> {
  const texts = new Map<string, number>()
  for (const child of element.children) {
    const own = child.type === 'element' ? statistics.get(child) : undefined
    // A page often has several sidebars.
    if (own?.kind && own.kind.name !== 'sidebar')
      texts.set(own.kind.name, (texts.get(own.kind.name) ?? 0) + own.allProse)
  }
  return texts
}

const startOf = ({element}: Removed): number => element.position?.start.offset ?? 0
