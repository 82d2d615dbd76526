/** Kinds of blocks and inline elements, by the names that formats give their nodes. */
import {bare} from './marks.ts'

/** What a node is. */
export type Kind =
  | 'paragraph'
  | 'heading'
  | 'quote'
  | 'list'
  | 'item'
  | 'code'
  | 'line'
  | 'table'
  | 'row'
  | 'cell'
  | 'header'
  | 'caption'
  | 'figure'
  | 'image'
  | 'embed'
  | 'rule'
  | 'break'
  | 'link'
  | 'group'
  | 'text'
  | 'markup'

const NAMES: Readonly<Record<Kind, string>> = {
  paragraph:
    'paragraph p para lead lede intro standfirst lic listitemcontent normal unstyled interstitiallink',
  heading:
    'heading header headline subheading subheader crosshead subtitle title h1 h2 h3 h4 h5 h6 heading1 heading2 heading3 heading4 heading5 heading6 headerone headertwo headerthree headerfour headerfive headersix headingone headingtwo headingthree headingfour headingfive headingsix',
  quote: 'blockquote quote pullquote quotation blockquotation citation',
  list: 'list ul ol bulletlist bulletedlist unorderedlist orderedlist numberedlist checklist tasklist todolist olist ulist',
  item: 'listitem li taskitem checklistitem checkitem todo todoitem olistitem ulistitem ordereditem unordereditem',
  code: 'code codeblock pre preformatted codefence snippet',
  line: 'codeline codehighlightline',
  table: 'table',
  row: 'tablerow tr row',
  cell: 'tablecell td',
  header: 'tableheader tableheadercell tableheadcell th headercell',
  caption: 'figcaption caption imagecaption tablecaption',
  figure: 'figure captionedimage',
  image:
    'image img imageblock picture embeddedassetblock upload media mediasingle mediaimage photo blockimage',
  embed:
    'embed iframe video youtube vimeo twitter tweet instagram oembed embedblock mediaembed oembedresponse audio soundcloud tiktok facebook videoembed',
  rule: 'hr horizontalrule divider thematicbreak separator delimiter rule',
  break: 'br break hardbreak linebreak softbreak',
  link: 'link a hyperlink anchor autolink assethyperlink entryhyperlink itemlink inlinecard',
  group:
    'doc document root tbody thead tfoot tablehead tablebody tablesection element div section details detailscontent callout panel columns column layout group block fragment aside blockgroup container richtext',
  text: 'text span extendedtext codehighlight leaf string',
  markup: 'html rawhtml raw htmlblock htmltext freeform',
}

const KINDS: ReadonlyMap<string, Kind> = new Map(
  (Object.keys(NAMES) as Kind[]).flatMap((kind) =>
    NAMES[kind].split(' ').map((name) => [name, kind] as const),
  ),
)

/** The kind of a node by its name; undefined for one that no known format uses. */
export const kindOf = (name: string | undefined): Kind | undefined =>
  name === undefined ? undefined : KINDS.get(bare(name))

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six']

/** The level in the name of a heading: `heading-2`, `h2`, `header-two`. */
export function levelIn(name: string): number | undefined {
  const key = bare(name)
  const digit = /[1-6]$/.exec(key)?.[0]
  if (digit) return Number(digit)
  const place = NUMBERS.findIndex((one) => key.endsWith(one))
  return place < 0 ? undefined : place + 1
}
