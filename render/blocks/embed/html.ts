import type {Embed} from '../../body.ts'
import {element, escapeText} from '../../html/element.ts'
import {hostOf} from '../../read/safe-url.ts'

/** A card that links to the page of the video or post. Nothing is loaded from there. */
export function html({value}: {value: Embed}): string {
  const host = hostOf(value.url)
  return element(
    'figure',
    {class: 'embed'},
    element(
      'a',
      {href: value.url, rel: 'noreferrer'},
      element('span', {class: 'title'}, escapeText(value.caption ?? value.url)),
      ' ',
      element('span', {class: 'host'}, escapeText(host)),
    ),
  )
}
