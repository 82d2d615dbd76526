/**
 * Tags of templates, and of publishing systems without bracketed shortcodes: variables and statements that were never
 * filled in (Handlebars, Liquid, Twig, Hugo), plugin tags in braces (Joomla), links to nodes and media (Drupal,
 * MediaWiki). A variable goes only if it is alone on its line: a text about templates has them in sentences.
 *
 * @example
 *   in: <p>{{ article.kicker }}</p><p>Rents rose.</p>{% include "ad.html" %}{{< figure src="a.jpg" >}}<p>Slowly.</p>
 *   out: <p></p><p>Rents rose.</p><p>Slowly.</p>
 * @example
 *   in: <p>{loadposition ads}</p><p>One.</p>{gallery}trip/2024{/gallery}<p>See the {modal url=a.html}map{/modal}. {jcomments on}</p>
 *   out: <p></p><p>One.</p><p>See the map. </p>
 * @example
 *   in: [[nid:4521]] Two. [[{"fid":"12","view_mode":"default"}]]!
 *   out:  Two. !
 * @example
 *   in: <p>Write {{ message }} to print it, {% raw %} to keep it; {a: b}, {off} and [[a]] are text.</p>
 *   out: <p>Write {{ message }} to print it, {% raw %} to keep it; {a: b}, {off} and [[a]] are text.</p>
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {editsOutside} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'

/** One variable or statement; a third bracket at its end is consumed if present, so that there is one way to match. */
const mark =
  /(?:\{\{\{?[^{}\n]{0,200}\}\}(?!\})|\{\{\{?[^{}\n]{0,200}\}\}\}|\{%[^{}%\n]{0,200}%\}|\{#[^{}#\n]{0,200}#\}|\$\{[^{}\n]{0,100}\}|<%[^<>%\n]{0,200}%>)[ \t\u00a0]{0,9}/y
/** Hugo’s shortcodes, whose inner brackets no other text has. */
const hugo = /\{\{(?:<|&lt;|%)\s?\/?\s?[\w-]{1,40}(?:\s(?:(?!\}\})[^{}\n]){0,400})?\s?\/?\s?(?:>|&gt;|%)\}\}/g
/** Joomla plugins, whose content is not text. */
const joomlaInner =
  /\{(gallery|youtube|vimeo|audio|video|mp3|pdf|mosmap|sigplus|vsig|phocagallery|edocs|source|snippet)(?:\s[^{}\n]{0,300})?\}([^{}<>\n]{0,300})\{\/\1\}/gi
const joomla =
  /\{\/?(?:load(?:position|module|moduleid)|mos(?:image|pagebreak|loadposition)|jcomments|modal|slider|tab|tabs|sliders|module|modulepos|contactform|article|rsform|aridoc|komento|jumi|snippet|field|fieldgroup|emailcloak|cloak|vmproduct)(?:[ =][^{}\n]{0,300})?\}/gi
const drupal =
  /\[\[(?:nid:\d{1,9}|\{[^[\]]{1,4000}\}|_TOC_)\]\]|\[(?:inline|nid|node|view|block|img_assist\|):?[^[\]\s][^[\]\n]{0,300}\]/gi

/** Find runs of tags that fill a line or an element. */
function* marksAlone(value: string): Generator<{start: number; end: number}> {
  const sign = /\{[{%#]|\$\{|<%/g
  for (let found = sign.exec(value); found; found = sign.exec(value)) {
    const start = found.index
    let end = start
    mark.lastIndex = start
    while (mark.test(value)) end = mark.lastIndex
    const before = value.slice(Math.max(0, start - 40), start)
    if (
      end > start &&
      /(?:^|[\n>])[ \t\u00a0]*$/.test(before) &&
      /^(?:\r?\n|<|$)/.test(value.slice(end, end + 2))
    )
      yield {start, end}
    sign.lastIndex = Math.max(end, start + 1)
  }
}

export const templateMarks: TextRule = (text, report) => {
  const {value} = text
  if (!/[{]|\[\[|\[(?:nid|inline|node|view|block|img_)|<%/.test(value)) return text
  const edits: Edit[] = []
  const drop = (start: number, length: number): void => {
    edits.push({start, end: start + length, value: ''})
  }
  for (const pattern of [hugo, joomlaInner, drupal]) {
    for (const match of value.matchAll(pattern)) drop(match.index, match[0].length)
  }
  for (const match of value.matchAll(joomla)) {
    if (isPlugin(value, match)) drop(match.index, match[0].length)
  }
  if (/\{[{%#]|\$\{|<%/.test(value)) {
    for (const {start, end} of marksAlone(value)) drop(start, end - start)
  }
  return amend(text, editsOutside(text, edits), report, {
    code: 'shortcode-dropped',
    message: 'Markers of a template or plugin were removed.',
  })
}

/** Whether a word in braces is a plugin’s: it has an argument, or is one of a pair. */
function isPlugin(value: string, match: RegExpExecArray): boolean {
  const [mark] = match
  if (/[ =]/.test(mark) || /^\{(?:load|mos)/i.test(mark)) return true
  const name = mark.replace(/[{}/]/g, '')
  return value.includes(`{/${name}}`)
}
