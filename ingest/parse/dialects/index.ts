/**
 * What editors, publishing systems and highlighters write in a way of their own, as the elements that HTML has for it: lists by attributes, emphasis by
 * style, lines of code in other elements, tables by roles. This comes while elements still have the classes, styles and data of the source, and before
 * anything that counts lists, lines or tables.
 */
import type {Element, Root} from 'hast'
import type {VFile} from 'vfile'
import {createReport} from '../findings/messages.ts'
import type {Report} from '../findings/report.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import {alignCell} from './alignment.ts'
import {readTablePart} from './aria.ts'
import {readCaption} from './captions.ts'
import {outerLanguage, readCode} from './code/blocks.ts'
import {nestDetails} from './details.ts'
import {markByStyle} from './emphasis.ts'
import {readFormulas} from './formulas.ts'
import {partLinks} from './links.ts'
import {nestItems} from './lists.ts'
import {reportNumbering} from './numbering.ts'
import {attachSpeakers, readQuoteFrame} from './quotes.ts'
import {bracketReadings} from './ruby.ts'
import {readSlateType} from './slate.ts'
import {signTask} from './tasks.ts'
import {breakLines, joinLines} from './verse.ts'

interface Place {
  node: Root | Element
  /** The language that an element around it names, for code. */
  language: string | undefined
}

/** Create a unified transform. */
export default function readDialects() {
  return (tree: Root, file: VFile): void => {
    const report = createReport(file)
    const stack: Place[] = [{node: tree, language: undefined}]
    const formulas: SourceRange[] = []
    for (let place = stack.pop(); place; place = stack.pop()) readChildren(place, stack, report, formulas)
    if (formulas.length > 0)
      report({
        code: 'formula-read',
        message: 'Formulas between the delimiters of TeX were read as such.',
        ranges: formulas.toSorted((a, b) => a.start - b.start),
      })
  }
}

function readChildren(
  {node, language}: Place,
  stack: Place[],
  report: Report,
  formulas: SourceRange[],
): void {
  const parent = node.type === 'element' ? node.tagName : ''
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (child.properties.dataSlateType !== undefined) readSlateType(child)
    readTablePart(child, parent)
    readQuoteFrame(child)
  }
  readFormulas(node, formulas)
  nestItems(node)
  attachSpeakers(node)
  partLinks(node)
  if (node.type === 'element') {
    joinLines(node)
    breakLines(node)
  }
  for (let index = node.children.length - 1; index >= 0; index--) {
    const child = node.children[index]
    if (child?.type !== 'element') continue
    const around = outerLanguage(child) ?? language
    if (readCode(child, around, report)) continue
    readElement(child, report)
    stack.push({node: child, language: around})
  }
}

/** Elements whose text may begin with the box of a task. */
const TASKS = new Set('div label li p'.split(' '))

function readElement(element: Element, report: Report): void {
  const {tagName} = element
  if (tagName === 'li') nestDetails(element)
  if (TASKS.has(tagName)) signTask(element)
  if (tagName === 'td' || tagName === 'th') alignCell(element)
  else if (tagName === 'ruby') bracketReadings(element)
  else if (tagName === 'figcaption') readCaption(element)
  else if (tagName === 'ol') reportNumbering(element, report)
  markByStyle(element)
}
