import {isPortableTextToolkitList, toPlainText} from '@portabletext/toolkit'
import type {TextBlock} from '../../body.ts'
import {type List, nest} from '../../nest.ts'
import {text} from '../block/text.ts'

/** A list with a marker for each item. */
export function listText(list: List, indent = ''): string {
  const lines: string[] = []
  for (const [index, item] of list.children.entries()) {
    const spans = item.children.flatMap((child) => (isPortableTextToolkitList(child) ? [] : [child]))
    const marker = list.listItem === 'number' ? `${index + 1}. ` : '- '
    const words = toPlainText({...item, children: spans}).trim()
    if (words) lines.push(`${indent}${marker}${words}`)
    for (const child of item.children) {
      if (isPortableTextToolkitList(child) && child.mode === 'html')
        lines.push(listText(child, `${indent}  `))
    }
  }
  return lines.join('\n')
}

/** Text blocks inside of another block, their list items gathered in lists. */
export function flow(blocks: TextBlock[]): string[] {
  return nest(blocks).map((node) => (node._type === '@list' ? listText(node) : text(node)))
}
