import type {Code} from '../body.ts'
import {element, escapeText} from './element.ts'

/** Preformatted lines, scrollable by keyboard. */
export function code({value}: {value: Code}): string {
  // The parser drops one line end right after `<pre>`, not after `<code>`, so the first line is safe.
  return element(
    'pre',
    {tabindex: 0},
    element('code', {class: value.language && `language-${value.language}`}, escapeText(value.code)),
  )
}
