/** Whatever strings stand in a body, the output has the elements of our components and no others. */
import fc from 'fast-check'
import type {Nodes as Hast} from 'hast'
import type {Nodes as Mdast} from 'mdast'
import rehypeParse from 'rehype-parse'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {writeJsonLd} from '../../deliver/article/json-ld.ts'
import {renderHtml} from '../../render/html.ts'
import {renderMarkdown} from '../../render/markdown.ts'

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</code></pre></table></figure><b>',
  '<!--',
  ']]>',
  '&lt;b&gt;',
  '[a](javascript:alert(1))',
  '![a](https://x.example/)',
  '```\n</code>',
  '| a |\n| - |',
  '\n\n# b\n\n<b>',
  '\\',
  '`',
  '*',
  '<https://x.example>',
]
const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({unit: 'binary'}),
  fc.string({unit: 'grapheme'}),
)
/** Never blank, since blank fields are left out. */
const text = hostile.map((value) => `x${value}x`)

/** A body with each kind of block in it, and a string of `next` in each field. */
function bodyOf(next: () => string, url: (tail: string) => string): unknown[] {
  const span = (...marks: string[]) => ({
    _type: 'span',
    _key: next(),
    text: next(),
    marks: [...marks, next()],
  })
  const block = (fields: object) => ({
    _type: 'block',
    _key: next(),
    style: 'normal',
    children: [span(), span('strong', 'l'), span('code', 'sup')],
    markDefs: [{_type: 'link', _key: 'l', href: url(next()), title: next()}],
    ...fields,
  })
  const cells = [{value: [block({})]}, {value: [block({}), block({listItem: 'bullet', level: 1})]}]
  return [
    block({}),
    block({style: 'h2'}),
    block({style: next()}),
    block({style: 'blockquote'}),
    block({listItem: 'bullet', level: 1}),
    block({listItem: 'number', level: 2}),
    {
      _type: 'table',
      _key: next(),
      caption: next(),
      headerRows: 1,
      headerColumns: 1,
      alignment: [next()],
      rows: [{cells}, {cells}],
    },
    {_type: 'figure', _key: next(), url: url(next()), alt: next(), caption: next(), credit: next()},
    {_type: 'figure', image: {url: url(next()), width: next()}, alt: next()},
    {_type: 'code', _key: next(), code: next(), language: next()},
    {_type: 'embed', _key: next(), url: url(next()), caption: next()},
    {_type: 'divider', style: next()},
    {_type: next(), _key: next(), text: next()},
  ]
}

/** A string for each call, over and over. */
function cycle(values: readonly string[]): () => string {
  let index = 0
  return () => values[index++ % values.length] ?? ''
}

const PLAIN = bodyOf(
  () => 'x',
  () => 'https://x.example/',
)
const absolute = (tail: string) => `https://x.example/${tail}`

/** Names of elements and of their attributes, in order; line breaks aside, which are text. */
function skeleton(node: Hast): string[] {
  if (node.type === 'text') return []
  if (node.type !== 'element')
    return 'children' in node ? [node.type, ...node.children.flatMap(skeleton)] : [node.type]
  if (node.tagName === 'br') return []
  const attributes = Object.keys(node.properties).filter(
    (name) => node.tagName !== 'code' || name !== 'className',
  )
  return [`<${node.tagName} ${attributes.sort().join(' ')}>`, ...node.children.flatMap(skeleton), '</>']
}

const html = unified().use(rehypeParse, {fragment: true})
const markdown = unified().use(remarkParse).use(remarkGfm)

function bare(address: string): string {
  return address.replace(/^(?:https?:\/\/|mailto:)/, '')
}

/** Types of nodes, in order; text and breaks aside, and code, which a line end splits. Of inline HTML, its tags. */
function outline(node: Mdast): string[] {
  if (node.type === 'text' || node.type === 'break' || node.type === 'inlineCode') return []
  // The reader makes links of addresses in text, escaped or not.
  const [first] = node.type === 'link' ? node.children : []
  if (node.type === 'link' && first?.type === 'text' && bare(first.value) === bare(node.url)) return []
  if (node.type === 'html') return node.value === '<br>' ? [] : [node.value]
  return [node.type, ...('children' in node ? node.children.flatMap(outline) : []), '/']
}

describe('renderHtml', () => {
  it('has the elements and attributes of a plain body', () => {
    const expected = skeleton(html.parse(renderHtml(PLAIN)))
    fc.assert(
      fc.property(fc.array(text, {minLength: 1, maxLength: 9}), (values) => {
        const body = bodyOf(cycle(values), absolute)
        expect(skeleton(html.parse(renderHtml(body)))).toEqual(expected)
      }),
    )
  })

  it('has no address but of the schemes it admits', () => {
    const schemes = fc.constantFrom(
      'javascript:',
      ' java\tscript:',
      'data:text/html,',
      'vbscript:',
      'https://',
      'mailto:',
      '//',
      '',
    )
    fc.assert(
      fc.property(schemes, hostile, (scheme, tail) => {
        const rendered = renderHtml(
          bodyOf(
            () => 'x',
            () => `${scheme}${tail}`,
          ),
        )
        const addresses = (node: Hast): string[] =>
          node.type === 'element'
            ? [
                ...[node.properties.href, node.properties.src].flatMap((url) => (url ? [String(url)] : [])),
                ...node.children.flatMap(addresses),
              ]
            : 'children' in node
              ? node.children.flatMap(addresses)
              : []
        for (const address of addresses(html.parse(rendered))) {
          expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(new URL(address, 'data:,').protocol)
        }
      }),
    )
  })

  it('takes anything for a body', () => {
    fc.assert(
      fc.property(fc.array(fc.anything({withNullPrototype: true})), (body) => {
        expect(typeof renderHtml(body)).toBe('string')
      }),
    )
  })
})

describe('renderMarkdown', () => {
  it('reads as the nodes of a plain body, and has no HTML of the text', () => {
    const expected = outline(markdown.parse(renderMarkdown(PLAIN)))
    fc.assert(
      fc.property(fc.array(text, {minLength: 1, maxLength: 9}), (values) => {
        const written = renderMarkdown(bodyOf(cycle(values), absolute))
        expect(outline(markdown.parse(written))).toEqual(expected)
      }),
    )
  })
})

describe('writeJsonLd', () => {
  it('cannot end the element it stands in, and says the same', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), hostile), (value) => {
        const written = writeJsonLd(value)
        expect(written).not.toMatch(/[<>]/)
        expect(JSON.parse(written)).toEqual(value)
      }),
    )
  })
})
