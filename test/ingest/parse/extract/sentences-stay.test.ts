/** No rule of shape or position takes a sentence out of an article silently. */
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {view} from '../support/convert.ts'

const prose = Array.from(
  {length: 5},
  (_, index) =>
    `Paragraph number ${index} of the article is long enough to be read as prose by anyone who reads it.`,
)
const text = prose.map((each) => `<p>${each}</p>`).join('')

const parse = (inside: string) =>
  parseScrape({
    bytes: Buffer.from(
      `<!doctype html><html lang="en"><head><title>The mill grinds again</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>The mill grinds again</h1>${inside}</article></main></body></html>`,
    ),
    origin: 'page',
    url: 'https://www.example.com/2026/mill',
  })
const bodyOf = (inside: string) => view(parse(inside).article.body)

describe('a short sentence stays', () => {
  const sentences = [
    'The mill closed on June 2, 2025.',
    'Six goats escaped in 2019.',
    'The match ended 3:2.',
    'Open weekdays 9:30–16:00.',
    '2021年に三つの橋が落ちた。',
    'Um 9:15 Uhr fuhr der letzte Zug.',
  ]
  it.each(sentences)('at the beginning: %s', (sentence) => {
    expect(bodyOf(`<p>${sentence}</p>${text}`)).toEqual([sentence, ...prose])
  })
  it.each(sentences)('at the end: %s', (sentence) => {
    expect(bodyOf(`${text}<div>${sentence}</div>`)).toEqual([...prose, sentence])
  })

  it('after words about the site', () => {
    const {article, findings} = parse(
      `${text}<div><p>Subscribe to our newsletter for more.</p></div><p>The vote is on 3 March 2027.</p>`,
    )
    expect(view(article.body)).toEqual([...prose, 'The vote is on 3 March 2027.'])
    const removed = findings.filter(({message}) => message.includes('newsletter'))
    expect(removed.map(({severity, action}) => ({severity, action}))).toEqual([
      {severity: 'warning', action: 'applied-check'},
    ])
  })

  it('that is all link, as a paragraph', () => {
    const linked = 'The owner of the mill has written a letter to all who live along the river.'
    expect(bodyOf(`<p><a href="/letter">${linked}</a></p>${text}`)).toEqual([
      `<https://www.example.com/letter>${linked}</>`,
      ...prose,
    ])
  })

  it.each<[string, string, string]>([
    ['of which the place is set apart', '<div>WEIRTON (QP) —</div><p>', 'WEIRTON (QP) — '],
    ['of which the initial is set apart', '<div class="dropcap">A</div><p>', 'A'],
    ['of which the initial and its quotation mark are', '<span class="first-letter">“A</span><p>', '“A'],
  ])('%s', (_, before, begins) => {
    const rest = 'nd the wheel turned all day, and nobody in the valley could sleep for the noise of it.'
    const body = bodyOf(`${before}${rest}</p>${text}`)
    expect(body).toEqual([begins + rest, ...prose])
  })
})

describe('a label goes', () => {
  it.each([
    '<div>7 May 2024</div>',
    '<p>Published on 7 May 2024.</p>',
    '<p>Last updated 7 May 2024, 9:30 a.m.</p>',
    '<div>Ida Holm</div>',
  ])('%s', (label) => expect(bodyOf(label + text)).toEqual(prose))
})

describe('verse stays', () => {
  const verse = [
    'The wheel went round and round,',
    'the water sang below,',
    'and all the grain it ground',
    'was whiter than the snow',
  ]
  it.each<[string, string]>([
    ['in elements for lines', verse.map((line) => `<div class="line">${line}</div>`).join('')],
    ['in elements without a name', `<div>${verse.map((line) => `<div>${line}</div>`).join('')}</div>`],
  ])('after the last sentence, %s', (_, lines) => {
    expect(parse(text + lines).article.body.length).toBe(prose.length + verse.length)
  })
})

describe('an aside', () => {
  it('with a sentence that is nowhere else stays', () => {
    const definition = 'A weir is a low wall across a river. It holds the water back.'
    expect(bodyOf(`<p>${prose[0]}</p><aside><p>${definition}</p></aside><p>${prose[1]}</p>`)).toContain(
      definition,
    )
  })

  it.each<[string, string]>([
    ['repeats the text', `<aside><p>${prose[0]}</p></aside>`],
    [
      'offers a newsletter',
      '<aside><p>Sign up for our newsletter and read the news of the valley first.</p></aside>',
    ],
    [
      'leads to others',
      '<aside><h3>Related</h3><p><a href="/x">Old mill burns</a></p><p>The mill by the bridge burnt down.</p></aside>',
    ],
  ])('goes with a warning where it %s', (_, aside) => {
    const {article, findings} = parse(`${text}${aside}<p>${prose[1]} Again.</p>`)
    expect(view(article.body)).toEqual([...prose, `${prose[1]} Again.`])
    expect(
      findings.filter(({message}) => message.startsWith('<aside>')).map(({severity}) => severity),
    ).toEqual(['warning'])
  })
})

/** What was left out inside the article, each finding as its severity and quotation. */
const leftOut = (inside: string): [string, string | undefined][] =>
  parse(inside)
    .findings.filter(({code, message}) => code === 'region-removed' && message.includes('was left out: '))
    .map(({severity, before}) => [severity, before])

describe('what goes for its name', () => {
  it.each<[string, string, string]>([
    [
      'a caption',
      '<div class="e-image__meta"><p>The wheel turns again this week.</p></div>',
      'The wheel turns again this week.',
    ],
    [
      'a question on a button',
      '<button class="accordion-btn">Why did the wheel stop turning?</button>',
      'Why did the wheel stop turning?',
    ],
    [
      'a box',
      '<div class="promo"><p>Flour from the mill is sold at the door.</p></div>',
      'Flour from the mill is sold at the door.',
    ],
    [
      'a box with the mark of a note',
      '<div class="promo"><p>Flour from the mill is sold at the door.<sup>3</sup></p></div>',
      'Flour from the mill is sold at the door.3',
    ],
    [
      'a box in a form of the whole page',
      '<div class="promo"><form><input type="hidden" name="state"><p>Flour is sold at the door.</p></form></div>',
      'Flour is sold at the door.',
    ],
    [
      'a box in another language',
      '<div class="werbung"><p>Das Rad am Wehr dreht sich seit Montag wieder.</p></div>',
      'Das Rad am Wehr dreht sich seit Montag wieder.',
    ],
    [
      'notes by readers without a heading',
      '<div class="comment-wrapper"><p>My aunt used to work there.</p><p>Mine did so as well.</p></div>',
      'My aunt used to work there.\nMine did so as well.',
    ],
  ])('is a warning where it is prose: %s', (_, region, quoted) => {
    expect(leftOut(`${text}${region}<p>${prose[0]} Again.</p>`)).toEqual([['warning', quoted]])
  })

  it.each<[string, string]>([
    ['is a label', '<div class="promo"><p>From our partners</p></div>'],
    [
      'is links',
      '<div class="teaser"><a href="/a">The old mill burns down</a> <a href="/b">The weir holds.</a></div>',
    ],
    [
      'says what it is',
      '<div class="newsletter"><p>Sign up and get the news of the valley in your inbox.</p></div>',
    ],
    [
      'has a heading that says so',
      '<div class="comment-wrapper"><h3>Comments</h3><p>My aunt used to work there.</p></div>',
    ],
    ['is a form', '<div class="feedback"><p>Tell us what you think of it.</p><input name="words"></div>'],
    ['is hidden', '<div class="promo" hidden><p>Flour from the mill is sold at the door.</p></div>'],
  ])('is a remark where it %s', (_, region) => {
    expect(leftOut(`${text}${region}<p>${prose[0]} Again.</p>`).map(([severity]) => severity)).toEqual([
      'info',
    ])
  })

  it('is a remark about an author whom the page names', () => {
    const data = '{"@type":"NewsArticle","headline":"Mill","author":{"@type":"Person","name":"Edda Brook"}}'
    const box = '<div class="author-bio"><p>Edda Brook writes about rivers and the people at them.</p></div>'
    expect(
      leftOut(`<script type="application/ld+json">${data}</script>${text}${box}<p>${prose[0]} Again.</p>`),
    ).toEqual([['info', undefined]])
  })

  it('is one finding where the same words come several times', () => {
    const share = '<p class="share-text">Sharing this is caring for us.</p>'
    const [first, ...others] = prose
    const [finding, ...more] = parse(
      `<p>${first}</p>${share}${others.map((each) => `<p>${each}</p>`).join(share)}`,
    ).findings.filter(({severity}) => severity === 'warning')
    expect(more).toEqual([])
    expect(finding?.ranges).toHaveLength(4)
    expect(finding?.suggestion?.title).toBe('Put it back in 4 places')
  })
})

describe('what goes for its wording', () => {
  const video = 'Your browser does not support the video tag.'
  it.each<[string, string, [string, string | undefined][]]>([
    ['a notice about browsers', `${text}<p>${video}</p><p>${prose[0]} Again.</p>`, [['warning', video]]],
    [
      'comments',
      `${text}<h3>Comments</h3><p>My aunt used to work there.</p><p>Mine did so as well.</p>`,
      [['warning', 'Comments\nMy aunt used to work there.\nMine did so as well.']],
    ],
    [
      'other articles with a sentence each',
      `${text}<h3>Related articles</h3><p><a href="/a">The old mill burns down</a></p><p>Nobody was hurt at all.</p>`,
      [['warning', 'Related articles\nThe old mill burns down\nNobody was hurt at all.']],
    ],
  ])('is a warning where it is prose: %s', (_, inside, expected) => {
    expect(leftOut(inside)).toEqual(expected)
  })

  it('is a remark where it is a link', () => {
    const inside = `<p>${prose[0]}</p><p>Read also: <a href="/a">The old mill burns down.</a></p>${text}`
    expect(leftOut(inside).map(([severity]) => severity)).toEqual(['info'])
  })
})

describe('in code every word stays, whatever the names of its parts', () => {
  it.each<[string, string]>([
    ['of one highlighter', '<pre><code><span class="hljs-comment">// turn</span>\nwheel()</code></pre>'],
    [
      'of another, with a toolbar',
      '<div class="code-toolbar"><pre><code><span class="token comment">// turn</span>\n<span class="related">wheel</span>()</code></pre><div class="toolbar"><button>Copy</button></div></div>',
    ],
  ])('%s', (_, code) => {
    expect(parse(text + code + text.replaceAll('Paragraph', 'Section')).article.body).toContainEqual(
      expect.objectContaining({_type: 'code', code: '// turn\nwheel()'}),
    )
  })
})

describe('what belongs to the site goes', () => {
  it.each<[string, string]>([
    ['the logo', '<div><img src="/img/logo.png" alt="The Quay"></div>'],
    ['the footer of a newsletter', ''],
  ])('%s', (_, before) => {
    const after = before
      ? ''
      : '<div>You are receiving this email because you signed up. <a href="/u">Unsubscribe</a></div>'
    const {article} = parse(before + text + after)
    expect(view(article.body)).toEqual(prose)
    expect(article.leadImage).toBeUndefined()
  })
})

it('short paragraphs in boxes beside the longest belong to it', () => {
  const box = (words: string) => `<div class="el"><p>${words}</p></div>`
  const {article} = parseScrape({
    bytes: Buffer.from(
      `<!doctype html><html lang="en"><head><title>Mill</title></head><body><div class="nav"><a href="/a">Home</a></div><div><h1>Mill</h1>${box('The mill by the weir grinds again after nine years, and the whole village came.')}${box('The flour is sold at the door.')}</div></body></html>`,
    ),
    origin: 'page',
  })
  expect(view(article.body)).toContain('The flour is sold at the door.')
})

it('a flight with the number of an error is an article', () => {
  const {article} = parseScrape({
    bytes: Buffer.from(
      '<html><head><title>Flight 502</title></head><body><main><h1>Flight 502</h1><p>The plane landed safely in the fog.</p></main></body></html>',
    ),
    origin: 'page',
  })
  expect(view(article.body)).toEqual(['The plane landed safely in the fog.'])
})

it.each([
  [
    'roles',
    '<div role="table"><div role="row"><span role="cell">Boat</span><span role="cell">Year</span></div><div role="row"><span role="cell">Elsa</span><span role="cell">1920</span></div></div>',
  ],
  [
    'styles',
    '<div style="display: table"><div style="display:table-row"><div style="display:table-cell">Boat</div><div style="display:table-cell">Year</div></div><div style="display:table-row"><div style="display:table-cell">Elsa</div><div style="display:table-cell">1920</div></div></div>',
  ],
])('a table by %s before the first sentence is part of the article', (_, table) => {
  const [first] = parse(table + text).article.body
  expect(first?._type).toBe('table')
})

it('a control that a sentence names stays in it, also in the first one', () => {
  const line = '<p>Press <button>Save</button>, <label>tick Yes</label> and wait.</p>'
  expect(bodyOf(line + text)).toEqual(['Press Save, tick Yes and wait.', ...prose])
})

it('a formula before the first sentence stays', () => {
  const [first] = parse(`<div>\\[a = b\\]</div>${text}`).article.body
  expect(first).toMatchObject({_type: 'latex', body: 'a = b'})
})

it('a page that is not free to read says so', () => {
  const data = '{"@type":"NewsArticle","headline":"Mill","isAccessibleForFree":false}'
  const {findings} = parse(`<script type="application/ld+json">${data}</script>${text}`)
  expect(findings.map(({code, severity}) => ({code, severity}))).toContainEqual({
    code: 'access-limited',
    severity: 'warning',
  })
})
