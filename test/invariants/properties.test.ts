/** The invariants of a parse, for any input at all. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {conserved, deterministic, inert, keyed, parseOrRefuse, provenance} from './check.ts'

/** What damage is made of. */
const pieces = [
  ...[
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<br>',
    '<br/>',
    '<hr>',
    '<span class="a">',
  ],
  ...['<ul>', '<ol start="3">', '<li>', '</li>', '</ul>', '</ol>', '<h1>', '</h1>', '<h2>', '</h2>', '<h5>'],
  ...[
    '<table>',
    '<caption>',
    '<thead>',
    '<tr>',
    '<td>',
    '<td colspan=2>',
    '<th rowspan="3">',
    '</td>',
    '</tr>',
    '</table>',
  ],
  ...[
    '<blockquote>',
    '</blockquote>',
    '<q>',
    '</q>',
    '<dl>',
    '<dt>',
    '<dd>',
    '<pre>',
    '</pre>',
    '<code>',
    '</code>',
  ],
  ...[
    '<figure>',
    '<figcaption>',
    '</figure>',
    '<img src="https://a.test/a.png" alt="x y">',
    '<iframe src="https://a.test/">',
  ],
  ...[
    '<a href="https://a.test/">',
    '<a href="javascript:alert(1)">',
    '</a>',
    '<script>',
    '</script>',
    '<style>',
    '</style>',
  ],
  ...[
    '<svg onload=alert(1)>',
    '<textarea>',
    '<title>',
    '<template>',
    '<noscript>',
    '<video>',
    '<object>',
    '<select><option>',
  ],
  ...[
    '<!-- c -->',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<!doctype html>',
    '<html>',
    '<head>',
    '<body>',
    '<article>',
    '<nav>',
    '<aside>',
  ],
  ...[
    '<',
    '>',
    '</',
    '/>',
    '< p >',
    '< / li>',
    'p>',
    'h2>',
    'tr >',
    '/ul>',
    '<p',
    '<td class="',
    'style = ” margin :10 px;”>',
  ],
  ...[
    '&lt;',
    '&gt;',
    '&lt;p&gt;',
    '&amp;lt;/p&amp;gt;',
    '& lt ;',
    '&amp;',
    '&nbsp;',
    '&#160;',
    '&eacute;',
    '&#146;',
    '&#x3C;',
    '&',
    '&ampp;',
  ],
  ...['\\r\\n', '\\n', '\\u003cp\\u003e', '\\"', '%3Cp%3E', '%C3%A9', '\\/'],
  ...['\n', '\n\n', '\r\n', '\t', ' ', '  ', '\u00a0', '\u200b', '\u00ad', '\u200c', '\u2028', '\ufeff'],
  ...[
    '- ',
    '• ',
    '1. ',
    'a) ',
    ' | ',
    '|',
    '---|---',
    '| a | b |',
    '* * *',
    '. . . . . . . . . . . . ',
    '## ',
    '**',
    '[x](https://a.test/)',
    '[gallery ids="1"]',
  ],
  ...['cafÃ©', 'Itâ€™s', 'Ã¢â‚¬â„¢', 'ÐŸÑ€Ð¸', 'Ã', 'â'],
  ...['微门禁', '用户手册', 'می\u200cخواهم', 'یک', 'שלום', 'สวัสดี', '😀', 'e\u0301'],
  ...['Share this article', 'Read more', '© 2025 All rights reserved.', 'Advertisement'],
  ...[
    'One sentence that is long enough to be one.',
    'A Short Title',
    'RegimeThe evolving scenario demands much.',
    'Lead: and more',
    'word',
    'Yes.',
    '2008',
    ' , ',
    ' ’ s ',
  ],
]

const damaged = fc.array(fc.constantFrom(...pieces), {maxLength: 40}).map((parts) => parts.join(''))
/** With words between, so that what is lost can be seen. */
const worded = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.stringMatching(/^[a-z]{3,8}$/)), {maxLength: 25})
  .map((parts) => parts.map(([piece, word]) => `${piece} ${word}`).join(''))
const strings = fc.oneof(
  fc.string({unit: 'binary', maxLength: 300}),
  fc.string({unit: 'grapheme', maxLength: 300}),
)
const bytes = fc.uint8Array({maxLength: 400})

describe.each([
  ['damage', damaged, 400],
  ['damage between words', worded, 400],
  ['strings', strings, 300],
  ['bytes', bytes, 300],
] as [string, fc.Arbitrary<string | Uint8Array>, number][])('of %s', (_, input, numRuns) => {
  it('all text is conserved, every place known, every key unique, and nothing acts', () => {
    fc.assert(
      fc.property(input, (body) => {
        const result = parseOrRefuse(body)
        if (!result) return
        expect(conserved(result)).toEqual([])
        expect(provenance(result)).toEqual([])
        expect(keyed([result.article, result.findings])).toEqual([])
        expect(inert(result)).toEqual([])
      }),
      {numRuns},
    )
  })
})

it('whatever came before, the same input gives the same result', () => {
  fc.assert(
    fc.property(worded, damaged, (body, other) => {
      const result = parseOrRefuse(body)
      if (!result) return
      parseOrRefuse(other)
      expect(deterministic(body, result)).toEqual([])
    }),
    {numRuns: 100},
  )
})
