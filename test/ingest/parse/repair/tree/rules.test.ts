import type {Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {describe, expect, test} from 'vitest'
import type {Repair} from '../../../../../ingest/parse/findings/report.ts'
import {repairTree} from '../../../../../ingest/parse/repair/tree/index.ts'
import {fragment, lines} from './fragment.ts'

const SENTENCE = 'The council met until midnight, and nobody left before the vote was counted.'

/** What the whole preset makes of HTML. */
function html(source: string): string {
  return repaired(fragment(source), source)
}

/** What it makes of lines of plain text. */
function text(source: string): string {
  return repaired(lines(source), source)
}

/** Repaired once and, since nothing may be left to do, a second time. */
function repaired(tree: Root, source: string): string {
  repairTree(tree, () => undefined, source)
  const once = toHtml(tree)
  repairTree(tree, () => undefined, source)
  expect(toHtml(tree)).toBe(once)
  return once
}

describe('paragraphs', () => {
  test.each([
    ['two breaks part paragraphs', '<p>One.<br>\n<br>Two.</p>', '<p>One.</p><p>Two.</p>'],
    ['one break does not', '<p>One line,<br>another line</p>', '<p>One line,<br>another line</p>'],
    ['loose text between blocks', 'One.<p>Two.</p>Three.', '<p>One.</p><p>Two.</p><p>Three.</p>'],
    [
      'text after a frame is its own',
      '<div>One.<div>Two.</div>Three.</div>',
      '<p>One.</p><p>Two.</p><p>Three.</p>',
    ],
    ['blank lines in loose text', 'One goes\non.\n\nTwo.', '<p>One goes\non.</p><p>Two.</p>'],
    ['bold around blocks', '<b><p>One.</p><p>Two.</p></b>', '<p>One.</p><p>Two.</p>'],
    [
      'a frame that holds a figure stays',
      '<div class="wp-caption"><img src="a.png">Harbour</div>',
      '<div class="wp-caption"><img src="a.png">Harbour</div>',
    ],
    ['empty paragraphs go', '<p>One.</p><p> </p><p><br></p><p>Two.</p>', '<p>One.</p><p>Two.</p>'],
    ['an image alone stays', '<div><img src="a.png"></div><p>One.</p>', '<img src="a.png"><p>One.</p>'],
  ])('%s', (_, before, after) => {
    expect(html(before)).toBe(after)
  })
})

describe('lists', () => {
  test.each([
    ['bullets on lines', '• One\n• Two', '<ul><li>One</li><li>Two</li></ul>'],
    [
      'nested by indentation',
      '- One\n    - deeper\n    - again\n- Two',
      '<ul><li>One<ul><li>deeper</li><li>again</li></ul></li><li>Two</li></ul>',
    ],
    [
      'nested by their marks where indentation is lost',
      '1. Eins\na. unter eins\nb. unter zwei\ni. tief\nii. tiefer\n2. Zwei',
      '<ol><li>Eins<ol><li>unter eins</li><li>unter zwei<ol><li>tief</li><li>tiefer</li></ol></li></ol></li><li>Zwei</li></ol>',
    ],
    [
      'letters in brackets',
      '(a) le premier\n(b) le second',
      '<ol><li>le premier</li><li>le second</li></ol>',
    ],
    ['letters of other scripts', 'а) первый\nб) второй', '<ol><li>первый</li><li>второй</li></ol>'],
    [
      'a letter after h is no Roman number',
      'g) seven\nh) eight\ni) nine',
      '<ol start="7"><li>seven</li><li>eight</li><li>nine</li></ol>',
    ],
    ['letters that do not count', 'a. This is\nq. no list', '<p>a. This is</p><p>q. no list</p>'],
    ['numbers that count', '1. One\n2. Two', '<ol><li>One</li><li>Two</li></ol>'],
    ['a start other than one', '4) Four\n5) Five', '<ol start="4"><li>Four</li><li>Five</li></ol>'],
    [
      'a number alone is no list',
      `1. Introduction\n${SENTENCE}`,
      `<h1>1. Introduction</h1><p>${SENTENCE}</p>`,
    ],
    [
      'years are no list',
      `${SENTENCE}\n1999. was a good year for the harbour, they say.`,
      `<p>${SENTENCE}</p><p>1999. was a good year for the harbour, they say.</p>`,
    ],
    [
      'speeches are no list',
      '— Où vas-tu ?\n— À la mer, dit-il.\n— Attends !',
      '<p>— Où vas-tu ?</p><p>— À la mer, dit-il.</p><p>— Attends !</p>',
    ],
    [
      'speeches in quotes of any kind are no list',
      `<p>– „Dann sag es nicht“</p><p>– „Ok.“</p>`,
      `<p>– „Dann sag es nicht“</p><p>– „Ok.“</p>`,
    ],
    [
      'a footnote is no list',
      `${SENTENCE}\n* Figures of 2023.`,
      `<p>${SENTENCE}</p><p>* Figures of 2023.</p>`,
    ],
    ['a mark twice', '- • One\n- • Two', '<ul><li>One</li><li>Two</li></ul>'],
    ['Chinese items', '• 第一项\n• 第二项', '<ul><li>第一项</li><li>第二项</li></ul>'],
  ])('%s', (_, before, after) => {
    expect(text(before)).toBe(after)
  })

  test.each([
    ['bullets held apart by breaks', '<p>• One<br>• Two</p>', '<ul><li>One</li><li>Two</li></ul>'],
    [
      'bullets in paragraphs',
      '<p>• One is longer.</p><p>• Two is, too.</p>',
      '<ul><li>One is longer.</li><li>Two is, too.</li></ul>',
    ],
    ['items without a list', '<li>One</li><li>Two</li>', '<ul><li>One</li><li>Two</li></ul>'],
    [
      'a list never closed',
      `<ul><li>One</li><li>Two<p>${SENTENCE}</p><h2>On</h2><p>${SENTENCE} Really.</p></ul>`,
      `<ul><li>One</li><li>Two</li></ul><p>${SENTENCE}</p><h2>On</h2><p>${SENTENCE} Really.</p>`,
    ],
    [
      'paragraphs of an item stay',
      '<ul><li><p>One.</p><p>More of one.</p></li><li>Two</li></ul>',
      '<ul><li><p>One.</p><p>More of one.</p></li><li>Two</li></ul>',
    ],
    [
      'a list right inside a list',
      '<ul><li>One</li><ul><li>deeper</li></ul></ul>',
      '<ul><li>One<ul><li>deeper</li></ul></li></ul>',
    ],
  ])('%s', (_, before, after) => {
    expect(html(before)).toBe(after)
  })
})

describe('tables', () => {
  const table =
    '<table><thead><tr><th>Land</th><th>Chance</th></tr></thead><tbody><tr><td>Peru</td><td>High</td></tr><tr><td>Chad</td><td>Low</td></tr></tbody></table>'
  test.each([
    ['marks between', 'Land | Chance\n---|---\nPeru | High\nChad | Low'],
    ['marks between and after', 'Land | Chance |\n---|---|\nPeru | High |\nChad | Low |'],
    ['marks around', '| Land | Chance |\n|:---|---:|\n| Peru | High |\n| Chad | Low |'],
    ['no rule', 'Land | Chance |\nPeru | High |\nChad | Low |'],
    ['tabs', 'Land\tChance\nPeru\tHigh\nChad\tLow'],
  ])('%s', (_, before) => {
    expect(text(before)).toBe(table)
  })

  test.each([
    [
      'an empty first cell stays',
      ' | Chance |\n---|---|\nPeru | High |',
      '<table><thead><tr><th></th><th>Chance</th></tr></thead><tbody><tr><td>Peru</td><td>High</td></tr></tbody></table>',
    ],
    [
      'one line with a mark is text',
      `News | Harbour\n${SENTENCE}`,
      `<h1>News | Harbour</h1><p>${SENTENCE}</p>`,
    ],
    [
      'a header that reads as a line of a site stays above its rule',
      'Category | Pace | Ship |\n---|---|---|\nSail | 9 | Swan |',
      '<table><thead><tr><th>Category</th><th>Pace</th><th>Ship</th></tr></thead><tbody><tr><td>Sail</td><td>9</td><td>Swan</td></tr></tbody></table>',
    ],
    [
      'a rule one row too late leaves the header where it is',
      'Year | Film | Part |\n1976 | Quay | Mira |\n---|---|---|\n1979 | Mole | Ada |',
      '<table><thead><tr><th>Year</th><th>Film</th><th>Part</th></tr></thead><tbody><tr><td>1976</td><td>Quay</td><td>Mira</td></tr><tr><td>1979</td><td>Mole</td><td>Ada</td></tr></tbody></table>',
    ],
    [
      'rows of several widths that all end with a mark are a table',
      'Year | Film | Part |\n1976 | Quay |\n1979 | Mole | Ada | 2 |\n1980 |\n1981 | Swan | Eve |',
      '<table><thead><tr><th>Year</th><th>Film</th><th>Part</th></tr></thead><tbody><tr><td>1976</td><td>Quay</td></tr><tr><td>1979</td><td>Mole</td><td>Ada</td><td>2</td></tr><tr><td>1980</td></tr><tr><td>1981</td><td>Swan</td><td>Eve</td></tr></tbody></table>',
    ],
    [
      'items with a mark inside are a list',
      '- goes 40 km | 25 miles\n- runs 55 km/h | 34 mph\n- weighs 32 kg | 71 lbs',
      '<ul><li>goes 40 km | 25 miles</li><li>runs 55 km/h | 34 mph</li><li>weighs 32 kg | 71 lbs</li></ul>',
    ],
    [
      'a site line above is not of it',
      'Also read | Top stories\nLand | Chance |\n---|---|\nPeru | High |',
      '<table><thead><tr><th>Land</th><th>Chance</th></tr></thead><tbody><tr><td>Peru</td><td>High</td></tr></tbody></table>',
    ],
  ])('%s', (_, before, after) => {
    expect(text(before)).toBe(after)
  })

  test('a table never closed gives back what it swallowed, in order', () => {
    expect(
      html(`<table><tr><td>a</td><td>b</td></tr><p>${SENTENCE}</p><h2>After</h2><p>${SENTENCE} Really.</p>`),
    ).toBe(
      `<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table><p>${SENTENCE}</p><h2>After</h2><p>${SENTENCE} Really.</p>`,
    )
  })

  test('blocks in the cells of a table that is meant so stay', () => {
    const cells =
      '<table><tbody><tr><td><p>One.</p><p>Two.</p></td><td>a<ul><li>x</li></ul></td></tr></tbody></table>'
    expect(html(cells)).toBe(cells)
  })
})

describe('headings', () => {
  test.each([
    [
      'title and section',
      `Harbour Opens After Two Years\n${SENTENCE}\nWhat Comes Next\n${SENTENCE} Really.`,
      `<h1>Harbour Opens After Two Years</h1><p>${SENTENCE}</p><h2>What Comes Next</h2><p>${SENTENCE} Really.</p>`,
    ],
    [
      'two over one another',
      `${SENTENCE}\nPart One: The Ship\nThe Night\n${SENTENCE} Really.`,
      `<p>${SENTENCE}</p><h2>Part One: The Ship</h2><h2>The Night</h2><p>${SENTENCE} Really.</p>`,
    ],
    [
      'a credit is none',
      `${SENTENCE}\nPhoto: Ann Baker\n${SENTENCE} Really.`,
      `<p>${SENTENCE}</p><p>Photo: Ann Baker</p><p>${SENTENCE} Really.</p>`,
    ],
    [
      'a name in brackets is none',
      `${SENTENCE}\n(Reuters and Others)\n${SENTENCE} Really.`,
      `<p>${SENTENCE}</p><p>(Reuters and Others)</p><p>${SENTENCE} Really.</p>`,
    ],
    [
      'a line that announces is none',
      `${SENTENCE}\nThese came:\n- One\n- Two`,
      `<p>${SENTENCE}</p><p>These came:</p><ul><li>One</li><li>Two</li></ul>`,
    ],
    [
      'the last line is none',
      `${SENTENCE}\nJohn Baker Reporting`,
      `<p>${SENTENCE}</p><p>John Baker Reporting</p>`,
    ],
    [
      'Chinese',
      '港口重新开放\n经过两年的工程，港口终于在星期一重新开放，所有的船只都可以进出。\n接下来的计划\n市政府表示，明年将继续扩建码头，预计需要三年时间才能完成全部工程。',
      '<h1>港口重新开放</h1><p>经过两年的工程，港口终于在星期一重新开放，所有的船只都可以进出。</p><h2>接下来的计划</h2><p>市政府表示，明年将继续扩建码头，预计需要三年时间才能完成全部工程。</p>',
    ],
  ])('%s', (_, before, after) => {
    expect(text(before)).toBe(after)
  })

  test.each([
    [
      'bold lines',
      `<h1>Harbour</h1><p><strong>What Comes Next</strong></p><p>${SENTENCE}</p>`,
      `<h1>Harbour</h1><h2>What Comes Next</h2><p>${SENTENCE}</p>`,
    ],
    [
      'their level is that of the others',
      `<h1>Harbour</h1><h3>Before</h3><p>${SENTENCE} Yes.</p><p><b>After</b></p><p>${SENTENCE}</p>`,
      `<h1>Harbour</h1><h3>Before</h3><p>${SENTENCE} Yes.</p><h3>After</h3><p>${SENTENCE}</p>`,
    ],
    [
      'a bold sentence is none',
      `<p>${SENTENCE}</p><p><b>It was the worst night of the year.</b></p><p>${SENTENCE} Really.</p>`,
      `<p>${SENTENCE}</p><p><b>It was the worst night of the year.</b></p><p>${SENTENCE} Really.</p>`,
    ],
    [
      'a heading that swallowed its section',
      `<h2>Before<p>${SENTENCE}</p><ul><li>One</li></ul></h2>`,
      `<h2>Before</h2><p>${SENTENCE}</p><ul><li>One</li></ul>`,
    ],
    [
      'glued inside its tag',
      `<h2>Why the work took so longDivers found a wreck under the quay, and ${SENTENCE}</h2>`,
      `<h2>Why the work took so long</h2><p>Divers found a wreck under the quay, and ${SENTENCE}</p>`,
    ],
    [
      'a name with a capital inside is no joint',
      `<p>What Every YouTube Channel Needs is a plan, and ${SENTENCE}</p>`,
      `<p>What Every YouTube Channel Needs is a plan, and ${SENTENCE}</p>`,
    ],
    [
      'nor is McDonald',
      `<p>Old Man McDonald had a farm near the river, and ${SENTENCE}</p>`,
      `<p>Old Man McDonald had a farm near the river, and ${SENTENCE}</p>`,
    ],
  ])('%s', (_, before, after) => {
    expect(html(before)).toBe(after)
  })
})

describe('lead-ins', () => {
  test.each([
    [
      'on lines',
      '- Harbour wall: raised before the winter\n- Buses: none on the island after dark',
      '<ul><li><strong>Harbour wall:</strong> raised before the winter</li><li><strong>Buses:</strong> none on the island after dark</li></ul>',
    ],
    [
      'an entry of a table in all but form is none',
      '- Friday: 23.00\n- Engine: diesel, 2 l',
      '<ul><li>Friday: 23.00</li><li>Engine: diesel, 2 l</li></ul>',
    ],
    [
      'a clock is none',
      '- At 10:30 the ship left\n- Ratio 3:1 held',
      '<ul><li>At 10:30 the ship left</li><li>Ratio 3:1 held</li></ul>',
    ],
    [
      'a sentence is none',
      '- It rained. Then: sun\n- Two',
      '<ul><li>It rained. Then: sun</li><li>Two</li></ul>',
    ],
  ])('%s', (_, before, after) => {
    expect(text(before)).toBe(after)
  })

  test('an item that its author left plain stays plain', () => {
    expect(html('<ul><li>Harbour wall: raised</li></ul>')).toBe('<ul><li>Harbour wall: raised</li></ul>')
  })
})

describe('duplicates', () => {
  test.each([
    ['a block', `<p>${SENTENCE}</p><p>Between.</p><p>${SENTENCE}</p>`, `<p>${SENTENCE}</p><p>Between.</p>`],
    [
      'an item',
      '<ul><li>Nets stay free</li><li>Other</li><li>Nets stay free</li></ul>',
      '<ul><li>Nets stay free</li><li>Other</li></ul>',
    ],
    [
      'a list of nothing but one sentence stays',
      `<ol>${`<li>${SENTENCE}</li>`.repeat(4)}</ol>`,
      `<ol>${`<li>${SENTENCE}</li>`.repeat(4)}</ol>`,
    ],
    ['short answers stay', '<p>Yes.</p><p>No.</p><p>Yes.</p>', '<p>Yes.</p><p>No.</p><p>Yes.</p>'],
    [
      'short items of two lists stay',
      '<ul><li>Yes</li><li>No</li></ul><p>Then?</p><ul><li>Yes</li><li>No</li></ul>',
      '<ul><li>Yes</li><li>No</li></ul><p>Then?</p><ul><li>Yes</li><li>No</li></ul>',
    ],
    [
      'a short item of parallel lists stays',
      '<h3>Kite</h3><ul><li>Weight: 3 kg</li><li>Remote: with a screen</li></ul><h3>Boat</h3><ul><li>Weight: 9 kg</li><li>Remote: with a screen</li></ul>',
      '<h3>Kite</h3><ul><li>Weight: 3 kg</li><li>Remote: with a screen</li></ul><h3>Boat</h3><ul><li>Weight: 9 kg</li><li>Remote: with a screen</li></ul>',
    ],
    [
      'records in one list stay',
      '<ul><li>Price: 9 euros</li><li>Colour: dark red</li><li>Price: 8 euros</li><li>Colour: dark red</li><li>Colour: blue</li></ul>',
      '<ul><li>Price: 9 euros</li><li>Colour: dark red</li><li>Price: 8 euros</li><li>Colour: dark red</li><li>Colour: blue</li></ul>',
    ],
    [
      'a refrain stays',
      `<p>The rain it raineth every day.</p><p>${SENTENCE}</p><p>The rain it raineth every day.</p><p>Two.</p><p>The rain it raineth every day.</p>`,
      `<p>The rain it raineth every day.</p><p>${SENTENCE}</p><p>The rain it raineth every day.</p><p>Two.</p><p>The rain it raineth every day.</p>`,
    ],
    [
      'a heading of two sections stays',
      `<h2>Kite</h2><h3>What we liked</h3><p>Its tail.</p><h2>Boat</h2><h3>What we liked</h3><p>Its keel.</p>`,
      `<h2>Kite</h2><h3>What we liked</h3><p>Its tail.</p><h2>Boat</h2><h3>What we liked</h3><p>Its keel.</p>`,
    ],
    [
      'a heading over nothing goes',
      `<h1>Harbour</h1><h2>The old harbour wall</h2><p>${SENTENCE}</p><h2>The old harbour wall</h2><h2>The new one</h2><p>Two.</p>`,
      `<h1>Harbour</h1><h2>The old harbour wall</h2><p>${SENTENCE}</p><h2>The new one</h2><p>Two.</p>`,
    ],
    [
      'the text beside a copy is removed with it',
      `<h3>Cons</h3><p>${SENTENCE}</p><p>Between.</p><h3>Cons</h3><p>${SENTENCE}</p><p>Last.</p>`,
      `<h3>Cons</h3><p>${SENTENCE}</p><p>Between.</p><p>Last.</p>`,
    ],
    [
      'a whole list goes',
      '<ul><li>Nets stay free for all the boats</li><li>Berths are let for one year</li></ul><p>Then?</p><ul><li>Nets stay free for all the boats</li><li>Berths are let for one year</li></ul>',
      '<ul><li>Nets stay free for all the boats</li><li>Berths are let for one year</li></ul><p>Then?</p>',
    ],
    [
      'an item left over before a table goes',
      '<ul><li>Nets stay free</li><li>Berths are let</li></ul><p>Then.</p><ul><li>Berths are let</li></ul><table><tr><td>a</td><td>b</td></tr></table>',
      '<ul><li>Nets stay free</li><li>Berths are let</li></ul><p>Then.</p><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>',
    ],
    [
      'images stay',
      '<p><img src="a.png">A picture of the old harbour wall</p><p><img src="b.png">A picture of the old harbour wall</p>',
      '<p><img src="a.png">A picture of the old harbour wall</p><p><img src="b.png">A picture of the old harbour wall</p>',
    ],
  ])('%s', (_, before, after) => {
    expect(html(before)).toBe(after)
  })

  test('a near copy is flagged and stays', () => {
    const source = `<p>${SENTENCE}</p><p>${SENTENCE.replace('council', 'Council').replace(',', '')}</p>`
    const tree = fragment(source)
    const codes: string[] = []
    repairTree(tree, ({code}) => codes.push(code), source)
    expect(codes).toEqual(['near-duplicate'])
    expect(toHtml(tree)).toBe(source)
  })
})

describe('near copies', () => {
  const LONG =
    'The harbour master told the council on Monday that the wall would be raised before the winter, and that nobody had to move.'
  const found = (...texts: string[]) => {
    const source = texts.map((text) => `<p>${text}</p>`).join('<p>Between.</p>')
    const tree = fragment(source)
    const repairs: Repair[] = []
    repairTree(tree, (repair) => repairs.push(repair), source)
    expect(toHtml(tree)).toBe(source)
    return repairs.map(({code}) => code)
  }
  test.each([
    ['a word put in late', LONG.replace('nobody', 'clearly nobody')],
    ['a word put in early', LONG.replace('harbour', 'old harbour')],
    ['a word left out', LONG.replace(' before the winter', ' before winter')],
    ['other punctuation', LONG.replace(',', ' –').toUpperCase()],
    ['a start cut off', `${LONG.slice(0, 70)}…`],
  ])('%s', (_, other) => {
    expect(found(LONG, other)).toEqual(['near-duplicate'])
  })
  test.each([
    ['other numbers', LONG.replace('on Monday', 'on 3 May'), LONG.replace('on Monday', 'on 4 May')],
    [
      'another sentence of the same words',
      LONG,
      'Nobody told the harbour master that the council would move the wall on Monday, as it had to before winter.',
    ],
  ])('%s: two texts', (_, one, other) => {
    expect(found(one, other)).toEqual([])
  })
})

describe('boilerplate', () => {
  test.each([
    'Share this article',
    'Facebook Twitter LinkedIn WhatsApp Email Print',
    'ADVERTISEMENT - CONTINUE READING BELOW',
    'Sign up for our daily newsletter and never miss a story. Enter your email address Subscribe',
    'We use cookies to improve your experience. By continuing to browse you accept our cookie policy.',
    'Related Articles',
    'Read more: What happens next, explained',
    '© 2025 All rights reserved.',
    'Tags: world, politics',
    'Follow us on Google News',
    'The post appeared first on Example News.',
    'Anzeige',
    'Alle Rechte vorbehalten',
  ])('%s', (line) => {
    expect(html(`<p>${SENTENCE}</p><p>${line}</p><p>${SENTENCE} Really.</p>`)).toBe(
      `<p>${SENTENCE}</p><p>${SENTENCE} Really.</p>`,
    )
  })

  test.each([
    'Share prices fell on Monday after the bank had warned of losses.',
    'The council’s newsletter had promised a new quay for years.',
    'Cookies are small files that a browser keeps.',
    'She followed him on Twitter for a year before they met.',
    'Read more than one paper, she says.',
    'The letter first appeared in print in 1911, and nobody noticed.',
    'Copyright law changed that year, and so did the trade.',
    'Related species live in the delta.',
  ])('not: %s', (line) => {
    expect(html(`<p>${SENTENCE}</p><p>${line}</p>`)).toBe(`<p>${SENTENCE}</p><p>${line}</p>`)
  })
})
