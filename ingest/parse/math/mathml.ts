/** MathML as TeX, for formulas whose source in TeX is not there: the elements of MathML Core and what they mean in TeX. */
import type {Element, ElementContent} from 'hast'

/** Write the content of a `math` element as TeX. Recursion is as deep as the tree, which the parser bounds. */
export const texOf = (math: Element): string => rowOf(math.children).replace(/\s+/g, ' ').trim()

type Write = (parts: readonly string[], element: Element) => string

const [first, second, third] = [0, 1, 2].map((index) => (parts: readonly string[]) => parts[index] ?? '') as [
  (parts: readonly string[]) => string,
  (parts: readonly string[]) => string,
  (parts: readonly string[]) => string,
]
const all: Write = (parts) => parts.join(' ')

/** Accents over and under a part, by their characters. */
const ACCENTS: Readonly<Record<string, string>> = {
  '¯': '\\overline',
  '‾': '\\overline',
  '^': '\\hat',
  '˙': '\\dot',
  '→': '\\vec',
  '~': '\\tilde',
  _: '\\underline',
}

const over: Write = (parts) => {
  const accent = ACCENTS[second(parts)]
  return accent ? `${accent}{${first(parts)}}` : `${group(first(parts))}^{${second(parts)}}`
}

/** How each element is written; others are their content. */
const WRITERS: Readonly<Record<string, Write>> = {
  mfrac: (parts) => `\\frac{${first(parts)}}{${second(parts)}}`,
  msqrt: (parts) => `\\sqrt{${parts.join(' ')}}`,
  mroot: (parts) => `\\sqrt[${second(parts)}]{${first(parts)}}`,
  msup: (parts) => `${group(first(parts))}^{${second(parts)}}`,
  msub: (parts) => `${group(first(parts))}_{${second(parts)}}`,
  msubsup: (parts) => `${group(first(parts))}_{${second(parts)}}^{${third(parts)}}`,
  mover: over,
  munder: (parts) => `${group(first(parts))}_{${second(parts)}}`,
  munderover: (parts) => `${group(first(parts))}_{${second(parts)}}^{${third(parts)}}`,
  mtable: (parts) => `\\begin{matrix} ${parts.join(' \\\\ ')} \\end{matrix}`,
  mtr: (parts) => parts.join(' & '),
  mtext: (parts) => `\\text{${parts.join(' ')}}`,
  ms: (parts) => `\\text{${parts.join(' ')}}`,
  mi: (parts) => (/^\p{L}{2,}$/u.test(parts.join('')) ? `\\mathrm{${parts.join('')}}` : parts.join('')),
  mfenced: (parts, {properties: {open = '(', close = ')'}}) => `${open}${parts.join(', ')}${close}`,
  mspace: () => ' ',
  mphantom: () => '',
  annotation: () => '',
  'annotation-xml': () => '',
}

/** A part that an index belongs to as a whole. */
const group = (part: string): string => (/^(?:\\[a-z]+|.)?$/iu.test(part) ? part : `{${part}}`)

const rowOf = (nodes: readonly ElementContent[]): string => partsOf(nodes).join(' ')

function partsOf(nodes: readonly ElementContent[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.type === 'text') return node.value.trim() === '' ? [] : [escaped(node.value.trim())]
    if (node.type !== 'element') return []
    return [(WRITERS[node.tagName] ?? all)(partsOf(node.children), node)]
  })
}

/** Characters of a formula that TeX reads as commands; invisible operators are no signs. */
const escaped = (text: string): string =>
  text
    .replace(/[%#&$]/g, '\\$&')
    .replace(/[{}]/g, '\\$&')
    .replace(/[\u2061-\u2064]/g, '')
