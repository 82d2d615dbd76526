/** Markdown on lines of its own: headings, quotations, rules, code fences, items inside a paragraph. */
import type {Edit} from '../../../../../trace/traced-text.ts'

const heading = /^[ ]{0,3}(#{1,6})[ \t]{1,3}(?=\S)([^\n]{1,300}?)(?<![ \t])(?:[ \t]*#{1,6})?[ \t]*\r?$/gm
/** The same as a whole paragraph. */
const inParagraph =
  /<p(?:\s[^<>]{0,300})?>\s{0,9}(#{1,6})[ \t]{1,3}([^\s<][^<\n]{0,299}?)[ \t]{0,9}#{0,6}\s{0,9}<\/p>/gi
/** The same between breaks or at the end of an element; there, a single sign may belong to a number. */
const betweenBreaks =
  /(?<=<(?:br\s?\/?|(?:div|p|section|article|li|td)(?:\s[^<>]{0,300})?)>)\s{0,9}(#{2,6})[ \t]{1,3}([^\s<][^<\n]{0,299}?)[ \t]{0,9}#{0,6}(?=\s{0,9}<(?:br|\/div|\/p|\/section|\/article|\/li|\/td)[\s/>]|\n)/gi
const quotation =
  /^(?:>|&gt;)[ ]{0,3}(?=[^\s>])[^\n]{1,2000}(?:\n(?:>|&gt;)[ ]{0,3}(?=[^\s>])[^\n]{1,2000}){0,200}/gm
const quotationMark = /^(?:>|&gt;)[ ]{0,3}/
/** Code between fences, on lines of their own. */
const fence = /^(```|~~~)[ \t]{0,3}([\w+#-]{0,30})[^\n`]{0,60}\n((?:(?!\1)[^\n]*\n){0,2000}?)\1[ \t\r]*$/gm
const quotationParagraph =
  /<p(?:\s[^<>]{0,300})?>\s{0,9}(?:>|&gt;)[ ]{1,3}(?=\S)((?:(?!<\/p>)[\s\S]){1,2000}?)\s{0,9}<\/p>/gi
/** A rule between blank lines, or as a paragraph. */
const rule =
  /(?<=^|\n[ \t]*\r?\n)[ ]{0,3}(?:-{3,40}|\*{3,40}|_{3,40}|(?:\*[ ]){2,20}\*|(?:-[ ]){2,20}-)[ \t]*(?=\r?\n|$)/g
const ruleParagraph = /<p(?:\s[^<>]{0,300})?>\s{0,9}(?:-{3,40}|\*{3,40}|_{3,40})\s{0,9}<\/p>/gi
const blockTag = /<\/?(?:p|h[1-6]|li|td|div)[\s>]/i

/** Find headings. */
export function headings(value: string): Edit[] {
  const edits: Edit[] = []
  for (const match of value.matchAll(heading)) {
    const [whole, hashes = '', content = ''] = match
    if (blockTag.test(content)) continue
    put(
      edits,
      match.index,
      whole,
      whole.indexOf(content, whole.indexOf(hashes) + hashes.length),
      content,
      hashes,
    )
  }
  return edits
}

/** Find headings among tags; their edits replace tags. */
export function headingsAmongTags(value: string): Edit[] {
  const edits: Edit[] = []
  if (!/[>\s]#{1,6}[ \t]/.test(value)) return edits
  let last = 0
  const all = [...value.matchAll(inParagraph), ...value.matchAll(betweenBreaks)]
  for (const match of all.sort((a, b) => a.index - b.index)) {
    if (match.index < last) continue
    last = match.index + match[0].length
    const [whole, hashes = '', content = ''] = match
    const at = whole.indexOf(
      content,
      whole.indexOf(hashes + (whole.includes(`${hashes}\t`) ? '\t' : ' ')) + hashes.length,
    )
    put(edits, match.index, whole, at, content, hashes)
  }
  return edits
}

function put(
  edits: Edit[],
  start: number,
  whole: string,
  at: number,
  content: string,
  {length}: string,
): void {
  edits.push({start, end: start + at, value: `<h${length}>`})
  edits.push({start: start + at + content.length, end: start + whole.length, value: `</h${length}>`})
}

/** Find quotations and rules on lines of their own; the lines of one quotation are one paragraph. */
export function quotations(value: string): Edit[] {
  const edits: Edit[] = []
  for (const match of value.matchAll(quotation)) {
    if (blockTag.test(match[0])) continue
    let at = match.index
    const lines = match[0].split('\n')
    for (const [index, line] of lines.entries()) {
      const mark = quotationMark.exec(line)?.[0].length ?? 0
      if (index === 0) edits.push({start: at, end: at + mark, value: '<blockquote>'})
      else edits.push({start: at - 1, end: at + mark, value: ' '})
      at += line.length + 1
    }
    edits.push({start: at - 1, end: at - 1, value: '</blockquote>'})
  }
  for (const match of value.matchAll(rule)) {
    edits.push({start: match.index, end: match.index + match[0].length, value: '<hr>'})
  }
  return edits
}

/** Find code between fences. */
export function fences(value: string): Edit[] {
  if (!/^(?:```|~~~)/m.test(value)) return []
  const edits: Edit[] = []
  for (const match of value.matchAll(fence)) {
    const [whole, mark = '', language = '', content = ''] = match
    const from = match.index + whole.indexOf('\n') + 1
    const to = from + content.length
    const end = match.index + whole.length
    if (mark === '' || blockTag.test(content)) continue
    const named = language ? ` class="language-${language}"` : ''
    edits.push({start: match.index, end: from, value: `<pre><code${named}>`})
    for (const {index} of content.matchAll(/</g)) {
      edits.push({start: from + index, end: from + index + 1, value: '&lt;'})
    }
    edits.push({start: Math.max(from, to - 1), end, value: '</code></pre>'})
  }
  return edits
}

/** Find quotations and rules in paragraphs; their edits replace tags. */
export function quotationParagraphs(value: string): Edit[] {
  const edits: Edit[] = []
  for (const match of value.matchAll(quotationParagraph)) {
    const [whole, content = ''] = match
    const at = match.index + whole.indexOf(content, whole.search(/(?:>|&gt;)[ ]/) + 1)
    edits.push({start: match.index, end: at, value: '<blockquote>'})
    edits.push({start: at + content.length, end: match.index + whole.length, value: '</blockquote>'})
  }
  for (const match of value.matchAll(ruleParagraph)) {
    edits.push({start: match.index, end: match.index + match[0].length, value: '<hr>'})
  }
  return edits
}

const paragraph = /(<p(?:\s[^<>]{0,300})?>)((?:(?!<\/?p[\s>])[\s\S]){1,8000}?)<\/p>/gi
const item = /^\s{0,12}(?:[-*+]|\d{1,2}[.)])\s+\S/

/** Find breaks between the items of a list in the lines of one paragraph. */
export function itemBreaks(value: string): Edit[] {
  const edits: Edit[] = []
  if (!/\n[ \t]{0,12}(?:[-*+]|\d{1,2}[.)])[ \t]/.test(value)) return edits
  for (const match of value.matchAll(paragraph)) {
    const [, tag = '', content = ''] = match
    if (!content.includes('\n') || /<br[\s/>]/i.test(content)) continue
    const lines = content.split('\n')
    const marked = lines.filter((line) => item.test(line)).length
    const rest = lines.slice(1).filter((line) => /\S/.test(line))
    if (marked < 2 || !rest.every((line) => item.test(line))) continue
    let at = match.index + tag.length
    for (const [index, line] of lines.entries()) {
      if (index > 0 && item.test(line)) edits.push({start: at - 1, end: at, value: '<br>\n'})
      at += line.length + 1
    }
  }
  return edits
}
