/**
 * Pieces of text that the parser's own rules look for, read from their source: every literal, every alternative of every
 * regular expression, every name of a tag or an attribute, every reference, bullet and separator. A rule that is added
 * brings its own pieces.
 */
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import ts from 'typescript'
import {knownElements} from '../../../ingest/parse/repair/text/markup/names.ts'
import {collect} from '../../../scripts/check-regexes/collect.ts'
import {pick, type Random} from '../../damage/random.ts'
import {samplesOf} from './samples.ts'

/** Longest piece; longer literals are messages. */
const MAX_LENGTH = 60
/** Most words of a piece, for the same reason. */
const MAX_WORDS = 4

/** All pieces, without repetition and in a fixed order. */
export function unitsOf(root: string): string[] {
  const units = new Set<string>()
  const add = (text: string): void => {
    if (text.trim() === '' ? text.length > 0 : isPiece(text)) units.add(text)
  }
  for (const {source, flags} of collect(root, ['ingest/parse']).found) samplesOf(source, flags).forEach(add)
  for (const text of literalsOf(root)) {
    if (isPiece(text)) add(text)
    // A list of names, written as one text and split.
    else if (/^[^.!?]+$/.test(text)) text.split(/[\s|]+/).forEach(add)
  }
  return [...units].toSorted()
}

const isPiece = (text: string): boolean =>
  text.length <= MAX_LENGTH && text.trim() !== '' && text.trim().split(/\s+/).length <= MAX_WORDS

/** Texts in quotes of the parser's source, but for the names of modules. */
function literalsOf(root: string): string[] {
  const texts: string[] = []
  for (const name of globSync('ingest/parse/**/*.ts', {cwd: root}).toSorted()) {
    const file = ts.createSourceFile(
      name,
      readFileSync(join(root, name), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    )
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
      if (ts.isTypeNode(node)) return
      if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
        texts.push(node.text)
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return texts
}

const alone = (unit: string): string => unit
const onLines = (unit: string): string => `${unit}\n`
const amongWords = (unit: string): string => `${unit} word `
/** Without its last character, as a scrape may end. */
const cut = (unit: string): string => unit.slice(0, -1)

/** What is done to a name of HTML: a tag that is open, closed, cut, with a value that never ends; a reference. */
const ofNames: readonly ((name: string) => string)[] = [
  (name) => `<${name}>`,
  (name) => `<${name}>word</${name}>`,
  (name) => `</${name}>`,
  (name) => `<${name} `,
  (name) => `<${name}`,
  (name) => `<${name} name="a" content="`,
  (name) => `&lt;${name}&gt;`,
]

/** What is done to a name that only attributes have. */
const ofAttributes: readonly ((name: string) => string)[] = [
  (name) => `<div ${name}="word">`,
  (name) => `<div class="${name}">word</div>`,
  (name) => `&${name};`,
]

const isName = /^[a-z][a-z0-9:-]{0,20}$/
const hasMarks = /[^\p{L}\p{M}\p{N} ]/u

/** The ways in which a piece is written: words on lines, marks alone and among words, names as tags. */
export function formsOf(unit: string): string[] {
  const shapes = [
    onLines,
    ...(hasMarks.test(unit) ? [alone, amongWords, cut] : []),
    ...(knownElements.has(unit) ? ofNames : isName.test(unit) ? ofAttributes : []),
  ]
  return shapes.map((shape) => shape(unit)).filter((piece) => piece !== '')
}

/** Every piece in each of its forms. */
export const singlesOf = (units: readonly string[]): string[] => [...new Set(units.flatMap(formsOf))]

/** Two pieces by turns, and one many times before the other, as an opening without its end would be. */
export function pairsOf(units: readonly string[], count: number, random: Random): Hostile[] {
  return Array.from({length: count}, (_, index) => {
    const [first, second] = [pick(random, units), pick(random, units)]
    const start = index % 4 < 2 ? 'fragment' : 'page'
    return index % 2 === 0 ? {parts: [`${first}${second}`], start} : {parts: [first, second], start}
  })
}

/** What a text begins with: `page` makes it a whole page, which is read in another way than a fragment. */
const STARTS = {fragment: '', page: '<!doctype html><body>', head: '<!doctype html><head>'} as const

/** Pieces, each of which is repeated to fill its share of a text. */
export interface Hostile {
  parts: string[]
  start: keyof typeof STARTS
}

const SENTENCE = '<p>The council met again, and nobody left before the vote.</p>\n'

/** A text of about `size` characters. */
export function textOf({parts, start}: Hostile, size: number): string {
  const share = size / parts.length
  const pieces = parts.map((part) => part.repeat(Math.ceil(share / part.length))).join('')
  return STARTS[start] + (start === 'head' ? pieces + SENTENCE : SENTENCE + pieces)
}
