import type {Paragraph} from 'mdast'
import type {Embed} from '../../body.ts'

/** A link to the page of the video or post. */
export function markdown({url, caption}: Embed): Paragraph {
  const value = (caption ?? url).replace(/\s+/g, ' ')
  return {type: 'paragraph', children: [{type: 'link', url, children: [{type: 'text', value}]}]}
}
