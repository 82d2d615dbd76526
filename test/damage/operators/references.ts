/** Characters as references: named, decimal, hexadecimal, and the C1 numbers that mean Windows-1252. */
import {pick} from '../random.ts'
import type {Operator} from './index.ts'

const named: Record<string, string> = {
  '’': 'rsquo',
  '“': 'ldquo',
  '”': 'rdquo',
  '—': 'mdash',
  ö: 'ouml',
  ä: 'auml',
  ü: 'uuml',
}
const c1: Record<string, number> = {'’': 146, '“': 147, '”': 148, '—': 151, '€': 128}

export const references: Operator = (html, random) =>
  html.replace(/[^\0-\x7f]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    const forms = [character, `&#${code};`, `&#x${code.toString(16)};`]
    if (named[character]) forms.push(`&${named[character]};`)
    if (c1[character]) forms.push(`&#${c1[character]};`)
    return pick(random, forms)
  })
