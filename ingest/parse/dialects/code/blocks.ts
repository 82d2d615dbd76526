/** Code in elements that are not `pre`, and code in a `pre` whose lines are elements. */
import type {Element, ElementContent, Text} from 'hast'
import {textIn} from '../../element-text.ts'
import type {Report} from '../../findings/report.ts'
import {setText} from '../../trace/attach.ts'
import type {TracedText} from '../../trace/traced-text.ts'
import {elementsIn, hasClass, isBlank, styleOf, within} from '../hast.ts'
import {languageOf} from './language.ts'
import {CODE_CELL, CODE_LINE, HIGHLIGHTED, LINE_LIST, NUMBERS} from './names.ts'
import {codeText, isCodeLine, isNoCode} from './text.ts'

/** Elements that may hold code as blocks. */
const HOLDERS = new Set('code div figure ol p pre section table td'.split(' '))

/**
 * Make code a `pre` with its text, in place, and give it the class of its language. `outer` is the language that an element around it
 * names. True if nothing in it needs to be read any more.
 */
export function readCode(element: Element, outer: string | undefined, report: Report): boolean {
  if (!HOLDERS.has(element.tagName)) return false
  const source = element.tagName === 'pre' ? preOf(element) : linesOf(element)
  if (source === undefined) return false
  const language = languageIn(element) ?? outer
  if (source === 'as it is') {
    if (language) element.properties = {...element.properties, className: [`language-${language}`]}
    return language !== undefined || elementsIn(element).some(({tagName}) => tagName === 'code')
  }
  const {text, dropped} = codeText(source)
  if (text.value.trim() === '') return false
  if (dropped.length > 0) {
    report({
      code: 'region-removed',
      message: 'The numbers of the lines of code, and what else is beside code, were left out.',
      ranges: dropped,
    })
  }
  replace(element, text, language)
  return true
}

/** The language that an element for code, or one around it, names. */
export function outerLanguage(element: Element): string | undefined {
  const {tagName} = element
  return tagName === 'div' || tagName === 'figure' || tagName === 'table' || tagName === 'section'
    ? languageOf(element, false)
    : undefined
}

function languageIn(element: Element): string | undefined {
  const own = languageOf(element, element.tagName === 'pre' || element.tagName === 'code')
  if (own) return own
  for (const inner of within(element)) {
    const {tagName} = inner
    const found =
      tagName === 'code' || tagName === 'pre' || tagName === 'ol' || hasClass(inner, CODE_LINE)
        ? languageOf(inner, tagName !== 'ol')
        : undefined
    // A token of a highlighter may have the name of a language among its classes only in `code` without one around it.
    if (found && (tagName !== 'code' || element.tagName === 'pre' || found !== 'plain')) return found
  }
  return undefined
}

/** What of a `pre` is code, where its lines are elements or something in it is no code. */
function preOf(pre: Element): readonly ElementContent[] | 'as it is' {
  for (const inner of within(pre)) if (isCodeLine(inner) || isNoCode(inner)) return pre.children
  return 'as it is'
}

/** The code of an element that is no `pre`; undefined if it holds something else. */
function linesOf(element: Element): readonly ElementContent[] | undefined {
  const {tagName} = element
  if (tagName === 'table') return tableLines(element)
  if (tagName === 'ol') return hasClass(element, LINE_LIST) ? element.children : undefined
  if (tagName === 'p') return onlyCode(element)
  if (isTypewritten(element) || isAllLines(element)) return element.children
  if (!hasClass(element, HIGHLIGHTED)) return undefined
  const shown = element.children.filter(
    (child) => !isBlank(child) && !(child.type === 'element' && isNoCode(child)),
  )
  const [only] = shown
  return shown.length === 1 && only?.type === 'element' && only.tagName === 'table'
    ? tableLines(only, true) && element.children
    : undefined
}

/** Code of several lines, alone in a paragraph. */
function onlyCode(paragraph: Element): readonly ElementContent[] | undefined {
  const shown = paragraph.children.filter((child) => !isBlank(child))
  const [only] = shown
  if (shown.length !== 1 || only?.type !== 'element' || only.tagName !== 'code') return undefined
  return only.children.some((child) => child.type === 'element' && child.tagName === 'br')
    ? only.children
    : undefined
}

/** Whether a style sets white space and font as in a `pre`: editors of code copy it so. */
const isTypewritten = (element: Element): boolean =>
  element.tagName === 'div' &&
  /^pre(?:-wrap)?$/.test(styleOf(element, 'white-space')) &&
  /monospace|courier|consolas|menlo|monaco/.test(styleOf(element, 'font-family'))

/** Whether all that an element shows are lines of code. */
function isAllLines(element: Element): boolean {
  if (element.tagName !== 'div' && element.tagName !== 'code') return false
  const lines = elementsIn(element).filter((child) => hasClass(child, CODE_LINE))
  return (
    lines.length > 0 && element.children.every((child) => isBlank(child) || lines.includes(child as Element))
  )
}

/** The code of a table whose other cells have the numbers of its lines. */
function tableLines(
  table: Element,
  isHighlighted = hasClass(table, HIGHLIGHTED),
): readonly ElementContent[] | undefined {
  const cells: Element[] = []
  for (const inner of within(table)) {
    if (inner.tagName !== 'td' && inner.tagName !== 'th') continue
    cells.push(inner)
    // Most tables are none of code, and the first cell shows it.
    if (cells.length === 1 && !isHighlighted && !hasClass(inner, NUMBERS)) return undefined
  }
  const code = cells.filter((cell) => !hasClass(cell, NUMBERS))
  if (code.length === 0 || !code.every((cell) => isHighlighted || hasClass(cell, CODE_CELL))) return undefined
  const [first] = code
  if (code.length === cells.length && cells.length === 2 && first && /^[\d\s]+$/.test(textIn(first)))
    first.properties.className = ['gutter']
  else if (code.length === cells.length) return undefined
  return table.children
}

function replace(element: Element, text: TracedText, language: string | undefined): void {
  const node: Text = {type: 'text', value: ''}
  if (element.position) node.position = element.position
  setText(node, text)
  element.tagName = 'pre'
  element.properties = language ? {className: [`language-${language}`]} : {}
  element.children = [node]
}
