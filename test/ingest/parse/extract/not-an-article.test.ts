import {describe, expect, it} from 'vitest'
import {InputError} from '../../../../ingest/parse/errors.ts'
import {parseScrape} from '../../../../ingest/parse/parse.ts'

const parse = (html: string) =>
  parseScrape({bytes: new TextEncoder().encode(html), origin: 'page.html', contentType: 'text/html'})

function reasonOf(html: string): string {
  try {
    parse(html)
  } catch (error) {
    if (error instanceof InputError && error.code === 'no-article') return error.message
    throw error
  }
  return 'an article'
}

const page = (title: string, text: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`

describe('no article', () => {
  it.each([
    [
      'a challenge',
      page('Just a moment...', 'Enable JavaScript and cookies to continue'),
      'a challenge to browsers',
    ],
    [
      'a challenge by its text',
      page('news.example', 'Checking your browser before accessing news.example. This is automatic.'),
      'a challenge',
    ],
    [
      'an error page',
      page('404 Not Found', 'The requested URL was not found on this server.'),
      'an error page',
    ],
    [
      'an error page of a site',
      page('Page not found – The Harbour Post', 'Sorry. Try the front page.'),
      'an error page',
    ],
    ['an error page without a title', '<p>Access denied</p>', 'an error page'],
    ['a login', page('Log in', 'E-mail address and password, please.'), 'a login'],
    ['site lines only', '<p>Share this article</p><p>Advertisement</p>', 'holds no article'],
  ])('%s says what it is', (_, html, reason) => {
    expect(reasonOf(html)).toContain(`page.html ${reason.startsWith('holds') ? '' : 'is '}${reason}`)
  })

  it.each([
    [
      'a brief',
      page('Access denied to the old pier', 'The council closed the pier on Monday. It opens again in May.'),
    ],
    [
      'a long text about challenges',
      page(
        'Are you a robot?',
        `Readers ask why they must complete the captcha. ${'We asked the makers of such puzzles what they think. '.repeat(20)}`,
      ),
    ],
    ['a sentence', '<p>The ferry is late.</p>'],
  ])('%s is one', (_, html) => {
    expect(reasonOf(html)).toBe('an article')
  })
})
