import {isPortableTextToolkitList} from '@portabletext/toolkit'
import type {List, ListItem} from 'mdast'
import type {ListItem as NestedItem, List as NestedList} from '../nest.ts'
import {textBlock} from './text-block.ts'

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
