/**
 * Wikitext (MediaWiki) as it is stored: headings between equals signs, bold and italic by apostrophes, links in double
 * brackets, lists and tables become structure; references become notes; templates, files and categories go.
 *
 * @example
 *   in: == Catch ==\n{| class="wikitable"\n|+ A year\n! Kind !! Tons\n|-\n| [[Cod]] || style="color:red" | 41\n|}\n* Nets\n** Drift nets\n* Lines
 *   out: <h2>Catch</h2>\n<table>\n<caption> A year</caption>\n<tr><th> Kind </th><th> Tons\n</th></tr>\n<tr><td> Cod </td><td> 41\n</td></tr></table>\n<ul><li>Nets\n<ul><li>Drift nets\n</li></ul></li><li>Lines</li></ul>
 * @example
 *   in: '''Alder Bridge''' is in the [[Harz]], built by [[Karl Weber|K. Weber]].{{cn|May}}\n\n== History ==\nIt burned.<ref>Archive</ref>
 *   out: <strong>Alder Bridge</strong> is in the Harz, built by K. Weber.\n\n<h2>History</h2>\nIt burned.<sup>1</sup><span class="footnote">Archive</span>
 * @example
 *   in: In a wiki, == Title == makes a heading and [[Link]] a link, '''so''' they say; a == b.
 *   out: In a wiki, == Title == makes a heading and [[Link]] a link, '''so''' they say; a == b.
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {isPage} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'
import {wikiLists} from './lib/wiki-list.ts'
import {wikiTables} from './lib/wiki-table.ts'

const heading = /^(={2,5})([^=\n\r\u2028\u2029]{1,206})(={2,5})[ \t]*$/gm
const other = /'''[^'\n]{1,300}'''|\[\[[^[\]\n]{1,300}\]\]|\{\{[^{}]{1,400}\}\}|<ref[\s>/]/
const strong = /'''(?=\S)((?:(?!''')[^\n]){1,400}?)'''/g
const emphasis = /(?<!')''(?=[^\s'])([^'\n]{1,300}?)''(?!')/g
const link = /\[\[(?:([^[\]|\n]{1,300})\|)?([^[\]|\n]{1,300})\]\]/g
const external = /\[(https?:\/\/[^\s[\]]{1,500})(?:[ ]([^[\]\n]{1,300}))?\]/g
const dropped =
  /<ref(?:\s[^<>]{0,300})?\/>|<references\s?\/>|\{\{(?:[^{}]|\{\{[^{}]{0,1000}\}\}){0,3000}\}\}|\[\[(?:File|Image|Category|Datei|Bild|Kategorie|Fichier|Catégorie|Archivo|Categoría|Файл|Категория):(?:[^[\]]|\[\[[^[\]]{0,300}\]\]){0,1000}\]\]|__(?:NO)?TOC__/gi

/** A reference with its text; others repeat one by its name. */
const reference = /(<ref(?:\s[^<>]{0,300})?>)(?=[^<\s]|<[^/])(?:(?!<\/?ref[\s>])[\s\S]){1,3000}<\/ref>/gi
const CLOSE = '</ref>'

export const wikitext: TextRule = (source, report) => {
  if (!/==|^\{\|/m.test(source.value) || isPage(source.value)) return source
  const tables = wikiTables(source.value)
  const text = amend(source, tables, report, {
    code: 'markdown-converted',
    message: 'Tables written in wiki markup became tables.',
  })
  const {value} = text
  const sections = headingsOf(value)
  if (sections.length < 2 && !((sections.length === 1 || tables.length > 0) && other.test(value))) return text
  const noted = Array.from(value.matchAll(reference), ({0: whole, 1: open = '', index}, at) => [
    {start: index, end: index + open.length, value: `<sup>${at + 1}</sup><span class="footnote">`},
    {start: index + whole.length - CLOSE.length, end: index + whole.length, value: '</span>'},
  ]).flat()
  const read = amend(text, noted, report, {
    code: 'markdown-converted',
    message: 'References of a wiki became notes.',
  })
  const left = amend(read, goneIn(read.value), report, {
    code: 'shortcode-dropped',
    message: 'Templates and files of a wiki were removed.',
  })
  return amend(left, [...wikiLists(left.value), ...marks(left.value)], report, {
    code: 'markdown-converted',
    message: 'Wiki markup in the text became formatting and structure.',
  })
}

const goneIn = (value: string): Edit[] =>
  Array.from(value.matchAll(dropped), ({0: whole, index}) => ({
    start: index,
    end: index + whole.length,
    value: '',
  }))

/** Lines with a title between as many equals signs before as after. */
const headingsOf = (value: string): RegExpExecArray[] =>
  [...value.matchAll(heading)].filter(([, before, title = '', after]) => before === after && /\S/.test(title))

function marks(value: string): Edit[] {
  const edits: Edit[] = []
  /** Keep `content`, at its last occurrence in `match`, between two tags. */
  const wrap = (match: RegExpExecArray, content: string, open: string, close: string): void => {
    const at = match.index + match[0].lastIndexOf(content)
    edits.push({start: match.index, end: at, value: open})
    edits.push({start: at + content.length, end: match.index + match[0].length, value: close})
  }
  for (const match of headingsOf(value)) {
    const level = match[1]?.length ?? 2
    wrap(match, (match[2] ?? '').trim(), `<h${level}>`, `</h${level}>`)
  }
  for (const match of value.matchAll(strong)) wrap(match, match[1] ?? '', '<strong>', '</strong>')
  for (const match of value.matchAll(emphasis)) wrap(match, match[1] ?? '', '<em>', '</em>')
  for (const match of value.matchAll(link)) wrap(match, match[2] ?? '', '', '')
  for (const match of value.matchAll(external)) {
    if (match[2]) wrap(match, match[2], `<a href="${match[1]}">`, '</a>')
  }
  return edits
}
