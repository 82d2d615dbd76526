/** Finds what a text ends in the middle of, from what is open at its end. */
import type {Report} from '../../../../../findings/report.ts'
import {endsSentence} from '../../../../../sentence.ts'
import {sourceRange, type TracedText} from '../../../../../trace/traced-text.ts'
import {isPage} from '../../../markup/outside.ts'
import type {EndOfText} from '../../../markup/scan-end.ts'

/** Elements whose end tag may be omitted. */
const OPTIONAL = new Set('p li dt dd td th tr tbody thead tfoot option'.split(' '))
/** Elements that only hold others and end with an end tag of their own. */
const HOLDERS = new Set('ul ol dl table tbody thead tr'.split(' '))
/** Inline elements: they are left open only by mistake, and then not at the very end of a text. */
const PHRASING = new Set('a abbr b cite code em i mark q s strong sub sup u'.split(' '))
const HEADING = /^(?:h[1-6]|caption|figcaption|summary)$/
/** Elements that structure a page. */
const SECTIONS = new Set('article div main section'.split(' '))

/** Report where a text stops in the middle, from what is open at its end. */
export function reportCut(text: TracedText, atEnd: EndOfText, report: Report): TracedText {
  const {value} = text
  const place = cutIn(value.trimEnd(), atEnd)
  if (!place) return text
  const [what, start] = place
  report({
    code: 'truncated',
    message: `The source ends in the middle of ${what}. The text was read as far as it goes.`,
    ranges: [sourceRange(text, start, value.length)],
  })
  return text
}

/** Find what a text ends in the middle of, and where its last piece begins. */
function cutIn(
  value: string,
  {open, closed, lazy, raw}: EndOfText,
): [what: string, start: number] | undefined {
  const tag = /<\/?(?:[a-zA-Z][^<>]{0,2400})?$/.exec(value.slice(-2500))
  if (tag) return ['a tag', value.length - tag[0].length]
  const end = value.slice(-400)
  const lastWord = value.length - (/(?<![^\s<>])[^\s<>]{1,400}$/.exec(end)?.[0].length ?? 0)
  if (value.endsWith('\ufffd') && value.indexOf('\ufffd') === value.length - 1)
    return ['a character', value.length - 1]
  if (raw) return [raw.name === '!--' ? 'a comment' : `a <${raw.name}>`, raw.start]
  const top = open.at(-1)
  if (top === undefined) return undefined
  const tail = end.slice(end.lastIndexOf('>') + 1)
  const isEnded = endsSentence(plain(end))
  if (PHRASING.has(top) && tail.trim() !== '' && !isEnded) return [`<${top}>`, lastWord]
  if (HEADING.test(top) && tail.trim() !== '') return ['a heading', lastWord]
  const isTidy = (name: string): boolean => (closed.get(name) ?? 0) > 0 && !lazy.has(name)
  if (
    HOLDERS.has(top) &&
    tail.trim() === '' &&
    (isTidy('li') || isTidy('td') || isTidy('th') || isTidy('dd'))
  )
    return [top.startsWith('t') ? 'a table' : 'a list', lastWord]
  if (OPTIONAL.has(top) && !HOLDERS.has(top) && isTidy(top) && !isEnded) return [nameOf(top), lastWord]
  const isUnfinishedPage =
    isPage(value) &&
    open.some((name) => SECTIONS.has(name)) &&
    open.some((name) => name === 'body' || name === 'html') &&
    (closed.get('p') ?? 0) > 0
  return isUnfinishedPage && !lazy.has('p') ? ['the page', lastWord] : undefined
}

const nameOf = (tag: string): string =>
  tag === 'p'
    ? 'a paragraph'
    : tag === 'li'
      ? 'a list item'
      : tag.startsWith('t')
        ? 'a table row'
        : `<${tag}>`

/** Strip tags, as far as the ends of sentences need it. */
const plain = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .trim()
