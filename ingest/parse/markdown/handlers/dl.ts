import type {Element} from 'hast'
import type {State} from 'hast-util-to-mdast'
import type {BlockContent, List, ListItem, Paragraph, PhrasingContent} from 'mdast'
import {inserted, join} from '../../trace/traced-text.ts'
import type {Flow} from '../nodes.ts'

/**
 * Read a description list: each term is the bold lead-in of an item. If a term has one description of a single line, it
 * follows on that line; otherwise the descriptions are nested items. Without any term it only indents its paragraphs, and
 * with questions as terms it is a conversation: bold questions, and the paragraphs of their answers.
 */
export function dl(state: State, element: Element): List | Flow {
  const found = groups(state, element)
  if (found.every(({terms}) => terms.length === 0)) {
    const children = found.flatMap(({descriptions}) => descriptions.flatMap((item) => item.children))
    return {type: 'flow', children: children as BlockContent[]}
  }
  if (found.every(({terms}) => terms.length > 0 && terms.every(isQuestion))) return conversation(found)
  const items: ListItem[] = []
  for (const {terms, descriptions} of found) {
    const [first] = descriptions
    const [line] = first?.children ?? []
    const inline = descriptions.length === 1 && first?.children.length === 1 && line?.type === 'paragraph'
    const lead: PhrasingContent[] = []
    for (const term of terms) {
      if (lead.length > 0) lead.push({type: 'break'})
      lead.push({type: 'strong', children: term})
    }
    if (inline) {
      const content = lead.length > 0 ? afterSpace(line.children) : line.children
      items.push({type: 'listItem', children: [{type: 'paragraph', children: [...lead, ...content]}]})
      continue
    }
    const head: Paragraph[] = lead.length > 0 ? [{type: 'paragraph', children: lead}] : []
    const below: List[] =
      descriptions.length > 0 ? [{type: 'list', ordered: false, children: descriptions}] : []
    items.push({type: 'listItem', children: [...head, ...below]})
  }
  return {type: 'list', ordered: false, children: items}
}

/** Whether a term ends as a question does, in any script. */
function isQuestion(term: readonly PhrasingContent[]): boolean {
  const last = term.at(-1)
  if (!last) return false
  if (last.type === 'text') return /[?？؟]["”’»)]?\s?$/.test(last.value)
  return 'children' in last && isQuestion(last.children as PhrasingContent[])
}

function conversation(groups: readonly Group[]): Flow {
  const children = groups.flatMap(({terms, descriptions}): BlockContent[] => [
    ...terms.map((term): Paragraph => ({type: 'paragraph', children: [{type: 'strong', children: term}]})),
    ...descriptions.flatMap((item) => item.children as BlockContent[]),
  ])
  return {type: 'flow', children}
}

/** Prepend a space, inside the first text node if there is one. */
function afterSpace([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  if (first?.type !== 'text') return [{type: 'text', value: ' '}, ...(first ? [first] : []), ...rest]
  const origin = first.data?.origin ?? []
  const {value, ...data} = join([inserted(' ', origin[0]?.start ?? 0), {value: first.value, origin}])
  return [{type: 'text', value, data}, ...rest]
}

interface Group {
  terms: PhrasingContent[][]
  descriptions: ListItem[]
}

function groups(state: State, element: Element): Group[] {
  const found: Group[] = []
  let group: Group | undefined
  for (const child of state.all(element)) {
    if (child.type === 'caption') {
      if (!group || group.descriptions.length > 0) {
        group = {terms: [], descriptions: []}
        found.push(group)
      }
      group.terms.push(child.children)
      continue
    }
    if (!group) {
      group = {terms: [], descriptions: []}
      found.push(group)
    }
    const children = child.type === 'flow' ? child.children : [child as BlockContent]
    if (children.length > 0) group.descriptions.push({type: 'listItem', children})
  }
  return found
}
