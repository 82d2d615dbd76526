import type {Code} from '../../body.ts'
import {element, escapeText} from '../../html/element.ts'

/** Preformatted lines that the keyboard can scroll. */
export function html({value}: {value: Code}): string {
  // The parser drops a line end right after `<pre>` but not after `<code>`, so the first line is safe.
  return element(
    'pre',
    {tabindex: 0},
    element('code', {class: value.language && `language-${value.language}`}, escapeText(value.code)),
  )
}
