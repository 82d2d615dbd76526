import {describe, expect, it} from 'vitest'
import {articleHtml} from '../../../../ingest/cli/render/article.ts'
import {InputError} from '../../../../ingest/parse/errors.ts'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {safeAddress} from '../../../../ingest/parse/sanitize/address.ts'
import {activeContent} from '../../../../ingest/parse/sanitize/audit.ts'
import type {ParsedArticle} from '../../../../ingest/parse/types.ts'
import {convert, view} from '../support/convert.ts'

describe('addresses', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['https://example.com/a', undefined, 'https://example.com/a'],
    [' HTTPS://Example.com/a b ', undefined, 'https://example.com/a%20b'],
    ['/b?c=d', 'https://example.com/a', 'https://example.com/b?c=d'],
    ['//cdn.example/x', 'https://example.com/a', 'https://cdn.example/x'],
    ['/b', undefined, undefined],
    ['#note', 'https://example.com/a', undefined],
    ['', 'https://example.com/a', undefined],
    ['mailto:desk@example.com', undefined, 'mailto:desk@example.com'],
    ['tel:+4930123', undefined, 'tel:+4930123'],
    ['javascript:alert(1)', undefined, undefined],
    ['JaVaScRiPt:alert(1)', 'https://example.com/', undefined],
    ['java\nscript:alert(1)', 'https://example.com/', undefined],
    ['\u0001javascript:alert(1)', 'https://example.com/', undefined],
    ['vbscript:x', undefined, undefined],
    ['data:text/html,<script>alert(1)</script>', undefined, undefined],
    ['file:///etc/passwd', undefined, undefined],
    ['https://user:secret@example.com/', undefined, 'https://example.com/'],
    ['https://[bad', undefined, undefined],
  ])('%j from %s', (value, base, expected) => {
    expect(safeAddress(value, base, ['http', 'https', 'mailto', 'tel'])).toBe(expected)
  })

  it('says which link it removed, and keeps its text', () => {
    const {article, repairs} = convert(
      '<p>a <a href="javascript:x">b</a> <a href="/c">c</a> <a href="d">d</a></p>',
    )
    expect(view(article.body)).toEqual(['a b c d'])
    expect(repairs.map(({code, before, ranges}) => [code, before, ranges.length])).toEqual([
      ['link-dropped', 'javascript:x', 1],
      ['link-dropped', undefined, 2],
    ])
  })
})

/** One payload of each kind: how active content gets into HTML. */
const payloads: Record<string, string> = {
  'a script': '<script>alert(1)</script>',
  'a script in svg': '<svg><script>alert(1)</script></svg>',
  'an event handler': '<img src="https://e.com/a.png" onerror="alert(1)">',
  'a handler on an unknown element': '<x-y onclick=alert(1)>text</x-y>',
  'a handler after a slash': '<img/src="x"/onerror=alert(1)>',
  'a link that runs code': '<a href="javascript:alert(1)">x</a>',
  'a link with entities': '<a href="&#106;avascript&colon;alert(1)">x</a>',
  'a link with a tab': '<a href="java&Tab;script:alert(1)">x</a>',
  'a data link': '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  'a frame that runs code': '<iframe src="javascript:alert(1)"></iframe>',
  'a frame with its own document': '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  'an object': '<object data="data:text/html,x"><param name=x></object>',
  'an embed': '<embed src="javascript:alert(1)">',
  'a form':
    '<form action="javascript:alert(1)"><button formaction="javascript:x">go</button><input autofocus onfocus=x></form>',
  'a style': '<style>@import "//evil.example"</style><p style="background:url(javascript:x)">x</p>',
  'a base': '<base href="javascript:/a/"><a href="b">x</a>',
  'a meta refresh': '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  'a stylesheet': '<link rel=stylesheet href="//evil.example/x.css">',
  'mutation by math':
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  'mutation by noscript': '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  'mutation by template': '<template><script>alert(1)</script></template>',
  'a comment trick': '<!--><img src=x onerror=alert(1)>-->',
  'a CDATA trick': '<svg><![CDATA[><img src=x onerror=alert(1)>]]></svg>',
  'clobbering names': '<form id=document><input name=body></form><img name=cookie src="https://e.com/a.png">',
  'an animated link':
    '<svg><a><animate attributeName=href values=javascript:alert(1) /><text>x</text></a></svg>',
  'escaped markup': '&lt;img src=x onerror=alert(1)&gt; &lt;script&gt;alert(1)&lt;/script&gt;',
  'broken tags': '<img src=x onerror=alert(1) < b>text</ b>',
  'a meta name in a table':
    '<table><tr><td background="javascript:x">a<td><a href="vbscript:x">b</a></table>',
}

describe('nothing active reaches an article', () => {
  it.each(Object.entries(payloads))('%s', (_, payload) => {
    for (const html of [payload, `<p>Words before. ${payload} Words after.</p>`]) {
      let article: ParsedArticle
      try {
        article = parseScrape({bytes: Buffer.from(html), origin: 'payload', contentType: 'text/html'}).article
      } catch (error) {
        if (error instanceof InputError) continue
        throw error
      }
      expect(activeContent(article)).toEqual([])
      const rendered = articleHtml(article)
      expect(rendered).not.toMatch(/<(?:script|style|svg|math|form|object|embed|base|meta|link|template)\b/i)
      expect(rendered).not.toMatch(/<[^>]+\s(?:on\w+|style|srcdoc)\s*=/i)
    }
  })
})

it('says what active content was removed', () => {
  const {repairs} = convert('<p>a</p><script>1</script><script>2</script>')
  expect(repairs).toMatchObject([
    {
      code: 'active-content-removed',
      ranges: [
        {start: 8, end: 26},
        {start: 26, end: 44},
      ],
    },
  ])
})

it('audits what it is given', () => {
  const block = {_type: 'block', _key: 'a', style: 'normal', markDefs: [], children: []} as const
  const unsafe: ParsedArticle = {
    leadImage: {url: 'data:image/png,x'},
    body: [
      {
        ...block,
        markDefs: [{_type: 'link', _key: 'l', href: 'javascript:x'}],
        children: [{_type: 'span', _key: 's', text: '', marks: ['blink']}],
      },
      {_type: 'embed', _key: 'e', url: 'mailto:x'},
    ],
  }
  expect(activeContent(unsafe)).toHaveLength(4)
})

it('reads a button that is the whole of a heading as the heading', () => {
  const {article} = convert(
    '<h3><button aria-expanded="false">What is rain?</button></h3><p>Water.</p><h3>Snow <button>Share</button></h3><p>Ice.</p>',
  )
  expect(view(article.body)).toEqual(['h3 What is rain?', 'Water.', 'h3 Snow', 'Ice.'])
})
