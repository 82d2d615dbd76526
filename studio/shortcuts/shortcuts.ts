import {CHORDS} from './chords.ts'

/** Keys of the desk's actions, as the Studio's actions take them. None is one of the Studio's, the text editor's or a browser's own. */
export const SHORTCUTS = {
  publish: 'Ctrl+Alt+P',
  startReview: 'Ctrl+Alt+A',
  reject: 'Ctrl+Alt+R',
  sendBack: 'Ctrl+Alt+B',
  handOver: 'Ctrl+Alt+H',
  next: 'Ctrl+Alt+N',
} as const

/** From one side of the workbench to the other. */
const OTHER_SIDE = 'Ctrl+Alt+O'

interface Keys {
  keys: readonly string[]
  does: string
}

const keysOf = (shortcut: string): string[] => shortcut.split('+')

/** What the sheet lists, in its order. */
export const SHEET: readonly {title: string; keys: readonly Keys[]}[] = [
  {
    title: 'An article',
    keys: [
      {keys: keysOf(SHORTCUTS.publish), does: 'Publish'},
      {keys: keysOf(SHORTCUTS.startReview), does: 'Start review: take it'},
      {keys: keysOf(SHORTCUTS.reject), does: 'Reject, with a reason'},
      {keys: keysOf(SHORTCUTS.handOver), does: 'Hand over to a colleague'},
      {keys: keysOf(SHORTCUTS.sendBack), does: 'Send back to the queue'},
      {keys: keysOf(SHORTCUTS.next), does: 'Next in the queue'},
    ],
  },
  {
    title: 'The desk',
    keys: [
      {keys: ['↑', '↓'], does: 'From title to title'},
      {keys: ['Enter'], does: 'Open'},
    ],
  },
  {
    title: 'The text',
    keys: [
      {keys: CHORDS.moveUp.keys, does: 'Move the block up'},
      {keys: CHORDS.moveDown.keys, does: 'Move the block down'},
      {keys: CHORDS.normal.keys, does: 'Make it a paragraph'},
      {keys: [...CHORDS.h2.keys.slice(0, -1), '2 to 4'], does: 'Make it a heading of that level'},
      {keys: CHORDS.bulleted.keys, does: 'Item of a bulleted list, and back'},
      {keys: CHORDS.numbered.keys, does: 'Item of a numbered list, and back'},
      {keys: CHORDS.merge.keys, does: 'Merge the selected blocks, or with the one above'},
      {keys: CHORDS.table.keys, does: 'Make the selected lines a table'},
    ],
  },
  {
    title: 'A table',
    keys: [
      {keys: ['Tab'], does: 'Next cell; after the last, a new row'},
      {keys: CHORDS.splitRow.keys, does: 'Part the row at the caret'},
      {keys: CHORDS.restToText.keys, does: 'What follows the caret leaves the table'},
    ],
  },
  {
    title: 'The source',
    keys: [
      {keys: ['↑', '↓'], does: 'From block to block; the article follows'},
      {keys: keysOf(OTHER_SIDE), does: 'From the text to the source, and back'},
    ],
  },
  {title: 'Everywhere', keys: [{keys: ['?'], does: 'This list, unless you are typing'}]},
]
