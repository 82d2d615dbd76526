/**
 * Inputs that are meant to be slow or to overflow something, each of at most a few megabytes; tests use smaller ones.
 */

const paragraph = (index: number): string =>
  `<p>Paragraph ${index} says that the council met again, and that nobody left before the vote.</p>`

const fill = (unit: string, bytes: number): string => unit.repeat(Math.ceil(bytes / unit.length))

const INTRODUCTION = `${paragraph(1)}\n${paragraph(2)}\n`

/** Signs of markup and of notations, whole and cut. */
const UNITS = [
  '&',
  '&amp;',
  '&amp;amp;lt;',
  '<',
  '>',
  '< ',
  '|',
  '| a ',
  '- ',
  '-',
  'a:b',
  'a: b; ',
  '[',
  '[a](',
  '![](http:',
  '"',
  '="',
  '\\',
  '\\"',
  '\\u003c',
  '%3C',
  '<!--',
  '<p a="',
  '<p/',
  'h2>',
  'p> ',
  '<p ',
  '</p',
  '<![CDATA[',
  '. ',
  '$ ',
  '*',
  '**a ',
  '# ',
  '_a_ ',
  '`',
]

/** The name and text of each input; `size` is the length in characters of those that repeat one text. */
export const hostileInputs = (size: number, count: number): Record<string, string> => ({
  ...manyElements(count),
  ...repeatedText(size),
})

function manyElements(count: number): Record<string, string> {
  const many = (unit: (index: number) => string, times = count): string =>
    Array.from({length: times}, (_, index) => unit(index)).join('')
  return {
    [`${count} nested div`]: `${INTRODUCTION}${'<div>'.repeat(count)}deep${'</div>'.repeat(count)}`,
    [`${count} nested blockquote, unclosed`]: `${INTRODUCTION}${'<blockquote>'.repeat(count)}deep`,
    [`${count} nested b`]: `${INTRODUCTION}<p>${'<b>'.repeat(count)}deep</p>`,
    [`${count} nested lists`]: `${INTRODUCTION}${'<ul><li>x'.repeat(count / 10)}`,
    [`${count} nested tables`]: `${INTRODUCTION}${'<table><tr><td>x'.repeat(count / 10)}`,
    [`${2 * count} attributes on one tag`]: `${INTRODUCTION}<p ${many((index) => `a${index}="${index}" `, 2 * count)}>text</p>`,
    [`${2 * count} attributes over tags`]: `${INTRODUCTION}${many((index) => `<p ${many((at) => `a${at}="${index}" `, 20)}>Sentence number ${index} of the text.</p>`, count / 10)}`,
    [`${count / 10} unclosed p`]: many((index) => `<p>Sentence number ${index} of the text`, count / 10),
    [`${count / 10} unclosed b, i and a`]: many(
      (index) => `<p><b>One <i>two <a href="/${index}">three`,
      count / 30,
    ),
    [`${count / 10} end tags of nothing`]: `${INTRODUCTION}${'</div></p></td></b>'.repeat(count / 40)}`,
    [`${count / 100} by 20 table`]: `${INTRODUCTION}<table>${many((row) => `<tr>${many((cell) => `<td>${row}.${cell}</td>`, 20)}</tr>`, count / 100)}</table>`,
    [`${count / 100} by 20 table of pipes`]: `${INTRODUCTION.replaceAll(/<\/?p>/g, '')}\n\n${many((row) => `| ${many((cell) => `${row}.${cell} |`, 20)}\n`, count / 100)}`,
    'colspan=1000000': `${INTRODUCTION}<table><tr><td colspan=1000000>a</td><td>b</td></tr><tr><td>c</td></tr></table>`,
    'rowspan bombs': `${INTRODUCTION}<table>${many(() => '<tr><td rowspan=65534 colspan=1000>a</td></tr>', count / 100)}</table>`,
    [`${2 * count} sibling paragraphs`]: many((index) => `<p>Sentence number ${index}.</p>`, 2 * count),
    [`${count} lines`]: many((index) => `Sentence number ${index} of a text without a tag.\n`),
    [`${count} items by dashes`]: `${INTRODUCTION}${many((index) => `- item ${index}\n`)}`,
    [`${count} br`]: `<p>${many((index) => `Line ${index}<br>`)}</p>`,
  }
}

function repeatedText(size: number): Record<string, string> {
  return {
    'one line of prose': fill('The council met again and nobody left before the vote. ', 5 * size),
    'one line without a space': fill('abcdefghij', 5 * size),
    ...Object.fromEntries(UNITS.map((unit) => [unit, fill(unit, size)])),
    spaces: `a${fill(' ', size)}b`,
    tabs: `a${fill('\t', size)}b`,
    'line ends': `a${fill('\n', size)}b`,
    'lines of spaces': `a${fill('   \n', size)}b`,
    'zero-width characters': `word${fill('\u200b', size)}word`,
    'soft hyphens': fill('a\u00ad', size),
    'joining marks': fill('a\u0301', size),
    mojibake: fill('Ã¢â‚¬â„¢ cafÃ© ', 2 * size),
    'mojibake without an end': fill('Ã', size),
    '=> {': fill('var a = b => { ', size),
  }
}
