/** Shortcuts that correct blocks: move and merge them, and make headings, list items and tables. One undo reverts each. */
import type {EditorSnapshot} from '@portabletext/editor'
import {type Behavior, type BehaviorAction, defineBehavior, raise} from '@portabletext/editor/behaviors'
import {getFocusBlock, getSelectedBlocks} from '@portabletext/editor/selectors'
import {isPressed} from '../../shortcuts/is-pressed.ts'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'
import type {Shortcut} from '../../shortcuts/types.ts'
import {changeTable, selectCell, tableIn} from '../table/behaviors.ts'
import {linesToTable} from '../table/lines-to-table.ts'
import {moveTextOut, splitRow} from '../table/split-row.ts'
import type {BodyNode, NewKey, TextBlock} from '../table/types.ts'
import {mergeBlocks} from './merge.ts'

type Snapshot = EditorSnapshot

/** The actions of a shortcut; undefined if it does nothing here and the editor should handle the key. */
type Change = (snapshot: Snapshot) => BehaviorAction[] | undefined

const on = (shortcut: Shortcut, change: Change): Behavior =>
  defineBehavior({
    on: 'keyboard.keydown',
    guard: ({snapshot, event}) => {
      const actions = isPressed(shortcut, event.originEvent) ? change(snapshot) : undefined
      return actions ? {actions} : false
    },
    actions: [(_, {actions}) => actions],
  })

/** The top-level blocks that the selection touches, in order. */
function blocksIn(snapshot: Snapshot): BodyNode[] {
  const body = snapshot.context.value as BodyNode[]
  const {selection} = snapshot.context
  if (!selection) return []
  const keys = [selection.anchor, selection.focus].map(({path: [step]}) =>
    typeof step === 'object' && '_key' in step ? step._key : undefined,
  )
  const ends = keys.map((key) => body.findIndex(({_key}) => _key === key))
  const [from, to] = [Math.min(...ends), Math.max(...ends)]
  return from < 0 ? [] : body.slice(from, to + 1)
}

const isText = (block: BodyNode): block is TextBlock => block._type === 'block'

/** The selected blocks if all of them are text, otherwise none. */
function textsIn(snapshot: Snapshot): TextBlock[] {
  const blocks = blocksIn(snapshot)
  return blocks.every(isText) ? blocks : []
}

const unset = ({_key}: BodyNode): BehaviorAction => raise({type: 'unset', at: [{_key}]})
const put = (block: BodyNode): BehaviorAction =>
  raise({type: 'set', at: [{_key: block._key}], value: block as never})

/** Moves the selected blocks by moving the neighbour that they pass to their other side. */
const move =
  (up: boolean): Change =>
  (snapshot) => {
    const body = snapshot.context.value as BodyNode[]
    const blocks = blocksIn(snapshot)
    const [first, last] = [blocks[0], blocks.at(-1)]
    if (!first || !last) return undefined
    const passed = up ? body[body.indexOf(first) - 1] : body[body.indexOf(last) + 1]
    if (!passed) return []
    const to = up ? last : first
    return [raise({type: 'move.block', at: [{_key: passed._key}], to: [{_key: to._key}]})]
  }

const style =
  (name: string): Change =>
  (snapshot) =>
    tableIn(snapshot) || !getFocusBlock(snapshot)
      ? undefined
      : // A heading is not a list item.
        [
          ...getSelectedBlocks(snapshot).map(({path}) =>
            raise({type: 'block.unset', at: path, props: ['listItem', 'level']}),
          ),
          raise({type: 'style.add', style: name}),
        ]

const list =
  (name: string): Change =>
  (snapshot) =>
    getFocusBlock(snapshot) ? [raise({type: 'list item.toggle', listItem: name})] : undefined

/** Merges the selected blocks, or the block with the caret and the one above it. */
const merge: Change = (snapshot) => {
  const selected = textsIn(snapshot)
  const body = snapshot.context.value as BodyNode[]
  const [only] = selected
  const above = only && body[body.indexOf(only) - 1]
  const blocks = selected.length === 1 && above && isText(above) ? [above, ...selected] : selected
  const [first, ...rest] = blocks
  if (!first || rest.length === 0 || tableIn(snapshot)) return undefined
  const end = (first.children ?? []).at(-1)
  const caret = end && {
    path: [{_key: first._key}, 'children', {_key: end._key}],
    offset: end.text?.length ?? 0,
  }
  return [
    put(mergeBlocks([first, ...rest])),
    ...rest.map(unset),
    ...(caret ? [raise({type: 'select', at: {anchor: caret, focus: caret}})] : []),
  ]
}

const makeTable =
  (newKey: NewKey): Change =>
  (snapshot) => {
    const [first, ...rest] = textsIn(snapshot)
    if (!first || tableIn(snapshot)) return undefined
    const table = {...linesToTable([first, ...rest], newKey), _key: newKey()}
    return [
      raise({type: 'insert', at: [{_key: first._key}], value: table as never, position: 'before'}),
      ...[first, ...rest].map(unset),
      ...selectCell(table, 0, 0),
    ]
  }

const splitAtCaret =
  (newKey: NewKey): Change =>
  (snapshot) => {
    const found = tableIn(snapshot)
    if (!found) return undefined
    const next = splitRow(found.table, found.caret, newKey)
    return [...changeTable(found.table, next), ...selectCell(next, found.caret.row + 1, 0)]
  }

const moveOut =
  (newKey: NewKey): Change =>
  (snapshot) => {
    const found = tableIn(snapshot)
    if (!found) return undefined
    const {table, text} = moveTextOut(found.table, found.caret, newKey)
    return [
      ...changeTable(found.table, table),
      ...text
        .toReversed()
        .map((block) =>
          raise({type: 'insert', at: [{_key: table._key}], value: block as never, position: 'after'}),
        ),
    ]
  }

/** All shortcuts that correct blocks. */
export const correctingBehaviors = (newKey: NewKey): Behavior[] => [
  on(SHORTCUTS.moveUp, move(true)),
  on(SHORTCUTS.moveDown, move(false)),
  on(SHORTCUTS.normal, style('normal')),
  on(SHORTCUTS.h2, style('h2')),
  on(SHORTCUTS.h3, style('h3')),
  on(SHORTCUTS.h4, style('h4')),
  on(SHORTCUTS.numbered, list('number')),
  on(SHORTCUTS.bulleted, list('bullet')),
  on(SHORTCUTS.merge, merge),
  on(SHORTCUTS.table, makeTable(newKey)),
  on(SHORTCUTS.splitRow, splitAtCaret(newKey)),
  on(SHORTCUTS.moveTextOut, moveOut(newKey)),
]
