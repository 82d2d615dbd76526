/**
 * Pages in place of an article: a challenge, an error, a login, a cookie prompt. They are recognized by their wording,
 * and only if they say little else: a long article about captchas, or a brief of two sentences with content of its own,
 * is still an article.
 */

import type {BodyBlock} from '../../../schemas/body.ts'
import {InputError} from '../errors.ts'
import {readsAsProse} from '../metadata/reads-as-prose.ts'
import {FURNITURE_LINES, PAGE_KINDS} from './pages-without-article.ts'

/** Maximum number of words on such a page. */
const MAX_WORDS = 100

/** An HTTP error status as a title: "404", "Error 404", "403 - Forbidden: Access is denied." */
const STATUS =
  /^(?:http |\p{L}{2,8} )?(?:40[0-9]|410|429|451|50[0-4])(?: \p{L}{2,8})?[.!]?$|^(?:40[0-9]|410|429|451|50[0-4])[ :–-]{1,3}(?:access|bad|forbidden|gateway|gone|internal|not found|page|service|too many|unauthorized|unavailable|页面|ページ)/u

/** A name before the number, as flights and roads have: an error by its number alone says little else. */
const STATUS_OF_SOMETHING =
  /^(?!(?:http|error|err|fehler|erreur|status|code|página|pagina|page|seite|errore|erro|błąd|ошибка|hata)\b)\p{L}{2,12}\.? \d{3}[.!]?$/u

/** Whether a body holds a sentence that no error page has. */
const isBrief = (body: readonly BodyBlock[]): boolean =>
  body.some((block) => block._type === 'block' && readsAsProse(visibleText(block)))

const EMPTY = {
  name: 'empty of words, not an article',
  advice: 'Look at the source, or fetch it again',
}
/** Recognized by structure; see listing.ts. */
export const LISTING = {
  name: 'a list of articles, not an article',
  advice: 'Fetch those that it leads to; if it is one, give its source a profile with `isArticle`',
}
const DATA = {
  name: 'the answer of a program, not an article',
  advice: 'Check the address, and fetch it again',
}

/** The refusal of a page that is something else. */
export const insteadOfArticle = (
  origin: string,
  {name, advice}: {name: string; advice: string},
): InputError => new InputError('no-article', `${origin} is ${name}. ${advice}.`)

/** Explain why a page is not an article, and what to do; `undefined` for everything that may be one. */
export function notAnArticle(
  title: string | undefined,
  body: readonly BodyBlock[],
): {name: string; advice: string} | undefined {
  if (hasMoreWords(body, MAX_WORDS)) return undefined
  const lines = body.map((block) => plain(visibleText(block)))
  const text = lines.join(' ').trim()
  if (text.length > MAX_WORDS * 40) return undefined
  const heading = plain(title ?? '')
  const isText = body.every(({_type}) => _type === 'block')
  if (isText && (!/[\p{L}\p{N}\p{S}]/u.test(heading + text) || /^&\w{1,6}$/.test(heading + text)))
    return EMPTY
  const name = heading.split(/\s[|–—-]\s/)[0]?.trim() ?? ''
  const names = [name, lines[0] ?? '', text]
  const isError =
    names.some((line) => STATUS.test(line)) && !(STATUS_OF_SOMETHING.test(name) && isBrief(body))
  const kind = PAGE_KINDS.find(
    ({titles, phrases}) =>
      [name, heading, text].some((line) => titles.has(line)) ||
      phrases.some((phrase) => text.includes(phrase) || heading.includes(phrase)),
  )
  if (kind) return kind
  if (isError) return PAGE_KINDS.find(({titles}) => titles.has('not found'))
  if (lines.length > 0 && lines.every((line) => line === '' || FURNITURE_LINES.has(line)) && text !== '')
    return PAGE_KINDS.find(({titles}) => titles.has('we value your privacy'))
  return isData(text) ? DATA : undefined
}

/** Whether a body has more words than a limit; the first blocks of an article decide. */
function hasMoreWords(body: readonly BodyBlock[], most: number): boolean {
  let words = 0
  for (const block of body) {
    words += visibleText(block).split(/\s+/).filter(Boolean).length
    if (words > most) return true
  }
  return false
}

/** Whether a text is a JSON value without an article; otherwise it would have been unwrapped. */
function isData(text: string): boolean {
  if (!/^[{[]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

const plain = (text: string): string => text.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ').trim()

function visibleText(block: BodyBlock): string {
  switch (block._type) {
    case 'block':
      return block.children.map((span) => span.text).join('')
    case 'table':
      return [
        block.caption ?? '',
        ...block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.value.map(visibleText))),
      ].join(' ')
    case 'figure':
      return [block.alt, block.caption, block.credit].filter(Boolean).join(' ')
    case 'embed':
      return block.caption ?? block.url
    case 'code':
      return block.code
    case 'latex':
      return block.body
    case 'divider':
      return ''
  }
}
