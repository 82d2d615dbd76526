import type {Paragraph, PhrasingContent} from 'mdast'

/** Words about a table or an image as a paragraph in emphasis; empty without words. */
export function caption(...words: (string | undefined)[]): Paragraph[] {
  const lines = words
    .flatMap((word) => word?.trim() || [])
    .join(' ')
    .split('\n')
    .flatMap((line) => line.trim() || [])
  if (lines.length === 0) return []
  const children = lines.flatMap((value, index): PhrasingContent[] => [
    ...(index > 0 ? [{type: 'break'} as const] : []),
    {type: 'text', value},
  ])
  return [{type: 'paragraph', children: [{type: 'emphasis', children}]}]
}
