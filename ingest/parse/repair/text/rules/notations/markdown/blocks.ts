/** Markdown on lines of its own: headings, quotations, rules, code fences, items inside a paragraph. */
import type {Edit} from '../../../../../trace/traced-text.ts'

const heading = /^[ ]{0,3}(#{1,6})[ \t]{1,3}(?=\S)(.{1,320})$/gm
/** The same as a whole paragraph. */
const inParagraph = /<p(?:\s[^<>]{0,300})?>\s{0,9}(#{1,6})[ \t]{1,3}([^\s<][^<]{0,330})<\/p>/gi
/** The same between breaks or at the end of an element; there, a single sign may belong to a number. */
const betweenBreaks =
  /(<(?:br\s?\/?|(?:div|p|section|article|li|td)(?:\s[^<>]{0,300})?)>)\s{0,9}(#{2,6})[ \t]{1,3}([^\s<][^<\n]{0,320})(?=\n|<(?:br|\/div|\/p|\/section|\/article|\/li|\/td)[\s/>])/gi
/** Signs that may close a heading as well, and the spaces about them. */
const closing = /(?<![ \t#])[ \t]*#{1,6}\s*$/
const quotation =
  /^(?:>|&gt;)[ ]{0,3}(?=[^\s>])[^\n]{1,2000}(?:\n(?:>|&gt;)[ ]{0,3}(?=[^\s>])[^\n]{1,2000}){0,200}/gm
const quotationMark = /^(?:>|&gt;)[ ]{0,3}/
/** Code between fences, on lines of their own. */
const fenceStart = /^(```|~~~)[ \t]{0,3}([\w+#-]{0,30})[^`]{0,60}$/
/** Most lines between two fences. */
const LONGEST_FENCE = 2000
const quotationParagraph =
  /<p(?:\s[^<>]{0,300})?>\s{0,9}(?:>|&gt;)[ ]{1,3}(?=\S)((?:(?!<\/?p[\s>])[\s\S]){1,2000})<\/p>/gi
/** A rule on a line of its own, or as a paragraph. */
const rule = /^[ ]{0,3}(?:-{3,40}|\*{3,40}|_{3,40}|(?:\*[ ]){2,20}\*|(?:-[ ]){2,20}-)[ \t]*$/gm
const ruleParagraph = /<p(?:\s[^<>]{0,300})?>\s{0,9}(?:-{3,40}|\*{3,40}|_{3,40})\s{0,9}<\/p>/gi
const blockTag = /<\/?(?:p|h[1-6]|li|td|div)[\s>]/i

/** Find headings. */
export function headings(value: string): Edit[] {
  const edits: Edit[] = []
  for (const match of value.matchAll(heading)) {
    const [whole, hashes = '', rest = ''] = match
    const content = titleOf(rest)
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
  const all = [
    ...Array.from(value.matchAll(inParagraph), ({0: whole, 1: hashes = '', 2: rest = '', index}) => ({
      whole,
      hashes,
      rest,
      index,
    })),
    ...Array.from(
      value.matchAll(betweenBreaks),
      ({0: whole, 1: tag = '', 2: hashes = '', 3: rest = '', index}) => ({
        whole: whole.slice(tag.length),
        hashes,
        rest,
        index: index + tag.length,
      }),
    ),
  ]
  let last = 0
  for (const {whole, hashes, rest, index} of all.sort((a, b) => a.index - b.index)) {
    const content = titleOf(rest)
    if (index < last || content.includes('\n')) continue
    last = index + whole.length
    const at = whole.indexOf(
      content,
      whole.indexOf(hashes + (whole.includes(`${hashes}\t`) ? '\t' : ' ')) + hashes.length,
    )
    put(edits, index, whole, at, content, hashes)
  }
  return edits
}

/** A heading's text without the signs that close it. */
function titleOf(rest: string): string {
  const title = rest.replace(closing, '')
  return title === '' ? rest.trimEnd() : title.trimEnd()
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

/**
 * Find quotations of several lines after a blank one: beyond doubt even in a text without any other Markdown, such as a mail.
 */
export const certainQuotations = (value: string): Edit[] =>
  quotationsWhere(value, (lines, start) => lines.length > 1 && isAfterBlank(value, start))

function quotationsWhere(value: string, holds: (lines: readonly string[], start: number) => boolean): Edit[] {
  const edits: Edit[] = []
  for (const match of value.matchAll(quotation)) {
    if (blockTag.test(match[0])) continue
    let at = match.index
    const lines = match[0].split('\n')
    if (!holds(lines, at)) continue
    for (const [index, line] of lines.entries()) {
      const mark = quotationMark.exec(line)?.[0].length ?? 0
      if (index === 0) edits.push({start: at, end: at + mark, value: '<blockquote>'})
      else edits.push({start: at - 1, end: at + mark, value: ' '})
      at += line.length + 1
    }
    edits.push({start: at - 1, end: at - 1, value: '</blockquote>'})
  }
  return edits
}

/** Find quotations and rules on lines of their own; the lines of one quotation are one paragraph. */
export function quotations(value: string): Edit[] {
  const edits = quotationsWhere(value, () => true)
  for (const {0: whole, index} of value.matchAll(rule))
    if (isAfterBlank(value, index)) edits.push({start: index, end: index + whole.length, value: '<hr>'})
  return edits
}

/** Whether a line is the first, or comes after one without text. */
function isAfterBlank(value: string, start: number): boolean {
  if (start === 0) return true
  const before = value.lastIndexOf('\n', start - 2)
  return value[start - 1] === '\n' && before >= 0 && /^[ \t]*\r?\n$/.test(value.slice(before + 1, start))
}

/** Find code between fences. */
export function fences(value: string): Edit[] {
  if (!/^(?:```|~~~)/m.test(value)) return []
  const edits: Edit[] = []
  /** The fence that is open, if any: its mark, its first line, and where its content begins. */
  let open: {mark: string; language: string; start: number; from: number; lines: number} | undefined
  let start = 0
  for (const line of value.split('\n')) {
    const end = start + line.length
    const mark = open && line.startsWith(open.mark) ? open.mark : undefined
    if (open && mark !== undefined && /^[ \t\r]*$/.test(line.slice(mark.length))) {
      for (const edit of fenced(value, open, start, end)) edits.push(edit)
      open = undefined
    } else if (!open || mark !== undefined || open.lines >= LONGEST_FENCE) {
      const [, written, language = ''] = fenceStart.exec(line) ?? []
      open = written === undefined ? undefined : {mark: written, language, start, from: end + 1, lines: 0}
    } else open.lines++
    start = end + 1
  }
  return edits
}

/** Edits of one pair of fences; `to` and `end` are the ends of its content and of its last line. */
function fenced(
  value: string,
  {language, start, from}: {language: string; start: number; from: number},
  to: number,
  end: number,
): Edit[] {
  const content = value.slice(from, to)
  if (blockTag.test(content)) return []
  const named = language ? ` class="language-${language}"` : ''
  return [
    {start, end: from, value: `<pre><code${named}>`},
    ...Array.from(content.matchAll(/</g), ({index}) => ({
      start: from + index,
      end: from + index + 1,
      value: '&lt;',
    })),
    {start: Math.max(from, to - 1), end, value: '</code></pre>'},
  ]
}

/** Find quotations and rules in paragraphs; their edits replace tags. */
export function quotationParagraphs(value: string): Edit[] {
  const edits: Edit[] = []
  for (const match of value.matchAll(quotationParagraph)) {
    const [whole, rest = ''] = match
    const content = rest.trimEnd()
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
