/** Readings beside characters: where a browser would put them above, text puts them in brackets. */
import type {Element} from 'hast'
import {setText, tracedTextOf} from '../trace/attach.ts'
import {inserted, join} from '../trace/traced-text.ts'
import {textsIn} from './hast.ts'

const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/**
 * Put each reading of a `ruby` in brackets, where the page has none for browsers that do not know the element (`rp`).
 *
 * @example
 *   in: <ruby>港<rt>みなと</rt></ruby>
 *   out: <ruby>港<rt>（みなと）</rt></ruby>
 */
export function bracketReadings(ruby: Element): void {
  if (ruby.children.some((child) => child.type === 'element' && child.tagName === 'rp')) return
  const base = Array.from(textsIn(ruby), ({value}) => value).join('')
  const [open, close] = EAST_ASIAN.test(base) ? ['（', '）'] : [' (', ')']
  for (const child of ruby.children) {
    if (child.type !== 'element' || (child.tagName !== 'rt' && child.tagName !== 'rtc')) continue
    const texts = Array.from(textsIn(child)).filter(({value}) => value.trim() !== '')
    const [first, last] = [texts[0], texts.at(-1)]
    if (!first || !last) continue
    const start = tracedTextOf(first)
    setText(first, join([inserted(open, start.origin[0]?.start ?? 0), start]))
    const end = tracedTextOf(last)
    setText(last, join([end, inserted(close, end.origin.at(-1)?.end ?? 0)]))
  }
}
