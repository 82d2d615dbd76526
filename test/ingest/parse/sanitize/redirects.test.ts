/** Links through services that count clicks lead to their targets. */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {directAddress} from '../../../../ingest/parse/sanitize/redirects.ts'

const target = 'https://mill.example/wheel?a=1'
const escaped = encodeURIComponent(target)

describe('the address behind', () => {
  it.each<[string, string]>([
    ['a search engine', `https://www.google.com/url?q=${escaped}&sa=D`],
    ['the same in another country', `https://google.co.uk/url?url=${escaped}`],
    ['a mail filter', `https://eur01.safelinks.protection.outlook.com/?url=${escaped}&data=1`],
    ['another mail filter', `https://urldefense.com/v3/__${target}__;!!x`],
    ['a network', `https://l.facebook.com/l.php?u=${escaped}&h=1`],
    [
      'one behind the other',
      `https://slack-redir.net/link?url=${encodeURIComponent(`https://www.google.com/url?q=${escaped}`)}`,
    ],
  ])('%s', (_, address) => expect(directAddress(address)).toBe(target))

  it.each([
    'https://www.google.com/search?q=mill',
    'https://mill.example/?url=https://a.example/',
    'https://www.google.com/url?q=javascript:alert(1)',
  ])('but not behind %s', (address) => expect(directAddress(address)).toBeUndefined())
})

it('a redirecting link is replaced with a finding', () => {
  const {article, findings} = parseScrape({
    bytes: Buffer.from(`<p>See <a href="https://www.google.com/url?q=${escaped}&sa=D">the mill</a>.</p>`),
    origin: 'text',
  })
  expect(article.body).toMatchObject([{markDefs: [{href: target}]}])
  expect(findings.map(({code}) => code)).toContain('redirect-unwrapped')
})

it.each<[string, string]>([
  ['<p>Press <button>Save</button> to keep the log.</p>', 'Press Save to keep the log.'],
  ['<ul><li>Then click <button class="b">OK</button>.</li></ul>', 'Then click OK.'],
])('a button in a sentence is its word: %s', (html, text) => {
  const {article} = parseScrape({bytes: Buffer.from(html), origin: 'text'})
  expect(article.body).toMatchObject([{children: [{text}]}])
})
