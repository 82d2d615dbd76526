/** An article as Markdown, read by a Markdown parser, is the same article but for the losses that docs/conversions.md lists. */
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {articleMarkdown} from '../../ingest/cli/render/article.ts'
import type {ParsedArticle} from '../../ingest/parse/types.ts'
import type {BodyBlock, Table, TextBlock} from '../../schemas/body.ts'
import {parse} from './check.ts'
import {clean, damaged} from './damage.ts'
import {fixtures} from './fixtures.ts'

const markdown = unified().use(remarkParse).use(remarkGfm)

function throughMarkdown(article: ParsedArticle): ParsedArticle {
  const tree = toHast(markdown.parse(articleMarkdown(article)), {allowDangerousHtml: true})
  return parse(toHtml(tree, {allowDangerousHtml: true})).article
}

/** Text, style and marks of each block; keys follow from them. */
type View = [style: string, text: string]

const text = (block: TextBlock): string => block.children.map(viewOfSpan(block)).join('')
const viewOfSpan =
  (block: TextBlock) =>
  ({text: value, marks}: TextBlock['children'][number]): string => {
    const names = marks.map((mark) => {
      const link = block.markDefs.find(({_key}) => _key === mark)
      // An address in the text becomes a link to itself.
      if (link?.href === value) return ''
      // The key of a note is that of its text, and footnotes are items.
      if (link?.href.startsWith('#')) return 'note'
      return link ? `link ${link.href} ${link.title ?? ''}` : mark
    })
    return names.some(Boolean) ? `[${names.toSorted().join()}:${value}]` : value
  }

/** The properties of a block that Markdown can express. The documentation lists those that it cannot. */
function said(block: BodyBlock): View[] {
  switch (block._type) {
    case 'block':
      return [[`${block.style} ${block.listItem ?? ''} ${block.level ?? ''}`, text(block)]]
    case 'table':
      return [...caption(block.caption), ['table', JSON.stringify(rows(block))]]
    case 'figure':
      return [
        ['figure', `${block.url} ${block.alt ?? ''}`],
        ...caption([block.caption, block.credit].filter(Boolean).join(' ')),
      ]
    case 'embed':
      return [['normal  ', block.caption ? `[link ${block.url} :${block.caption}]` : block.url]]
    case 'code':
      return [['code', `${block.language ?? ''} ${block.code}`]]
    case 'latex':
      return [['latex', block.body]]
    case 'divider':
      return [['divider', '']]
  }
}

const caption = (value: string | undefined): View[] => (value ? [['normal  ', `[em:${value}]`]] : [])

const marker = ({listItem}: TextBlock, index: number): string =>
  listItem === undefined ? '' : listItem === 'number' ? `${index + 1}. ` : '• '

/** One header row at most, no header columns, one line in a cell. */
const rows = ({headerRows, alignment, rows: all}: Table): unknown => ({
  header: headerRows > 0,
  alignment: alignment?.some((align) => align !== 'none') ? alignment : undefined,
  rows: all.map(({cells}) =>
    cells.map(({value}) =>
      value
        .map((block, index) => marker(block, index) + text(block))
        .join(' ')
        .replaceAll('\n', ' '),
    ),
  ),
})

const inputs: readonly (readonly [string, string])[] = [...clean, ...fixtures, ...damaged]

/** The keys of the notes to which marks lead. */
const notesIn = ({body}: ParsedArticle): ReadonlySet<string> =>
  new Set(
    body.flatMap((block) =>
      block._type === 'block'
        ? block.markDefs.flatMap(({href}) => (href.startsWith('#') ? [href.slice(1)] : []))
        : [],
    ),
  )

/** A footnote comes back as an item, which has the number of its mark. */
const asFootnote = ([style, value]: View): View =>
  /^\[sup:\d+\] /.test(value) ? ['normal number 1', value.replace(/^\[sup:\d+\] /, '')] : [style, value]

describe.each(inputs)('%s', (_, body) => {
  it('comes back from Markdown but for the listed losses', () => {
    const {article} = parse(body)
    const again = throughMarkdown(article)
    expect(again.title).toBe(article.title)
    const notes = notesIn(article)
    const expected = article.body.flatMap((block) =>
      notes.has(block._key) ? said(block).map(asFootnote) : said(block),
    )
    expect(again.body.flatMap(said)).toEqual(expected)
  })
})

/** Each loss that the documentation lists, as input and as what comes back. */
describe('the listed losses', () => {
  const cases: [loss: string, html: string, lost: (article: ParsedArticle) => unknown, left: unknown][] = [
    [
      'a caption is a paragraph in italics',
      '<table><caption>Sums</caption><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>',
      ({body}) => body.map((block) => ('caption' in block ? block.caption : block._type)),
      ['block', 'table'],
    ],
    [
      'header columns are cells',
      '<table><tr><th>A</th><th>B</th></tr><tr><th>1</th><td>2</td></tr></table>',
      ({body}) => body.map((block) => block._type === 'table' && block.headerColumns),
      [undefined],
    ],
    [
      'lists in cells are lines',
      '<table><tr><th>A</th><th>B</th></tr><tr><td><ul><li>1</li><li>2</li></ul></td><td>3</td></tr></table>',
      ({body}) => body.map((block) => block._type === 'table' && block.rows[1]?.cells[0]?.value.length),
      [1],
    ],
    [
      'several header rows are one',
      '<table><thead><tr><th>A</th><th>B</th></tr><tr><th>C</th><th>D</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
      ({body}) => body.map((block) => block._type === 'table' && block.headerRows),
      [1],
    ],
    [
      'a credit is part of the caption',
      '<figure><img src="https://a.test/a.png"><figcaption>The quay. <span class="credit">Ann Lee</span></figcaption></figure>',
      ({body}) => body.map((block) => block._type === 'figure' && block.credit),
      [undefined, false],
    ],
    [
      'an address without a link is a link to itself',
      '<p>See https://a.test/page for more.</p>',
      ({body}) => body.map((block) => block._type === 'block' && block.markDefs.length),
      [1],
    ],
    [
      'an embed is a link',
      '<iframe src="https://a.test/v"></iframe>',
      ({body}) => body.map((block) => block._type),
      ['block'],
    ],
  ]
  it.each(cases)('%s', (_, html, lost, left) => {
    const {article} = parse(html)
    expect(lost(article)).not.toEqual(left)
    expect(lost(throughMarkdown(article))).toEqual(left)
  })
})
