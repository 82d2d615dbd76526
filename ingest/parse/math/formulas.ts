/** The ways in which pages write formulas, each with its TeX: a table of producers. */
import type {Element, ElementContent} from 'hast'
import {texOf} from './mathml.ts'

/** A formula that an element shows. */
export interface Formula {
  tex: string
  /** Whether it is on a line of its own. */
  display: boolean
  /** Whether the source holds no TeX, so that it was made of MathML. */
  made?: true
  /** Elements of formatting inside of the element, the outermost first, which belong around the formula. */
  within?: readonly Element[]
}

/** Elements that a library draws a formula in, with MathML or an image for others. */
const FRAMES = new Set([
  'katex',
  'katex-display',
  'mwe-math-element',
  'mwe-math-element-inline',
  'mwe-math-element-block',
  'MathJax',
  'MathJax_CHTML',
  'MathJax_Display',
  'MathJax_SVG',
  'MJXc-display',
  'ltx_Math',
])
/** Elements that hold TeX as their text. */
const SOURCES = new Set([
  'math',
  'math-tex',
  'math-inline',
  'math-display',
  'language-math',
  'tex2jax_process',
  'js-inline-math',
  'js-display-math',
])
/** Images of formulas, with TeX as their alternative text. */
const IMAGES = new Set([
  'latex',
  'tex',
  'math',
  'mathtex',
  'mwe-math-fallback-image-inline',
  'mwe-math-fallback-image-display',
  'mwe-math-fallback-source-inline',
  'ql-img-inline-formula',
  'ql-img-displayed-equation',
])
/** Services that draw TeX, and the part of their address with it. */
const SERVICES =
  /^(?:https?:)?\/\/(?:latex\.codecogs\.com\/[a-z.]{3,20}(?:\/[a-z]{3,10})?\?|[a-z0-9.]{0,20}wp\.com\/latex\.php\?(?:[^#]{0,200}&)?latex=|chart\.googleapis\.com\/chart\?(?:[^#]{0,200}&)?chl=)([^&#]{1,2000})/i

const classesOf = ({properties: {className}}: Element): readonly string[] =>
  Array.isArray(className) ? className.map(String) : []

const textAttribute = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

/** The formula that an element is; undefined for other elements. */
export function formulaOf(element: Element): Formula | undefined {
  const {tagName, properties} = element
  if (tagName === 'math') return fromMathml(element, false)
  if (tagName === 'script') return fromScript(element)
  if (tagName === 'img') return fromImage(element)
  const isFrame = tagName === 'mjx-container' || tagName === 'math-renderer'
  if (!isFrame && properties.className === undefined && properties.dataLatex === undefined) return undefined
  const classes = classesOf(element)
  return fromFrame(element, classes) ?? fromData(element, classes) ?? fromText(element, classes)
}

function fromMathml(math: Element, isApart: boolean): Formula | undefined {
  const display = isApart || math.properties.display === 'block' || math.properties.mode === 'display'
  const written = annotationIn(math) ?? textAttribute(math.properties.alttext ?? math.properties.altText)
  const tex = written ?? texOf(math)
  if (tex === '') return undefined
  return {tex, display, ...(written === undefined ? {made: true} : {})}
}

function annotationIn(math: Element): string | undefined {
  const found = findIn(
    math,
    ({tagName, properties: {encoding}}) => tagName === 'annotation' && /tex/i.test(String(encoding)),
  )
  return found ? textAttribute(textOf(found)) : undefined
}

function fromScript(script: Element): Formula | undefined {
  const type = String(script.properties.type ?? '')
  if (!/^math\/tex\b/i.test(type)) return undefined
  const tex = textOf(script).trim()
  return tex === '' ? undefined : {tex, display: /mode\s*=\s*display/i.test(type)}
}

function fromImage(image: Element): Formula | undefined {
  const classes = classesOf(image)
  const {alt, src} = image.properties
  const display = classes.some((name) => /display/.test(name))
  if (classes.some((name) => IMAGES.has(name))) {
    const tex = bare(textAttribute(alt) ?? '')
    return /[\\^_=+<>\d]|^\p{L}$/u.test(tex) ? {tex, display} : undefined
  }
  const query = typeof src === 'string' ? SERVICES.exec(src)?.[1] : undefined
  if (query === undefined) return undefined
  try {
    return {tex: bare(textAttribute(alt) ?? decodeURIComponent(query.replaceAll('+', ' ')).trim()), display}
  } catch {
    // A stray per cent sign: there is no TeX to be had.
    return undefined
  }
}

function fromFrame(element: Element, classes: readonly string[]): Formula | undefined {
  if (element.tagName !== 'mjx-container' && !classes.some((name) => FRAMES.has(name))) return undefined
  const isApart =
    String(element.properties.display) === 'true' ||
    classes.some((name) => /display|element-block/i.test(name))
  const math = findIn(element, ({tagName}) => tagName === 'math')
  if (math) return fromMathml(math, isApart)
  const image = findIn(element, ({tagName}) => tagName === 'img')
  const formula = image && fromImage(image)
  return formula && {...formula, display: formula.display || isApart}
}

function fromData({properties}: Element, classes: readonly string[]): Formula | undefined {
  const display = properties.dataType === 'block-math' || properties.dataType === 'blockMath'
  const tex = textAttribute(
    properties.dataLatex ?? (classes.includes('ql-formula') ? properties.dataValue : undefined),
  )
  if (tex !== undefined) return {tex, display}
  if (!classes.includes('latex-rendered')) return undefined
  const found = /"persistentExpression":\s*("(?:[^"\\]|\\.){1,4000}")/.exec(
    String(properties.dataAttrs ?? ''),
  )?.[1]
  return found === undefined ? undefined : {tex: JSON.parse(found) as string, display: true}
}

/** Text between delimiters, or in an element that says so. */
function fromText(element: Element, classes: readonly string[]): Formula | undefined {
  if (element.tagName !== 'math-renderer' && !classes.some((name) => SOURCES.has(name))) return undefined
  const isCode = element.tagName === 'code' && classes.includes('language-math')
  const within = isCode ? formattingIn(element) : []
  if ((within.at(-1) ?? element).children.some((child) => child.type === 'element')) return undefined
  const text = textOf(element).trim()
  const tex = bare(text)
  if (tex === '' || (tex === text && !isCode)) return undefined
  return {
    tex,
    ...(within.length > 0 && {within}),
    display:
      /^(?:\\\[|\$\$)/.test(text) || classes.some((name) => name === 'display' || /-display/.test(name)),
  }
}

const FORMATTING = new Set('a b del em i mark s strong sub sup u'.split(' '))

/** Elements of formatting that each hold nothing but the next one, from the outside in. */
function formattingIn(element: Element): Element[] {
  const found: Element[] = []
  for (let inner: Element | undefined = element; inner; inner = found.at(-1)) {
    const [only, ...more]: readonly ElementContent[] = inner.children
    if (only?.type !== 'element' || more.length > 0 || !FORMATTING.has(only.tagName)) break
    found.push(only)
  }
  return found
}

/** TeX without the signs around it. */
function bare(text: string): string {
  for (const [open, close] of [
    ['\\(', '\\)'],
    ['\\[', '\\]'],
    ['$$', '$$'],
    ['$', '$'],
  ] as const) {
    if (text.startsWith(open) && text.endsWith(close) && text.length > open.length + close.length)
      return text.slice(open.length, -close.length).trim()
  }
  return text
}

/** The text of an element, however deep. */
function textOf(element: Element): string {
  let text = ''
  const stack: ElementContent[] = [element]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') text += node.value
    else if (node.type === 'element') for (const child of node.children.toReversed()) stack.push(child)
  }
  return text
}

function findIn(element: Element, holds: (element: Element) => boolean): Element | undefined {
  const stack: ElementContent[] = element.children.toReversed()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'element') continue
    if (holds(node)) return node
    for (const child of node.children.toReversed()) stack.push(child)
  }
  return undefined
}
