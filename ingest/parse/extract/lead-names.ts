/** Names and marks of the line or the paragraphs under a headline. */
import type {Element} from 'hast'

/** Class names, in many languages. */
const NAMES =
  /(?:^|[-_])(?:sub-?title|sub-?head(?:ing|line|er)?|sub-?line|dek|deck|stand-?first|strap-?line|intro(?:text)?|lead|lede|leadtext|teaser|summary|excerpt|abstract|description|ingress|chapeau|chapo|vorspann|entradilla|copete|sumario|bajada|resumen|resumo|occhiello|sommario|sapo|perex|anons)(?:$|[-_])/i
/** Those that are used for nothing else. */
const SUBTITLE =
  /(?:^|[-_])(?:sub-?title|sub-?head(?:ing|line|er)?|sub-?line|dek|stand-?first|strap-?line|chapeau|chapo|vorspann|entradilla|copete|bajada|perex)(?:$|[-_])/i

const isCalled = ({properties: {className}}: Element, pattern: RegExp): boolean =>
  Array.isArray(className) &&
  className.some((name) => pattern.test(String(name).replace(/([a-z])([A-Z])/g, '$1-$2')))

/** Whether an element is named as a lead, a summary or the like. */
export const isNamedLead = (element: Element): boolean => isCalled(element, NAMES)

/** Whether an element is named as a subtitle, by a name that hardly anything else has. */
export const isNamedSubtitle = (element: Element): boolean => isCalled(element, SUBTITLE)

/** Whether the page marks an element as the description of the article, or as its text. */
export const isMarkedLead = ({properties: {itemProp}}: Element): boolean =>
  Array.isArray(itemProp) && (itemProp.includes('description') || itemProp.includes('articleBody'))
