/**
 * Pages that stand where an article should be: a challenge, an error, a login. They hold a sentence or two, so they are told by
 * what they say, and only where they say little else: an article about captchas is long, and stays one.
 */
import type {BodyBlock} from '../types.ts'

interface Kind {
  /** For an operator, after "the page is". */
  name: string
  advice: string
  /** The whole title, lower case, without the site's name after a bar or dash. */
  titles: ReadonlySet<string>
  /** Anywhere in the text, lower case. */
  phrases: readonly string[]
}

const KINDS: readonly Kind[] = [
  {
    name: 'a challenge to browsers, not an article',
    advice: 'Fetch it again slower, or as the site allows',
    titles: new Set([
      'just a moment...',
      'just a moment…',
      'attention required!',
      'pardon our interruption',
      'are you a robot?',
      'robot or human?',
      'security check',
      'verify you are human',
    ]),
    phrases: [
      'checking your browser before accessing',
      'checking if the site connection is secure',
      'needs to review the security of your connection',
      'enable javascript and cookies to continue',
      'verify you are human',
      'verifying you are human',
      'verify that you are not a robot',
      'confirm you are not a robot',
      'complete the captcha',
      'complete the security check to access',
      'unusual traffic from your computer network',
      'performance & security by cloudflare',
    ],
  },
  {
    name: 'an error page, not an article',
    advice: 'Check the address, and fetch it again',
    titles: new Set([
      'access denied',
      '403 forbidden',
      'forbidden',
      '404',
      '404 not found',
      '404 error',
      'error 404',
      'not found',
      'page not found',
      '410 gone',
      '429 too many requests',
      'too many requests',
      '500 internal server error',
      'internal server error',
      '502 bad gateway',
      'bad gateway',
      '503 service unavailable',
      'service unavailable',
      '504 gateway time-out',
      'seite nicht gefunden',
      'page introuvable',
      'página no encontrada',
      'pagina non trovata',
    ]),
    phrases: [
      "you don't have permission to access",
      'the requested url was not found on this server',
      'the page you are looking for could not be found',
      "the page you are looking for doesn't exist",
      'the page you requested could not be found',
      'the server is temporarily unable to service your request',
    ],
  },
  {
    name: 'a login, not an article',
    advice: 'Fetch it with access to what is behind the login',
    titles: new Set(['log in', 'login', 'sign in', 'anmelden', 'connexion', 'iniciar sesión']),
    phrases: [
      'you must be logged in to view this',
      'please log in to continue',
      'sign in to continue reading',
    ],
  },
]

/** Words a page may hold besides, where its title says what it is; and where only a phrase of its text does. */
const WORDS_BESIDE_TITLE = 100
const WORDS_BESIDE_PHRASE = 60

/** Why a page is no article, and what to do; `undefined` for everything that may be one. */
export function notAnArticle(
  title: string | undefined,
  body: readonly BodyBlock[],
): {name: string; advice: string} | undefined {
  if (hasMoreWords(body, WORDS_BESIDE_TITLE)) return undefined
  const text = body.map(textOf).join(' ').toLowerCase().replaceAll('’', "'")
  const words = wordsIn(text)
  const name =
    title
      ?.toLowerCase()
      .split(/\s[|–—-]\s/)[0]
      ?.trim() ?? ''
  return KINDS.find(
    ({titles, phrases}) =>
      titles.has(name) ||
      titles.has(text) ||
      (words <= WORDS_BESIDE_PHRASE && phrases.some((phrase) => text.includes(phrase))),
  )
}

/** Whether a body has more words than this; an article's first blocks tell. */
function hasMoreWords(body: readonly BodyBlock[], most: number): boolean {
  let words = 0
  for (const block of body) {
    words += wordsIn(textOf(block))
    if (words > most) return true
  }
  return false
}

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length

function textOf(block: BodyBlock): string {
  if (block._type === 'block') return block.children.map((span) => span.text).join('')
  if (block._type === 'table')
    return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.value.map(textOf))).join(' ')
  return ''
}
