import type {Paragraph} from 'mdast'

/** Words that belong to a table or an image, as a paragraph in emphasis; none without words. */
export function caption(...words: (string | undefined)[]): Paragraph[] {
  const value = words
    .flatMap((word) => word?.trim() || [])
    .join(' ')
    .split('\n')
    .flatMap((line) => line.trim() || [])
    .join(' ')
  if (!value) return []
  return [{type: 'paragraph', children: [{type: 'emphasis', children: [{type: 'text', value}]}]}]
}
