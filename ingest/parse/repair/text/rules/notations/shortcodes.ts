/**
 * Shortcodes of publishing systems. The code goes, the text between an opening and a closing one stays; an embedded
 * address becomes an embed. Brackets that writers use survive.
 *
 * @example
 *   in: [vc_row][vc_column width=”1/2″]Text.[/vc_column][/vc_row][gallery ids="12,13"]
 *   out: Text.
 * @example
 *   in: [embed]https://example.com/watch?v=a[/embed]
 *   out: <iframe src="https://example.com/watch?v=a"></iframe>
 * @example
 *   in: [caption id="a" width="300"]<img src="well.jpg" /> The well in May.[/caption]
 *   out: <figure><img src="well.jpg" /><figcaption>The well in May.</figcaption></figure>
 * @example
 *   in: [caption width="300" caption="The well in May."]<img src="well.jpg" />[/caption]
 *   out: <figure><figcaption>The well in May.</figcaption><img src="well.jpg" /></figure>
 * @example
 *   in: He said [sic] it [1], [Editor's note: no] and [caption needed].
 *   out: He said [sic] it [1], [Editor's note: no] and [caption needed].
 */
import type {Edit} from '../../../../trace/traced-text.ts'
import {editsOutside} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'

const shortcode = /\[(\/?)([a-z][a-z0-9_-]{1,40})((?:\s[^[\]]{0,600})?)\/?\]/gi
const embedded =
  /\[(embed|video|audio)(?:\s[^[\]]{0,300})?\]\s{0,3}(https?:\/\/[^\s[\]<>"]{4,500})\s{0,3}\[\/\1\]/gi
/** Families of plugins, by the beginnings of their names. */
const family =
  /^(?:vc_|et_pb_|su_|fusion_|av_|td_|tdb_|tds_|cs_|wp_|mk_|ts_|qode_|tie_|fl_|rev_|elementor|contact-form|wpforms|gravityform|ninja_|mc4wp|adrotate|the_ad|ad_|instagram|twitter|youtube|soundcloud)/
/** An image of WordPress with its caption; in old texts the caption is an attribute. */
const captioned =
  /\[caption((?:\s[^[\]]{0,600})?)\]((?:\s{0,3}<a\s[^<>]{0,600}>)?\s{0,3}<img\s[^<>]{0,1000}>(?:\s{0,3}<\/a>)?)([^[\]]{0,1000})\[\/caption\]/gi
const attributes = /^\s+[a-z_][\w-]*\s?=\s?["'“”″‘’&\d]/i
const bare = new Set([
  'caption',
  'gallery',
  'embed',
  'playlist',
  'audio',
  'video',
  'ads',
  'ad',
  'nextpage',
  'toc',
])

export const shortcodes: TextRule = (text, report) => {
  const {value} = text
  if (!value.includes('[')) return text
  const edits: Edit[] = []
  for (const match of value.matchAll(embedded)) {
    const address = (match[2] ?? '').replaceAll('&amp;', '&').replaceAll('&', '&amp;')
    edits.push({
      start: match.index,
      end: match.index + match[0].length,
      value: `<iframe src="${address}"></iframe>`,
    })
  }
  for (const one of captionsIn(value)) edits.push(one)
  const closed = new Set(
    [...value.matchAll(/\[\/([a-z][a-z0-9_-]{1,40})\]/gi)].map((match) => match[1]?.toLowerCase()),
  )
  const embeds = edits.slice()
  for (const match of value.matchAll(shortcode)) {
    const start = match.index
    const end = start + match[0].length
    const name = (match[2] ?? '').toLowerCase()
    const rest = match[3] ?? ''
    const named = family.test(name) || bare.has(name)
    const believed = match[1]
      ? named
      : attributes.test(rest)
        ? named || closed.has(name)
        : rest.trim() === '' && (family.test(name) || (closed.has(name) && name.length > 2))
    if (
      !believed &&
      !(match[1] && closed.has(name) && edits.some((one) => value.startsWith(`[${name}`, one.start)))
    )
      continue
    if (!embeds.some((one) => start < one.end && end > one.start)) edits.push({start, end, value: ''})
  }
  return amend(text, editsOutside(text, edits), report, {
    code: 'shortcode-dropped',
    message: 'Shortcodes of a publishing system were removed. The text between them was kept.',
  })
}

/** Edits that make an image and its caption a figure. */
function captionsIn(value: string): Edit[] {
  return [...value.matchAll(captioned)].flatMap((match) => {
    const [whole, attributes = '', image = '', text = ''] = match
    const end = match.index + whole.length
    const start = match.index + '[caption'.length + attributes.length + 1
    const after = start + image.length
    const caption = after + text.length - text.trimStart().length
    const closing = end - '[/caption]'.length
    if (text.trim() === '') {
      const own = /\scaption=(["'])/.exec(attributes)
      const from = match.index + '[caption'.length + (own ? own.index + own[0].length : 0)
      const to = own ? value.indexOf(own[1] ?? '"', from) : -1
      if (to < 0 || to > start) return []
      return [
        {start: match.index, end: from, value: '<figure><figcaption>'},
        {start: to, end: start, value: '</figcaption>'},
        {start: closing, end, value: '</figure>'},
      ]
    }
    const close = caption + text.trim().length
    return [
      {start: match.index, end: start, value: '<figure>'},
      {start: after, end: caption, value: '<figcaption>'},
      {start: close, end, value: '</figcaption></figure>'},
    ]
  })
}
