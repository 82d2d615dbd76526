import {expect, test} from 'vitest'
import type {ParsedArticle} from '../../../../ingest/parse/types.ts'
import {conserved, idempotent, parse, provenance} from '../../../invariants/check.ts'

const before =
  '<p>The council of the valley met on Monday in the old mill, and every seat in the room was taken before the doors were shut.</p>'
const after =
  '<p>Their neighbours said that the water has risen each spring since the dam was built, and that nobody had counted the boats.</p>'
const page = (line: string, end = '', outside = ''): string =>
  `<!doctype html><html lang="en"><head><title>The mill</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>The mill</h1>${before}${line}${after}${end}</article>${outside}</main><footer>© The valley</footer></body></html>`

/** Lines of an article without its first and last sentence; a superscript as `^1^`. */
function linesOf({body}: ParsedArticle): string[] {
  return body.flatMap((block) => {
    if (block._type !== 'block') return [block._type]
    const text = block.children.map(({text, marks}) => (marks.includes('sup') ? `^${text}^` : text)).join('')
    if (before.includes(text) || after.includes(text)) return []
    return [block.listItem === 'number' ? `# ${text}` : text]
  })
}

const TURNED = 'The wheel turned slowly^1^ and stopped.'
const cases: readonly [kind: string, body: string, lines: readonly string[]][] = [
  [
    'a bare link after a word, with its note in the text',
    page('<p>The wheel turned slowly<a href="#n1">1</a> and stopped.</p>', '<p id="n1">1 Diary, 1871.</p>'),
    [TURNED, '1 Diary, 1871.'],
  ],
  [
    'a note whose own mark is glued to it',
    page(
      '<p>The wheel turned slowly<a name="a1" href="#n1"><sup>1</sup></a> and stopped.</p>',
      '<div id="sd1"><p><a name="n1" href="#a1">1</a>Diary, 1871.</p></div>',
    ),
    [TURNED, '^1^ Diary, 1871.'],
  ],
  [
    'a number beside the paragraph of its note',
    page(
      '<p>The wheel turned slowly<a class="footnote-anchor" id="ra" href="#fa">1</a> and stopped.</p>',
      '<div class="footnote"><a id="fa" href="#ra" class="footnote-number">1</a><div><p>Diary, 1871.</p></div></div>',
    ),
    [TURNED, '^1^ Diary, 1871.'],
  ],
  [
    'a mark of a word processor, with notes of several paragraphs outside the text',
    page(
      '<p>The wheel turned slowly<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span>[1]</span></a> and stopped.</p>',
      '',
      '<div style="mso-element:footnote-list"><div style="mso-element:footnote" id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Diary, 1871.</p><p>Kept by the miller.</p></div></div>',
    ),
    ['The wheel turned slowly^[1]^ and stopped.', '^[1]^ Diary, 1871.', 'Kept by the miller.'],
  ],
  [
    'a list of notes after the article, with links back',
    page(
      '<p>The wheel turned slowly<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a> and stopped.</p>',
      '',
      '<section class="footnotes"><ol><li id="fn1"><p>Diary, 1871. <a href="#fnref1">Back to the text</a></p></li></ol></section>',
    ),
    [TURNED, '# Diary, 1871.'],
  ],
  [
    'notes in an aside, which would be removed',
    page(
      '<p>The wheel turned slowly<a href="#note-1" class="note">1</a> and stopped.</p>',
      '<aside><p id="note-1">1. Diary, 1871.</p><p><a href="/news">Other news</a></p></aside>',
    ),
    [TURNED, '1. Diary, 1871.'],
  ],
  [
    'a note beside the line, numbered by a style sheet',
    page(
      '<p>The wheel turned slowly<label for="s" class="sidenote-number"></label><input type="checkbox" id="s"><span class="sidenote">Diary, 1871.</span> and stopped.</p>',
    ),
    [TURNED, '^1^ Diary, 1871.'],
  ],
  [
    'notes inside a line after their marks',
    page(
      '<p>The wheel turned slowly<sup>1</sup><small class="sidenote">Diary, 1871.</small> and stopped<sup>2</sup><small class="sidenote">A letter.</small> at noon.</p>',
    ),
    ['The wheel turned slowly^1^ and stopped^2^ at noon.', '^1^ Diary, 1871.', '^2^ A letter.'],
  ],
  [
    'a note inside a line that is there once more after the text',
    page(
      '<p>The wheel turned slowly<a href="#n1"><sup>1</sup></a><span class="footnote_tooltip">Diary, 1871.</span> and stopped.</p>',
      '<ol><li id="n1">Diary, 1871.</li></ol>',
    ),
    [TURNED, '# Diary, 1871.'],
  ],
  [
    'a button with the note in an attribute',
    page(
      '<p>The wheel turned slowly<button data-definition="Diary, 1871." aria-label="footnote 1">1</button> and stopped.</p>',
    ),
    [TURNED, '^1^ Diary, 1871.'],
  ],
  [
    'a mark that only its class or style raises',
    page(
      '<p>The wheel turned slowly<span class="footnote-ref">1</span> and stopped<span style="vertical-align: super">2</span>.</p>',
    ),
    ['The wheel turned slowly^1^ and stopped^2^.'],
  ],
  [
    'links to pages and sections, which are no marks',
    page(
      '<p>See pages <a href="#p1">1</a> and <a href="#p2">2</a> of it.</p>',
      '<p id="p1">The first page says little.</p><h2 id="p2">The second</h2><p>It says less.</p>',
    ),
    ['See pages 1 and 2 of it.', 'The first page says little.', 'The second', 'It says less.'],
  ],
  [
    'comments of reviewers, which are no notes',
    page(
      '<p>The wheel turned slowly<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> and stopped<a class="msocomanchor" href="#_msocom_1">[AL1]</a>.</p>',
      '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is that so?</span></p></div><div style="mso-element:comment-list"><p>Was it noon?</p></div>',
    ),
    ['The wheel turned slowly and stopped.'],
  ],
]

test.each([
  [
    'in its line',
    '<p>The wheel turned<span class="sidenote">Diary, 1871.</span> slowly.</p><p>It stopped.</p>',
    ['The wheel turned slowly.', 'It stopped.', 'Diary, 1871.'],
  ],
  [
    'with a number',
    '<p>The wheel turned.<sup>1</sup><span class="footnote">Diary, 1871.</span></p><p>It stopped.</p>',
    ['The wheel turned.^1^', 'It stopped.', '^1^ Diary, 1871.'],
  ],
  [
    'in wikitext',
    'The wheel turned.<ref>Diary, 1871.</ref>\n\n== Later ==\nIt stopped.\n\n== Still later ==\nIt burned.',
    ['The wheel turned.^1^', 'Later', 'It stopped.', 'Still later', 'It burned.', '^1^ Diary, 1871.'],
  ],
  [
    'in Markdown',
    '## Wheels\nThe wheel turned.[^log]\n\nIt stopped.\n\n[^log]: Diary, 1871.',
    ['Wheels', 'The wheel turned.^1^', 'It stopped.', '^1^ Diary, 1871.'],
  ],
])('a note of a fragment %s comes to its end', (_, source, lines) => {
  const result = parse(source)
  expect(linesOf(result.article)).toEqual(lines)
  expect([...conserved(result), ...provenance(result)]).toEqual([])
})

test.each(cases)('%s', (_, body, lines) => {
  const result = parse(body)
  expect(linesOf(result.article)).toEqual(lines)
  expect([...conserved(result), ...provenance(result), ...idempotent(result)]).toEqual([])
})

test('a note that is moved has a finding', () => {
  const {findings} = parse(page('<p>The wheel<span class="sidenote">Diary, 1871.</span> stopped.</p>'))
  expect(findings.map(({code}) => code)).toContain('note-moved')
})

test('lines of an element that look like notes of Markdown stay what they are', () => {
  const source =
    '<p>The wheel turned[^1] and[^2] stopped.</p>\n<p>[^1]: Diary.\n[^2]: Log.</p>\n<table><tr><td>a</td><td></td></tr></table>'
  const {findings, article} = parse(source)
  expect(findings.map(({code}) => code)).not.toContain('tag-debris-dropped')
  expect(linesOf(article)).toContain('[^1]: Diary. [^2]: Log.')
})
