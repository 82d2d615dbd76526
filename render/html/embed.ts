import type {Embed} from '../body.ts'
import {hostOf} from '../safe-url.ts'
import {element, escapeText} from './element.ts'

/** A card that links to the page of the video or post. Nothing is loaded from there. */
export function embed({value}: {value: Embed}): string {
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
