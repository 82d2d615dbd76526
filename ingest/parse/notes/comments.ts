/** Comments that reviewers left in a text: a word processor writes their marks into the sentences and their words after the text. */
import type {Element, Root} from 'hast'
import type {Report} from '../findings/report.ts'
import {extentOf} from '../trace/extent.ts'
import type {SourceRange} from '../trace/traced-text.ts'

/** What such a source holds somewhere: Word’s styles and classes, and Google’s ids. */
const SIGNS = ['mso-element:comment', 'msocom', '#cmnt']

/** Remove review comments and their marks. */
export function dropReviewComments(tree: Root, source: string, report: Report): void {
  if (!SIGNS.some((sign) => source.includes(sign))) return
  const ranges: SourceRange[] = []
  const stack: (Element | Root)[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const {children} = node
    const kept = children.filter((child) => {
      if (child.type !== 'element' || !isComment(child)) return true
      const extent = extentOf(child)
      if (extent) ranges.push(extent)
      return false
    })
    if (kept.length < children.length) node.children = kept as typeof children
    for (const child of kept) if (child.type === 'element') stack.push(child)
  }
  if (ranges.length === 0) return
  report({
    code: 'region-removed',
    message: 'Comments that reviewers left in the text, and their marks, were left out.',
    ranges: ranges.toSorted((a, b) => a.start - b.start),
  })
}

const CLASSES = new Set(['msocomanchor', 'MsoCommentReference', 'msocomtxt', 'MsoCommentText'])

function isComment({tagName, properties: {className, style, id}, children}: Element): boolean {
  if (typeof style === 'string' && /mso-element\s*:\s*comment/i.test(style)) return true
  if (Array.isArray(className) && className.some((name) => CLASSES.has(String(name)))) return true
  if (tagName === 'a') return typeof id === 'string' && /^cmnt(?:_ref)?\d+$/.test(id)
  // Google writes each comment as a group after the text, which begins with its mark.
  const [first] = children.filter((child) => child.type === 'element')
  return (
    (tagName === 'div' || tagName === 'p') &&
    first?.type === 'element' &&
    (first.tagName === 'a'
      ? typeof first.properties.id === 'string' && /^cmnt\d+$/.test(first.properties.id)
      : tagName === 'div' && first.tagName === 'p' && isComment(first))
  )
}
