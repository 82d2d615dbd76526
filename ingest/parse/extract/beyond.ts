/**
 * Parts of the article outside of its element: what begins it (paragraphs, a lead, its key points) and the questions
 * and answers that end it. A page sets them apart in boxes of their own.
 */
import type {Element, Nodes} from 'hast'
import {textIn} from '../element-text.ts'
import {CONTAINERS, isNamedBody} from './elements.ts'
import {isMarkedLead, isNamedLead} from './lead-names.ts'
import type {Statistics} from './statistics.ts'

/** Minimum prose, in characters, of a sibling that continues the article. */
const MIN_SIBLING_PROSE = 300
/** The same of a box that its name or heading makes part of it. */
const MIN_NAMED_PROSE = 100
/** Number of levels above the container that are searched for such siblings, and for boxes named as such. */
const MAX_LEVELS = 3
const MAX_LEAD_LEVELS = 7
/** The longest line that is a subtitle rather than the beginning of the text, in characters. */
const MAX_SUBTITLE = 600
/** Maximum number of elements searched for a heading or a name. */
const MAX_SEARCHED = 25
const TEXT_ELEMENTS = new Set(['div', 'p', 'section'])

/** Headings of the points that a text makes, in many languages. */
const KEY_POINTS =
  /^(?:key (?:points|takeaways|facts|highlights|findings)|takeaways|highlights|at a glance|in (?:brief|short)|the gist|tl;?dr|das wichtigste(?: in kürze)?|auf einen blick|kurz gefasst|kernpunkte|l[’']essentiel|en bref|points clés|à retenir|claves|puntos clave|lo esencial|en resumen|in breve|punti chiave|in sintesi|pontos-chave|em resumo|in het kort|i korthet|najważniejsze(?: informacje)?|главное|коротко|要点|ポイント)\W{0,3}$/iu
/** Headings of questions and answers. */
const QUESTIONS =
  /^(?:.{0,40}\bfaqs?|.{0,40}frequently asked questions.{0,40}|common questions.{0,40}|häufig(?:e| gestellte)? fragen.{0,40}|(?:questions fréquentes|foire aux questions).{0,40}|preguntas frecuentes.{0,40}|perguntas frequentes.{0,40}|domande frequenti.{0,40}|veelgestelde vragen.{0,40}|よくある質問|常见问题|자주 묻는 질문)\W{0,3}$/iu

/**
 * Find elements before the container, and before its ancestors, that begin the article. What follows is rarely part of
 * it.
 */
export function beginningsOf(
  container: Element,
  body: Element,
  statistics: ReadonlyMap<Element, Statistics>,
  parents: ReadonlyMap<Element, Element>,
): Element[] {
  const found: Element[] = []
  // A lead is between the headline and the text.
  const levels = holdsElement(container, 'h1') ? MAX_LEVELS : MAX_LEAD_LEVELS
  let element = container
  for (let up = 0; up < levels; up++) {
    const parent = parents.get(element)
    if (!parent || parent === body || !CONTAINERS.has(parent.tagName)) break
    const before = parent.children.slice(0, parent.children.indexOf(element))
    found.unshift(
      ...before.filter((child): child is Element => {
        const own = child.type === 'element' ? statistics.get(child) : undefined
        if (child.type !== 'element' || !own) return false
        return (
          (up < MAX_LEVELS && continuesArticle(child, own)) ||
          (levels === MAX_LEAD_LEVELS && beginsArticle(child, own))
        )
      }),
    )
    element = parent
  }
  return found
}

/** Find the questions and answers after the container, in the page’s element for the article. */
export function questionsAfter(
  container: Element,
  statistics: ReadonlyMap<Element, Statistics>,
  parents: ReadonlyMap<Element, Element>,
): Element[] {
  const parent = parents.get(container)
  if (!parent || !isNamedBody(parent)) return []
  const after = parent.children.slice(parent.children.indexOf(container) + 1)
  return after
    .flatMap((child): readonly Nodes[] =>
      child.type === 'element' && child.tagName === 'footer' ? child.children : [child],
    )
    .filter((child): child is Element => child.type === 'element' && asks(child, statistics.get(child)))
}

/** Nodes without the parts of them that were taken out. */
export const withoutParts = (nodes: readonly Nodes[], parts: readonly Element[]): Nodes[] =>
  nodes.flatMap((node): Nodes[] => {
    if (parts.some((part) => part === node)) return []
    if (node.type !== 'element' || !node.children.some((child) => parts.some((part) => part === child)))
      return [node]
    return node.children.filter((child) => !parts.some((part) => part === child))
  })

/** Whether an element continues the article: sentences, few links, and no name that contradicts it. */
function continuesArticle(
  {tagName}: Element,
  {kind, links, visuals, prose, text, linked}: Statistics,
): boolean {
  if (kind || links > 4 || !TEXT_ELEMENTS.has(tagName)) return false
  return visuals === 0 && prose >= MIN_SIBLING_PROSE && linked < 0.2 * text && prose > 0.8 * text
}

/** Whether a box is named or marked as the lead, and is longer than a subtitle, or holds the key points. */
function beginsArticle(element: Element, {kind, visuals, allProse, text, linked}: Statistics): boolean {
  if (!TEXT_ELEMENTS.has(element.tagName) || allProse < MIN_NAMED_PROSE || linked >= 0.3 * text) return false
  if (visuals > 0 && holdsElement(element, 'img')) return false
  if (kind && !isMarkedLead(element)) return false
  const heading = firstHeading(element)
  if (heading !== undefined) return KEY_POINTS.test(heading)
  const {names, paragraphs} = partsOf(element)
  return names && allProse > 0.6 * text && (paragraphs > 1 || allProse > MAX_SUBTITLE)
}

function asks(element: Element, statistics: Statistics | undefined): boolean {
  if (!statistics || (element.tagName !== 'div' && element.tagName !== 'section')) return false
  const {kind, allProse, linked, text} = statistics
  return (
    !kind && allProse >= MIN_NAMED_PROSE && linked < 0.3 * text && QUESTIONS.test(firstHeading(element) ?? '')
  )
}

/** Whether an element or one of its first parts is named as a lead, and the number of its paragraphs with words. */
function partsOf(element: Element): {names: boolean; paragraphs: number} {
  let names = false
  let paragraphs = 0
  const stack: Element[] = [element]
  for (let seen = 0, top = stack.pop(); top && seen < MAX_SEARCHED; seen++, top = stack.pop()) {
    if (top.tagName === 'p') paragraphs += Number(textIn(top, 10) !== '')
    else names ||= isNamedLead(top) || isMarkedLead(top)
    for (const child of top.children.toReversed()) if (child.type === 'element') stack.push(child)
  }
  return {names, paragraphs}
}

function firstHeading(element: Element): string | undefined {
  const stack: Element[] = [element]
  for (let seen = 0, top = stack.pop(); top && seen < MAX_SEARCHED; seen++, top = stack.pop()) {
    if (/^h[1-6]$/.test(top.tagName)) return textIn(top, 120)
    for (const child of top.children.toReversed()) if (child.type === 'element') stack.push(child)
  }
  return undefined
}

function holdsElement(element: Element, tagName: string): boolean {
  const stack: Element[] = [element]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (top.tagName === tagName) return true
    for (const child of top.children) if (child.type === 'element') stack.push(child)
  }
  return false
}
