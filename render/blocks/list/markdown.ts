import {isPortableTextToolkitList} from '@portabletext/toolkit'
import type {BlockContent, List, ListItem} from 'mdast'
import type {TextBlock} from '../../body.ts'
import {type ListItem as NestedItem, type List as NestedList, nest} from '../../nest.ts'
import {textBlock} from '../block/markdown.ts'

/** A list, deeper lists inside the item before them. */
export function list(nested: NestedList): List {
  return {
    type: 'list',
    ordered: nested.listItem === 'number',
    spread: false,
    children: nested.children.map(item),
  }
}

function item(nested: NestedItem): ListItem {
  const children: ListItem['children'] = []
  const spans = nested.children.flatMap((child) => (isPortableTextToolkitList(child) ? [] : [child]))
  if (spans.length > 0) children.push(textBlock({...nested, children: spans}))
  for (const child of nested.children) {
    if (isPortableTextToolkitList(child) && child.mode === 'html') children.push(list(child))
  }
  return {type: 'listItem', spread: false, children}
}

/** Text blocks inside of another block, their list items gathered in lists. */
export function flow(blocks: TextBlock[]): BlockContent[] {
  return nest(blocks).map((node) => (node._type === '@list' ? list(node) : textBlock(node)))
}
