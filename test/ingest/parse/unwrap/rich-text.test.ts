/** Rich text as JSON, as editors and content systems keep it: each format comes out as the same HTML. */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {traced} from '../../../../ingest/parse/trace/traced-text.ts'
import type {ParseResult} from '../../../../ingest/parse/types.ts'
import {unwrap} from '../../../../ingest/parse/unwrap/index.ts'

const PROSE =
  'The bakery on the square opens an hour earlier from Monday on, since the night train has a new timetable.'

/** What a document with this body becomes, without its title and first paragraph. */
const htmlOf = (body: unknown, beside: object = {}): string =>
  unwrap(traced(JSON.stringify({title: 'Bread', body, ...beside})), () => undefined)
    .html.value.replace('<h1>Bread</h1>\n', '')
    .replace(`<p>${PROSE}</p>\n`, '')

const parsePage = (body: unknown): ParseResult => {
  const state = JSON.stringify({props: {post: {title: 'Bread', body}}})
  const page = `<!doctype html><title>Bread</title><body><div id="app"></div><script id="__NEXT_DATA__" type="application/json">${state}</script></body>`
  return parseScrape({bytes: new TextEncoder().encode(page), origin: 'test'})
}

const span = (text: string, marks: string[] = []) => ({_type: 'span', text, marks})
const block = (text: string, more: object = {}) => ({_type: 'block', children: [span(text)], ...more})

describe('Portable Text', () => {
  const portable = (...blocks: object[]) => htmlOf([block(PROSE), ...blocks])

  it.each([
    [
      'styles',
      [block('Hours', {style: 'h3'}), block('Warm!', {style: 'blockquote'})],
      '<h3>Hours</h3>\n<blockquote><p>Warm!</p></blockquote>',
    ],
    [
      'marks that overlap',
      [{_type: 'block', children: [span('a', ['strong']), span('b', ['strong', 'em']), span('c', ['em'])]}],
      '<p><strong>a<em>b</em></strong><em>c</em></p>',
    ],
    [
      'a link with a bold word',
      [
        {
          _type: 'block',
          markDefs: [{_key: 'k', _type: 'link', href: 'https://a.example/?b=1&c'}],
          children: [span('the ', ['k']), span('map', ['strong', 'k'])],
        },
      ],
      '<p><a href="https://a.example/?b=1&amp;c">the <strong>map</strong></a></p>',
    ],
    [
      'a note on two words, one of them bold',
      [
        {
          _type: 'block',
          markDefs: [{_key: 'n', _type: 'footnote', text: [block('Diary, 1871.')]}],
          children: [span('Whale ', ['n']), span('oil', ['strong', 'n']), span(' burned.')],
        },
        block('So it was.'),
      ],
      expect.stringMatching(
        /^<p>Whale <strong>oil<\/strong><sup><a href="#(footnote-\d+)">1<\/a><\/sup> burned\.<\/p>\n<p>So it was\.<\/p>\n<ol><li id="\1"><p>Diary, 1871\.<\/p><\/li><\/ol>$/,
      ),
    ],
    [
      'notes in the line',
      [
        {
          _type: 'block',
          children: [
            span('Oil'),
            {_type: 'footnote', note: 'A letter.'},
            span(' burned'),
            {_type: 'sidenote', body: [block('Another.')]},
            span('.'),
          ],
        },
      ],
      expect.stringMatching(
        /^<p>Oil<sup>.*1.*<\/sup> burned<sup>.*2.*<\/sup>\.<\/p>\n<ol><li id="[\w-]+"><p>A letter\.<\/p><\/li><li id="[\w-]+"><p>Another\.<\/p><\/li><\/ol>$/,
      ),
    ],
    [
      'a note without words',
      [
        {
          _type: 'block',
          markDefs: [{_key: 'n', _type: 'footnote', note: {_ref: 'a1'}}],
          children: [span('Oil', ['n']), span(' burned.')],
        },
      ],
      '<p>Oil burned.</p>',
    ],
    [
      'levels of lists',
      [
        block('a', {listItem: 'bullet', level: 1}),
        block('b', {listItem: 'number', level: 2}),
        block('c', {listItem: 'bullet', level: 1}),
        block('d', {listItem: 'number', level: 1}),
      ],
      '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>\n<ol><li>d</li></ol>',
    ],
    [
      'code and a table',
      [
        {_type: 'code', language: 'js', code: 'a < b\nc'},
        {_type: 'table', rows: [{cells: ['a', 'b']}, {cells: ['c', 'd']}]},
      ],
      '<pre><code class="language-js">a &lt; b\nc</code></pre>\n<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
    ],
    [
      'an image',
      [{_type: 'image', asset: {url: 'https://a.example/a.jpg'}, alt: 'A "loaf"', caption: 'Rye.'}],
      '<figure><img src="https://a.example/a.jpg" alt="A &quot;loaf&quot;"><figcaption>Rye.</figcaption></figure>',
    ],
    [
      'text in a block that no schema knows',
      [{_type: 'notice', tone: 'info', body: [block('Cash only.')]}],
      '<p>Cash only.</p>',
    ],
    [
      'no text of a block that leads elsewhere',
      [
        {
          _type: 'relatedStories',
          items: [{title: 'Why the mill closed', excerpt: 'It had stood still for years.'}],
        },
        block('End.'),
      ],
      '<p>End.</p>',
    ],
    ['line breaks in a paragraph', [block('a\nb')], '<p>a<br>b</p>'],
  ])('%s', (_, blocks, html) => {
    expect(portable(...blocks)).toEqual(html)
  })

  it('finds the address of an image by the addresses of others', () => {
    const image = {_type: 'image', asset: {_ref: 'image-ab12-600x400-jpg'}}
    const other = 'https://cdn.sanity.io/images/proj1/production/cd34-9x9.png'
    expect(htmlOf([block(PROSE), image], {logo: other})).toBe(
      '<figure><img src="https://cdn.sanity.io/images/proj1/production/ab12-600x400.jpg"></figure>',
    )
  })

  it('says that an image has only a reference', () => {
    const {findings} = parsePage([
      ...Array.from({length: 6}, () => block(`${PROSE} ${PROSE}`)).map((one, index) => ({
        ...one,
        children: [span(`${index} ${PROSE}`)],
      })),
      {_type: 'image', asset: {_ref: 'image-ab12-600x400-jpg'}},
    ])
    expect(findings.find(({code}) => code === 'media-unresolved')).toMatchObject({severity: 'warning'})
  })
})

describe('trees of nodes', () => {
  const text = (value: string, more: object = {}) => ({type: 'text', text: value, ...more})
  const paragraph = (...content: object[]) => ({type: 'paragraph', content})

  it.each([
    [
      'headings and breaks',
      [
        {type: 'heading', attrs: {level: 3}, content: [text('Hours')]},
        paragraph(text('a'), {type: 'hardBreak'}, text('b')),
      ],
      '<h3>Hours</h3>\n<p>a<br>b</p>',
    ],
    [
      'marks and links',
      [
        paragraph(
          text('a', {marks: [{type: 'bold'}, {type: 'italic'}]}),
          text('b', {marks: [{type: 'link', attrs: {href: '/b'}}]}),
        ),
      ],
      '<p><strong><em>a</em></strong><a href="/b">b</a></p>',
    ],
    [
      'tasks',
      [
        {
          type: 'taskList',
          content: [{type: 'taskItem', attrs: {checked: true}, content: [paragraph(text('knead'))]}],
        },
      ],
      '<ul><li><input type="checkbox" disabled checked><p>knead</p></li></ul>',
    ],
    [
      'a list that starts later',
      [
        {
          type: 'orderedList',
          attrs: {start: 4},
          content: [{type: 'listItem', content: [paragraph(text('d'))]}],
        },
      ],
      '<ol start="4"><li><p>d</p></li></ol>',
    ],
    [
      'a table',
      [
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [{type: 'tableHeader', attrs: {colspan: 2}, content: [paragraph(text('h'))]}],
            },
          ],
        },
      ],
      '<table><tr><th colspan="2"><p>h</p></th></tr></table>',
    ],
    [
      'code',
      [{type: 'codeBlock', attrs: {language: 'sh'}, content: [text('a\nb')]}],
      '<pre><code class="language-sh">a\nb</code></pre>',
    ],
    ['a mention', [paragraph(text('by '), {type: 'mention', attrs: {id: '7', label: 'Jo'}})], '<p>by Jo</p>'],
  ])('ProseMirror: %s', (_, nodes, html) => {
    expect(htmlOf({type: 'doc', content: [paragraph(text(PROSE)), ...nodes]})).toBe(html)
  })

  it.each([
    [
      'leaves with flags',
      [
        {
          type: 'p',
          children: [
            {text: 'a', bold: true},
            {text: ' b ', code: true},
            {type: 'a', url: '/c', children: [{text: 'c'}]},
          ],
        },
      ],
      '<p><strong>a</strong><code> b </code><a href="/c">c</a></p>',
    ],
    [
      'lists by any name',
      [
        {type: 'numbered-list', children: [{type: 'list-item', children: [{text: 'a'}]}]},
        {
          type: 'ul',
          children: [
            {
              type: 'li',
              children: [
                {type: 'lic', children: [{text: 'b'}]},
                {type: 'ul', children: [{type: 'li', children: [{text: 'c'}]}]},
              ],
            },
          ],
        },
      ],
      '<ol><li>a</li></ol>\n<ul><li><p>b</p><ul><li>c</li></ul></li></ul>',
    ],
    [
      'lines of code',
      [
        {
          type: 'code_block',
          children: [
            {type: 'code_line', children: [{text: 'a'}]},
            {type: 'code_line', children: [{text: 'b'}]},
          ],
        },
      ],
      '<pre><code>a\nb</code></pre>',
    ],
    ['a node without a type', [{children: [{text: 'a'}]}], '<p>a</p>'],
    [
      'an image without words',
      [{type: 'image', url: 'https://a.example/a.jpg', children: [{text: ''}]}],
      '<figure><img src="https://a.example/a.jpg"></figure>',
    ],
  ])('Slate: %s', (_, nodes, html) => {
    expect(htmlOf([{type: 'paragraph', children: [{text: PROSE}]}, ...nodes])).toBe(html)
  })

  it('Lexical: marks as bits, and an item that holds the list of the item before it', () => {
    const leaf = (value: string, format = 0) => ({type: 'text', text: value, format})
    const item = (...children: object[]) => ({type: 'listitem', value: 1, children})
    const list = {
      type: 'list',
      listType: 'bullet',
      tag: 'ul',
      children: [
        item(leaf('a')),
        item({type: 'list', listType: 'number', tag: 'ol', children: [item(leaf('b', 3))]}),
      ],
    }
    const children = [
      {type: 'paragraph', children: [leaf(PROSE)]},
      {type: 'heading', tag: 'h4', children: [leaf('Hours')]},
      list,
    ]
    expect(htmlOf({root: {type: 'root', children}})).toBe(
      '<h4>Hours</h4>\n<ul><li>a<ol><li><strong><em>b</em></strong></li></ol></li></ul>',
    )
  })

  it('Contentful: an asset beside the text', () => {
    const node = (nodeType: string, content: object[], data: object = {}) => ({nodeType, content, data})
    const words = (value: string, ...marks: string[]) => ({
      nodeType: 'text',
      value,
      marks: marks.map((type) => ({type})),
      data: {},
    })
    const body = node('document', [
      node('paragraph', [words(PROSE)]),
      node('heading-2', [words('Hours', 'italic')]),
      node('paragraph', [node('hyperlink', [words('map')], {uri: 'https://a.example'})]),
      node('embedded-asset-block', [], {target: {sys: {id: 'one', type: 'Link'}}}),
    ])
    const includes = {Asset: [{sys: {id: 'one'}, fields: {file: {url: 'https://a.example/a.jpg'}}}]}
    expect(htmlOf(body, {includes})).toBe(
      '<h2><em>Hours</em></h2>\n<p><a href="https://a.example">map</a></p>\n<figure><img src="https://a.example/a.jpg"></figure>',
    )
  })

  it('typed blocks of a publishing system', () => {
    const blocks = [
      {type: 'text', content: PROSE},
      {type: 'header', level: 4, content: 'Hours &amp; <i>days</i>'},
      {type: 'list', list_type: 'ordered', items: [{type: 'text', content: 'a'}]},
      {type: 'quote', content_elements: [{type: 'text', content: 'Warm.'}], citation: {content: 'Ann Lee'}},
      {type: 'table', header: [{type: 'text', content: 'h'}], rows: [[{type: 'text', content: 'c'}]]},
    ]
    expect(htmlOf(blocks)).toBe(
      '<h4>Hours &amp; <i>days</i></h4>\n<ol><li>a</li></ol>\n<blockquote><p>Warm.</p><footer>Ann Lee</footer></blockquote>\n<table><tr><th>h</th></tr><tr><td>c</td></tr></table>',
    )
  })
})

describe('flat formats', () => {
  it('Draft.js: ranges of styles and entities', () => {
    const draft = (type: string, value: string, more: object = {}) => ({
      key: type,
      type,
      text: value,
      depth: 0,
      inlineStyleRanges: [],
      entityRanges: [],
      ...more,
    })
    const blocks = [
      draft('unstyled', PROSE),
      draft('unstyled', 'see the map', {
        inlineStyleRanges: [{offset: 0, length: 7, style: 'BOLD'}],
        entityRanges: [{offset: 4, length: 7, key: 0}],
      }),
      draft('unordered-list-item', 'a'),
      draft('ordered-list-item', 'b', {depth: 1}),
      draft('atomic', ' ', {entityRanges: [{offset: 0, length: 1, key: 1}]}),
      draft('code-block', 'x'),
      draft('code-block', 'y'),
    ]
    const entityMap = {
      0: {type: 'LINK', data: {url: '/m'}},
      1: {type: 'IMAGE', data: {src: 'https://a.example/a.jpg'}},
    }
    expect(htmlOf({blocks, entityMap})).toBe(
      '<p><strong>see </strong><a href="/m"><strong>the</strong> map</a></p>\n<ul><li>a<ol><li>b</li></ol></li></ul>\n<figure><img src="https://a.example/a.jpg"></figure>\n<pre><code>x\ny</code></pre>',
    )
  })

  it('Editor.js: HTML in each block', () => {
    const blocks = [
      {type: 'paragraph', data: {text: PROSE}},
      {type: 'header', data: {text: 'Hours', level: 3}},
      {
        type: 'list',
        data: {style: 'unordered', items: [{content: 'a <b>b</b>', items: [{content: 'c', items: []}]}]},
      },
      {type: 'checklist', data: {items: [{text: 'd', checked: false}]}},
      {type: 'quote', data: {text: 'Warm.', caption: 'Ann Lee'}},
      {type: 'table', data: {withHeadings: true, content: [['h'], ['c']]}},
      {type: 'delimiter', data: {}},
    ]
    expect(htmlOf({time: 1, blocks, version: '2.30.0'})).toBe(
      '<h3>Hours</h3>\n<ul><li>a <b>b</b><ul><li>c</li></ul></li></ul>\n<ul><li><input type="checkbox" disabled>d</li></ul>\n<blockquote><p>Warm.</p><footer>Ann Lee</footer></blockquote>\n<table><tr><th>h</th></tr><tr><td>c</td></tr></table>\n<hr>',
    )
  })

  it('Gutenberg: blocks by their attributes, and inner blocks', () => {
    const of = (name: string, attributes: object, innerBlocks: object[] = []) => ({
      name: `core/${name}`,
      attributes,
      innerBlocks,
    })
    const blocks = [
      of('paragraph', {content: PROSE}),
      of('list', {ordered: true}, [of('list-item', {content: 'a'})]),
      of('quote', {citation: 'Ann Lee'}, [of('paragraph', {content: 'Warm.'})]),
      of('image', {url: 'https://a.example/a.jpg', alt: 'Loaf', caption: 'Rye.'}),
      of('group', {}, [of('paragraph', {content: 'In a group.'})]),
    ]
    expect(htmlOf(blocks)).toBe(
      '<ol><li>a</li></ol>\n<blockquote><p>Warm.</p><footer>Ann Lee</footer></blockquote>\n<figure><img src="https://a.example/a.jpg" alt="Loaf"><figcaption>Rye.</figcaption></figure>\n<p>In a group.</p>',
    )
  })

  it('Gutenberg: HTML around inner blocks', () => {
    const of = (blockName: string | null, innerContent: (string | null)[], innerBlocks: object[] = []) => ({
      blockName,
      attrs: {},
      innerBlocks,
      innerHTML: innerContent.join(''),
      innerContent,
    })
    const list = of('core/list', ['<ul>', null, '</ul>'], [of('core/list-item', ['<li>a</li>'])])
    expect(htmlOf([of('core/paragraph', [`<p>${PROSE}</p>`]), list])).toBe('<div><ul><li>a</li></ul></div>')
  })

  it('Gutenberg: parents by their ids', () => {
    const blocks = [
      {name: 'core/paragraph', clientId: '1', attributes: {content: PROSE}},
      {name: 'core/quote', clientId: '2', attributes: {}},
      {name: 'core/paragraph', clientId: '3', parentClientId: '2', attributes: {content: 'Warm.'}},
    ]
    expect(htmlOf(blocks)).toBe('<blockquote><p>Warm.</p></blockquote>')
  })

  it('Prismic: spans by their places', () => {
    const body = [
      {type: 'paragraph', text: PROSE, spans: []},
      {type: 'heading2', text: 'Hours', spans: []},
      {
        type: 'paragraph',
        text: 'see the map',
        spans: [{type: 'hyperlink', start: 4, end: 11, data: {url: '/m'}}],
      },
      {type: 'o-list-item', text: 'a', spans: []},
    ]
    expect(htmlOf(body)).toBe('<h2>Hours</h2>\n<p>see <a href="/m">the map</a></p>\n<ol><li>a</li></ol>')
  })

  it('Notion: content under the name of each type', () => {
    const words = (text: string, more: object = {}) => [
      {plain_text: text, annotations: {bold: false}, href: null, ...more},
    ]
    const of = (type: string, content: object) => ({object: 'block', type, [type]: content})
    const body = [
      of('paragraph', {rich_text: words(PROSE)}),
      of('heading_2', {rich_text: words('Hours', {annotations: {bold: true}})}),
      of('numbered_list_item', {
        rich_text: words('a'),
        children: [of('to_do', {rich_text: words('b', {href: '/b'}), checked: true})],
      }),
      of('image', {type: 'external', external: {url: 'https://a.example/a.jpg'}, caption: words('Rye.')}),
    ]
    expect(htmlOf(body)).toBe(
      '<h2><strong>Hours</strong></h2>\n<ol><li>a<ul><li><input type="checkbox" disabled checked><a href="/b">b</a></li></ul></li></ol>\n<figure><img src="https://a.example/a.jpg"><figcaption>Rye.</figcaption></figure>',
    )
  })

  it('Quill: attributes of a line at its end', () => {
    const ops = [
      {insert: `${PROSE}\nHours`},
      {insert: '\n', attributes: {header: 2}},
      {insert: 'a'},
      {insert: '\n', attributes: {list: 'bullet'}},
      {insert: 'b', attributes: {bold: true}},
      {insert: '\n', attributes: {list: 'ordered', indent: 1}},
    ]
    expect(htmlOf({ops})).toBe('<h2>Hours</h2>\n<ul><li>a<ol><li><strong>b</strong></li></ol></li></ul>')
  })
})

it('accounts for an address that only the first of several stretches is written with', () => {
  const link = {type: 'link', attrs: {href: 'https://a.example/map'}}
  const text = (value: string, ...marks: object[]) => ({type: 'text', text: value, marks})
  const body = {
    type: 'doc',
    content: [
      {type: 'paragraph', content: [text(PROSE), text(' the ', link), text('map', link, {type: 'bold'})]},
    ],
  }
  const source = JSON.stringify({title: 'Bread', body})
  const left: string[] = []
  unwrap(traced(source), ({code, ranges}) => {
    if (code === 'document-unwrapped') left.push(...ranges.map(({start, end}) => source.slice(start, end)))
  })
  expect(left.join('').match(/https:\/\/a\.example\/map/g)).toHaveLength(1)
})

describe('beside strings', () => {
  const rich = [block(PROSE), block('Hours', {style: 'h2'})]

  it('is preferred to the same text without its structure', () => {
    expect(htmlOf(rich, {bodyText: `${PROSE} Hours`})).toBe('<h2>Hours</h2>')
  })

  it.each([
    ['Portable Text', rich],
    [
      'Editor.js',
      {
        blocks: [
          {type: 'paragraph', data: {text: PROSE}},
          {type: 'header', data: {text: 'Hours', level: 2}},
        ],
      },
    ],
  ])('is read from a string that holds it: %s', (_, body) => {
    expect(htmlOf(JSON.stringify(body))).toBe('<h2>Hours</h2>')
  })

  it('is not preferred to the same text as HTML', () => {
    const html = `<p>${PROSE}</p><h2>Hours</h2>`
    expect(htmlOf(rich, {html})).toBe(html)
  })

  it('gives a title that is kept in the same way', () => {
    const source = JSON.stringify({
      data: {
        title: [{type: 'heading1', text: 'Bread', spans: []}],
        text: [{type: 'paragraph', text: PROSE, spans: []}],
      },
    })
    expect(unwrap(traced(source), () => undefined).html.value).toBe(`<h1>Bread</h1>\n<p>${PROSE}</p>`)
  })
})

describe('in the data of a page', () => {
  const paragraphs = Array.from({length: 6}, (_, index) => block(`${index}. ${PROSE}`))

  it('is the article, with its structure', () => {
    const {article, findings} = parsePage([
      ...paragraphs,
      block('Hours', {style: 'h2'}),
      block('a', {listItem: 'bullet', level: 1}),
    ])
    expect(article.body.slice(-2)).toMatchObject([{style: 'h2'}, {listItem: 'bullet', level: 1}])
    expect(findings.map(({code}) => code)).toContain('body-embedded')
    expect(findings.map(({code}) => code)).not.toContain('heading-inferred')
  })

  it('is found in the rows that React sends', () => {
    const row = `5:${JSON.stringify(['$', 'article', null, {title: 'Bread', body: paragraphs}])}\n`
    const scripts = [row.slice(0, 200), row.slice(200)].map(
      (one) => `<script>self.__next_f.push([1,${JSON.stringify(one)}])</script>`,
    )
    const page = `<!doctype html><title>Bread</title><body><div id="app"></div>${scripts.join('')}</body>`
    const {html} = unwrap(traced(page), () => undefined)
    expect(html.value.slice(html.value.lastIndexOf('</script>')).match(/<p>\d\. The bakery/g)).toHaveLength(6)
  })

  it('is found where values refer to each other by their places', () => {
    const list = [
      ['Reactive', 1],
      {data: 2},
      {post: 3},
      {title: 4, body: 5},
      'Bread',
      `<p>${PROSE}</p><p>It closes at noon as before, but for the first Sunday of the month.</p>`,
    ]
    const page = `<!doctype html><title>Bread</title><body><div id="__nuxt"></div><script type="application/json" id="__NUXT_DATA__">${JSON.stringify(list)}</script></body>`
    const {article} = parseScrape({bytes: new TextEncoder().encode(page), origin: 'test'})
    expect(article).toMatchObject({title: 'Bread', body: [{_type: 'block'}, {_type: 'block'}]})
  })
})
