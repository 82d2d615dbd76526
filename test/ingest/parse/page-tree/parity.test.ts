/** Pages are read by an adapter of ours, fragments by rehype-parse: both must give one tree. */
import {globSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import type {Root} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {parsePage} from '../../../../ingest/parse/page-tree/index.ts'

const parser = unified().use(rehypeParse).freeze()

/**
 * As plain data: our nodes have a class, which no reader of hast asks for. The content of a template that is never closed has
 * the place of the whole document in rehype-parse 9.0.1, and none here.
 */
const plain = (tree: Root): unknown =>
  JSON.parse(JSON.stringify(tree), (key, value) =>
    key === 'content' && value?.type === 'root' ? {...value, position: undefined} : value,
  )

const same = (html: string): void => {
  expect(plain(parsePage(html))).toEqual(plain(parser.parse(html)))
}

describe('trees', () => {
  it.each([
    ['nothing', ''],
    ['a doctype alone', '<!doctype html>'],
    ['two doctypes', '<!doctype html><!doctype html><p>One'],
    ['quirks', '<p>One<table><tr><td>Two</table>'],
    ['no quirks', '<!doctype html><p>One<table><tr><td>Two</table>'],
    [
      'almost no quirks',
      '<!doctype html public "-//W3C//DTD XHTML 1.0 Transitional//EN"><p>One<table></table>',
    ],
    ['attributes of html and body that come twice', '<html a=1><body b=2><html a=3 c=4><body b=5 d=6>'],
    ['marks across blocks', '<b>One<p>two</b>three</p><i><b>x</i>y</b>'],
    ['text out of a table', '<table>One<tr>two<td>three</td>four</table>five'],
    ['a template', '<template id=a><p>One<td>two</template>three'],
    ['a template that is not closed', '<body><template><p>One'],
    [
      'drawings',
      '<svg viewBox="0 0 1 1" xlink:href="#a"><foreignObject><p>One</p></foreignObject><template/></svg>',
    ],
    [
      'formulas',
      '<math definitionurl=a><mi>x</mi><annotation-xml encoding="text/html"><p>One</annotation-xml></math>',
    ],
    ['forms and frames', '<form><form><input disabled checked=false><select multiple><option>a<option>b'],
    [
      'lists of tokens',
      '<a class=" a  b " rel="x y" sizes="1x1" headers="a b" srcset="a 1x, b 2x" accept="a, b">',
    ],
    ['numbers', '<td colspan=2 rowspan=x><ol start=-3><progress value=0.5><img width=10px height=20>'],
    ['names of every object', '<p constructor=a __proto__=b tostring=c>One'],
    ['line ends', '<p>\r\nOne\rtwo\n\r</p>\r'],
    ['NUL and references', '<p>\0One &amp; two &notit; &#0; &#x80;'],
    ['comments and instructions', '<!--a--><p><!-- b --><?c?>One<!d></p><!--e-->'],
    ['raw text', '<title>a<b></title><textarea>\n<p></textarea><noscript><p>One</noscript><xmp><b></xmp>'],
  ])('%s', (_, html) => same(html))

  it('keeps the name of an element that has a dot, which rehype-parse 9.0.1 reads as a class', () => {
    const [element] =
      JSON.stringify(parsePage('<my-card.wide>One</my-card.wide>')).match(/my-card[^"]*/) ?? []
    expect(element).toBe('my-card.wide')
  })
})

const fixtures = fileURLToPath(new URL('../../../fixtures/', import.meta.url))

describe('fixtures', () => {
  it.each(globSync('*/input.*', {cwd: fixtures}).toSorted())('%s', (name) =>
    same(readFileSync(`${fixtures}${name}`, 'utf8')),
  )
})

// In a drawing, hast-util-from-parse5 8.0.4 writes textarea as textArea, which HTML does not.
const NAMES =
  'a b p div table tr td th tbody caption ul li select option template form button svg math title h1 br img body html head i nobr applet frameset pre'.split(
    ' ',
  )
const piece = fc.oneof(
  {weight: 4, arbitrary: fc.constantFrom(...NAMES).map((name) => `<${name}>`)},
  {weight: 4, arbitrary: fc.constantFrom(...NAMES).map((name) => `</${name}>`)},
  fc.constantFrom(...NAMES).map((name) => `<${name} class="a b" hidden href=x>`),
  fc.constantFrom(
    'One',
    ' two ',
    '\n',
    '&amp;',
    '&lt',
    '<!--c-->',
    '<',
    '</',
    '<!doctype html>',
    '\0',
    '\r\n',
  ),
)

it('gives the trees of rehype-parse for any soup of tags', () => {
  fc.assert(
    fc.property(
      fc.array(piece, {maxLength: 40}).map((pieces) => pieces.join('')),
      same,
    ),
    {numRuns: 1500},
  )
})
