/**
 * Character references that a translator or typography filter pulled apart.
 *
 * @example
 *   in: Tom & amp ; Ann & lt ;/p& gt ; caf& eacute;
 *   out: Tom &amp; Ann &lt;/p&gt; caf&eacute;
 * @example
 *   in: < ;/ ul > ; Next
 *   out: &lt;/ ul &gt; Next
 * @example
 *   in: a</td> | btd> ; | x <b> ; y
 *   out: a</td> | btd&gt; | x <b> ; y
 * @example
 *   in: One:& nbsp ; two&nbsp three& nbsp ;four
 *   out: One: two three four
 * @example
 *   in: &amp;lt;td&amp;gt ; & amp ;lt;/td& amp;gt;
 *   out: &amp;lt;td&amp;gt; &amp;lt;/td&amp;gt;
 * @example
 *   in: rock & roll; black & white ; a < b
 *   out: rock & roll; black & white ; a < b
 */
import {characterEntitiesLegacy} from 'character-entities-legacy'
import type {Edit} from '../../../../trace/traced-text.ts'
import {knownElements} from '../../markup/names.ts'
import {editsOutside} from '../../markup/outside.ts'
import {amend, type TextRule} from '../../rule.ts'

/** Rarer names (`in`, `or`, `star`) are words too, so `this & that or;` stays. */
const common = new Set([
  ...characterEntitiesLegacy,
  ...'apos bdquo bull dagger euro hellip ldquo lsaquo lsquo mdash minus ndash prime rdquo rsaquo rsquo'.split(
    ' ',
  ),
  ...'sbquo thinsp trade zwj zwnj ensp emsp larr rarr OElig oelig Scaron scaron fnof'.split(' '),
])
/** `& name ;` with at least one extra space. */
const spaced =
  /&[ \u00a0]{0,2}((?:amp[ \u00a0]{0,2};){0,6})(#[ ]?(?:x[0-9a-f]{1,6}|[0-9]{1,7})|[a-z][a-z0-9]{1,30})[ \u00a0]{0,2};/giy
/** A lost `&lt` of `&lt;`. */
const lostLess = /<[ ]?;/y
/** A lost `&gt` of `&gt;`. */
const lostGreater = />[ ]?;/y
/** The end of a tag that also lost its other bracket: `td> ;`. */
const restOfTag =
  /(?<!<[ ]?\/?[ ]?)(?:h[1-6]|li|ul|ol|t[dhr]|table|thead|tbody|strong|em|div|span|blockquote|(?<![a-z0-9])[pb])[ ]?$/i
/** The beginning of a tag whose brackets lost their references: no other bracket follows. */
const lostTag = /(?:<[ ]?;|&[ ]?lt[ ]?;)[ ]{0,2}\/?[ ]{0,2}([a-z][a-z0-9]{0,9})(?![a-z0-9])/i

export const spacedReferences: TextRule = (text, report) => {
  const {value} = text
  const edits: Edit[] = []
  for (let at = value.indexOf('&'); at >= 0; at = value.indexOf('&', at + 1)) {
    spaced.lastIndex = at
    const match = spaced.exec(value)
    const name = match?.[2]
    if (!match || name === undefined) continue
    const numeric = name.startsWith('#')
    if (!numeric && !common.has(name)) continue
    const levels = (match[1] ?? '').replace(/[ \u00a0]/g, '')
    const whole = `&${levels}${numeric ? name.replace(' ', '') : name};`
    const end = at + match[0].length
    if (whole !== match[0])
      edits.push({start: at, end, value: whole === '&nbsp;' ? space(value, at, end) : whole})
    at = end - 1
  }
  for (let at = value.indexOf('&nbsp '); at >= 0; at = value.indexOf('&nbsp ', at + 5)) {
    if (/^ ?;/.test(value.slice(at + 5, at + 7))) continue
    edits.push({start: at, end: at + 5, value: ''})
  }
  for (let at = value.indexOf('<'); at >= 0; at = value.indexOf('<', at + 1)) {
    lostLess.lastIndex = at
    if (lostLess.test(value)) edits.push({start: at, end: lostLess.lastIndex, value: '&lt;'})
  }
  for (let at = value.indexOf('>'); at >= 0; at = value.indexOf('>', at + 1)) {
    lostGreater.lastIndex = at
    if (!lostGreater.test(value)) continue
    const before = value.slice(Math.max(0, at - 200), at)
    const open = Math.max(before.lastIndexOf('<'), before.lastIndexOf('>') + 1)
    const name = lostTag.exec(before.slice(open))?.[1]
    if ((name && knownElements.has(name.toLowerCase())) || restOfTag.test(before)) {
      edits.push({start: at, end: lostGreater.lastIndex, value: '&gt;'})
    }
  }
  if (edits.length === 0) return text
  return amend(text, editsOutside(text, edits, 'raw'), report, {
    code: 'entity-repaired',
    message: 'Character references with extra spaces were restored.',
  })
}

/** Replace a no-break space that was pulled apart by a space, unless there is one. */
function space(value: string, start: number, end: number): string {
  return /\s/.test(value[start - 1] ?? ' ') || /\s/.test(value[end] ?? ' ') ? '' : ' '
}
