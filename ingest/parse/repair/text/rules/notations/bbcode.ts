/**
 * BBCode, as forums and game sites write it: marks in square brackets become tags, if several are closed.
 *
 * @example
 *   in: [b]Route[/b]\nTo [url=https://example.com/map]the gate[/url], [i]slowly[/i].\n[list]\n[*]10:00 start\n[*]12:00 end\n[/list]\n[quote=Jo]Come![/quote]
 *   out: <b>Route</b>\nTo <a href="https://example.com/map">the gate</a>, <i>slowly</i>.\n<ul>\n<li>10:00 start\n<li>12:00 end\n</ul>\n<blockquote>Come!</blockquote>
 * @example
 *   in: He said [sic] it [1], [b] is the second of [a], [b] and [c]; [quote] is a shortcode.
 *   out: He said [sic] it [1], [b] is the second of [a], [b] and [c]; [quote] is a shortcode.
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {editsOutside} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'

const mark =
  /\[(\/?)(b|i|u|s|url|img|quote|list|\*|h[1-4]|size|color|font|center|left|right|code|spoiler|email)(?:=([^[\]\n]{1,500}))?\]/gi
const image = /\[img(?:=[^[\]\n]{1,40})?\](https?:\/\/[^\s[\]<>"]{1,800})\[\/img\]/gi
/** Minimum number of closed marks. */
const MIN_MARKS = 2
const tags: Record<string, string> = {
  b: 'b',
  i: 'i',
  u: 'u',
  s: 's',
  quote: 'blockquote',
  code: 'code',
  list: 'ul',
}

export const bbcode: TextRule = (text, report) => {
  const {value} = text
  if ((value.match(/\[\/(?:b|i|u|url|img|quote|list|size|color|h[1-4])\]/gi)?.length ?? 0) < MIN_MARKS)
    return text
  const certain = /\[\/(?:b|i|u|url|img)\]|\[\*\]|\[(?:url|size|color)=/i.test(value)
  if (!certain) return text
  const edits: Edit[] = Array.from(value.matchAll(image), ({0: whole, 1: address = '', index}) => ({
    start: index,
    end: index + whole.length,
    value: `<img src="${address}" alt="">`,
  }))
  const closed = new Set(Array.from(value.matchAll(/\[\/(\w{1,8})\]/g), (match) => match[1]?.toLowerCase()))
  for (const match of value.matchAll(mark)) {
    const name = (match[2] ?? '').toLowerCase()
    if (name !== '*' && !closed.has(name)) continue
    edits.push({
      start: match.index,
      end: match.index + match[0].length,
      value: tagOf(name, match[1] === '/', match[3] ?? ''),
    })
  }
  return amend(text, editsOutside(text, edits), report, {
    code: 'markdown-converted',
    message: 'BBCode in the text became formatting and structure.',
  })
}

function tagOf(name: string, closing: boolean, argument: string): string {
  if (name === '*') return closing ? '' : '<li>'
  if (name === 'url') {
    const address = argument.replace(/^["']|["']$/g, '')
    return closing ? '</a>' : /^https?:\/\/[^\s"<>]+$/.test(address) ? `<a href="${address}">` : '<a>'
  }
  const tag = tags[name] ?? (/^h[1-4]$/.test(name) ? name : undefined)
  return tag === undefined ? '' : `<${closing ? '/' : ''}${tag}>`
}
