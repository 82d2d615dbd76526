/**
 * Tags that a text mentions, unescaped: one in backticks or quotes, alone in a code element, or called a tag or element
 * by the words beside it. A parser would remove the word from the sentence; here it stays text. If a text has one such
 * tag, others in the middle of a sentence are words as well.
 *
 * @example
 *   in: Use the <p> tag, an <ol> or <ul> element, or `<table class="a">`; never write <br> twice.
 *   out: Use the &lt;p&gt; tag, an &lt;ol&gt; or &lt;ul&gt; element, or `&lt;table class="a"&gt;`; never write &lt;br&gt; twice.
 * @example
 *   in: <p>Das Element <section> und die „<div>“ daneben: <code><main></code>.</p>
 *   out: <p>Das Element &lt;section&gt; und die „&lt;div&gt;“ daneben: <code>&lt;main&gt;</code>.</p>
 * @example
 *   in: <p>We met <b>the elements</b> and <i>tags</i>.<br> Then <em> element</em> after element.</p>
 *   out: <p>We met <b>the elements</b> and <i>tags</i>.<br> Then <em> element</em> after element.</p>
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {inlineElements, knownElements} from '../../markup/names.ts'
import {isPage} from '../../markup/outside.ts'
import {surveyOf} from '../../markup/survey.ts'
import type {Tag} from '../../markup/tags.ts'
import {amend, type TextRule} from '../../rule.ts'

/** Words for tags, in languages in Latin, Cyrillic, Han and Kana. */
const NOUN =
  '(?:tags?|elements?|elemente?n?s?|balises?|éléments?|etiquetas?|elementos?|elementi|теги?|тегов|элемент\\p{L}{0,3}|attributes?|标签|元素|要素|タグ)'
const nounAfter = new RegExp(`^[ \\u00a0-]${NOUN}(?![\\p{L}\\p{N}])|^ ?(?:标签|元素|要素|タグ)`, 'iu')
const nounBefore = new RegExp(`(?:^|[^\\p{L}\\p{N}])${NOUN}:? $`, 'iu')
/** Pattern of the first mentioned tag: most texts have none, and are not searched further. */
const sign = new RegExp(
  `>[ \\u00a0-]${NOUN}|> ?(?:标签|元素|要素|タグ)|<(?<=${NOUN}:? <)|<(?<=[\`"'“‘„«]<)/?[a-z][^<>]{0,300}>[\`"'”’“»]|<code><`,
  'iu',
)
/** Between two tags that are mentioned together. */
const conjunction = /^,? ?(?:(?:and|or|und|oder|et|ou|y|o|e|и|или|vs\.?|,) )?$/i
const quotes: Record<string, string> = {'`': '`', '"': '"', "'": "'", '“': '”', '‘': '’', '„': '“”', '«': '»'}

export const mentionedTags: TextRule = (text, report) => {
  const {value} = text
  if (!sign.test(value) || isPage(value)) return text
  const list = surveyOf(text).tags
  const spoken = new Set<Tag>()
  list.forEach((tag, index) => {
    if (knownElements.has(tag.name) && isSpoken(value, list, index)) spoken.add(tag)
  })
  for (const tag of inBackticks(value, list)) spoken.add(tag)
  if (spoken.size === 0) return text
  namedTogether(value, list, spoken)
  const closed = new Set(list.filter(({closing}) => closing).map(({name}) => name))
  for (const tag of list) if (isWord(value, tag, closed)) spoken.add(tag)
  return amend(text, [...spoken].flatMap(escapes), report, {
    code: 'entity-repaired',
    message: 'Tags that the text mentions were kept as text.',
  })
}

const escapes = ({start, end}: Tag): Edit[] => [
  {start, end: start + 1, value: '&lt;'},
  {start: end - 1, end, value: '&gt;'},
]

function isSpoken(value: string, list: readonly Tag[], index: number): boolean {
  const tag = list[index]
  if (!tag) return false
  const before = value.slice(Math.max(0, tag.start - 24), tag.start)
  const after = value.slice(tag.end, tag.end + 24)
  const [open, close] = [before.at(-1) ?? '', after[0] ?? '']
  if (close !== '' && quotes[open]?.includes(close)) return true
  if (aloneInCode(list, index)) return true
  // An element that closes after a few words marks them.
  if (isPair(list, index)) return false
  // An element joined to text marks it; a sentence that begins with the word is about other tags.
  if (nounAfter.test(after)) return /(?:[\p{L}\p{N},;:][ \u00a0]|[(“"])$/u.test(before)
  return nounBefore.test(before) && /^(?:[\s.,;:!?)]|$)/.test(after)
}

/** Whether code shows only a tag: `<code><main></code>`. */
function aloneInCode(list: readonly Tag[], index: number): boolean {
  const [before, tag, after] = [list[index - 1], list[index], list[index + 1]]
  return (
    tag !== undefined &&
    before?.name === 'code' &&
    !before.closing &&
    before.end === tag.start &&
    after?.name === 'code' &&
    after.closing &&
    after.start === tag.end
  )
}

/** Whether an inline tag has its partner nearby. */
function isPair(list: readonly Tag[], index: number): boolean {
  const tag = list[index]
  if (!tag || !inlineElements.has(tag.name)) return false
  const partner = tag.closing
    ? list.slice(Math.max(0, index - 6), index).findLast(({name}) => name === tag.name)
    : list.slice(index + 1, index + 7).find(({name}) => name === tag.name)
  return partner !== undefined && partner.closing !== tag.closing
}

/** Find tags in Markdown code that begins and ends with one. */
function inBackticks(value: string, list: readonly Tag[]): Tag[] {
  const found: Tag[] = []
  let next = 0
  for (const match of value.matchAll(/(?<!`)`(<[^`\n]{1,300}>)`(?!`)/g)) {
    const end = match.index + match[0].length
    while ((list[next]?.start ?? Number.POSITIVE_INFINITY) < match.index) next++
    for (let tag = list[next]; tag && tag.start < end; tag = list[++next]) found.push(tag)
  }
  return found
}

/** "`<ul>` or `<ol>`": a tag beside a mentioned one is mentioned, too. */
function namedTogether(value: string, list: readonly Tag[], spoken: Set<Tag>): void {
  const together = (tag: Tag | undefined, other: Tag | undefined): boolean =>
    tag !== undefined &&
    other !== undefined &&
    other.start > tag.end &&
    other.start - tag.end < 12 &&
    conjunction.test(value.slice(tag.end, other.start))
  for (let index = 1; index < list.length; index++) {
    const [before, tag] = [list[index - 1], list[index]]
    if (before && tag && spoken.has(before) && together(before, tag)) spoken.add(tag)
  }
  for (let index = list.length - 2; index >= 0; index--) {
    const [tag, after] = [list[index], list[index + 1]]
    if (tag && after && spoken.has(after) && together(tag, after)) spoken.add(tag)
  }
}

/** Whether a tag is in the middle of a sentence, spaced like a word, without a partner. */
function isWord(value: string, tag: Tag, closed: ReadonlySet<string>): boolean {
  if (tag.end - tag.start > tag.name.length + 3 || !knownElements.has(tag.name)) return false
  if (inlineElements.has(tag.name) && (tag.closing || closed.has(tag.name))) return false
  const before = value.slice(Math.max(0, tag.start - 12), tag.start)
  return /[\p{Ll},] $/u.test(before) && /^(?: \p{Ll}|[.,;:?!)]|$)/u.test(value.slice(tag.end, tag.end + 2))
}
