/**
 * Every key that the Studio answers to. Components take their keys from this list and the sheet shows all of it, so a shortcut that is missing
 * from the sheet cannot exist. None is a key of the Studio itself, of its text editor or of a browser.
 */
import type {Section, Shortcut} from './types.ts'

/** Sections of the sheet, in its order. */
export const SECTION_TITLES: Record<Section, string> = {
  article: 'An article',
  desk: 'The desk',
  text: 'The text',
  table: 'A table',
  grid: 'The grid of a long table',
  source: 'The source',
  everywhere: 'Everywhere',
}

/** The shortcuts, in the order of the sheet. Those of one section with the same description share a line. */
export const SHORTCUTS = {
  publish: {section: 'article', keys: 'Ctrl+Alt+P', does: 'Publish'},
  startReview: {section: 'article', keys: 'Ctrl+Alt+A', does: 'Start review'},
  reject: {section: 'article', keys: 'Ctrl+Alt+R', does: 'Reject, with a reason'},
  handOver: {section: 'article', keys: 'Ctrl+Alt+H', does: 'Hand over to a colleague'},
  sendBack: {section: 'article', keys: 'Ctrl+Alt+B', does: 'Send back to the queue'},
  next: {section: 'article', keys: 'Ctrl+Alt+N', does: 'Open the next article in the queue'},

  previousRow: {section: 'desk', keys: '↑', does: 'Previous or next article'},
  nextRow: {section: 'desk', keys: '↓', does: 'Previous or next article'},
  openRow: {section: 'desk', keys: 'Enter', does: 'Open the article'},

  moveUp: {section: 'text', keys: 'Alt+Shift+↑', does: 'Move the block up or down'},
  moveDown: {section: 'text', keys: 'Alt+Shift+↓', does: 'Move the block up or down'},
  normal: {section: 'text', keys: 'Ctrl+Alt+0', does: 'Make it a paragraph'},
  h2: {section: 'text', keys: 'Ctrl+Alt+2', does: 'Make it a heading of level 2, 3 or 4'},
  h3: {section: 'text', keys: 'Ctrl+Alt+3', does: 'Make it a heading of level 2, 3 or 4'},
  h4: {section: 'text', keys: 'Ctrl+Alt+4', does: 'Make it a heading of level 2, 3 or 4'},
  bulleted: {section: 'text', keys: 'Ctrl+Shift+8', does: 'Bulleted list on or off'},
  numbered: {section: 'text', keys: 'Ctrl+Shift+7', does: 'Numbered list on or off'},
  merge: {
    section: 'text',
    keys: 'Ctrl+Alt+M',
    does: 'Merge the selected blocks, or merge with the one above',
  },
  table: {section: 'text', keys: 'Ctrl+Alt+T', does: 'Turn the selected lines into a table'},

  nextCell: {section: 'table', keys: 'Tab', does: 'Next cell; after the last one, a new row'},
  splitRow: {section: 'table', keys: 'Ctrl+Alt+S', does: 'Split the row at the cursor'},
  moveTextOut: {section: 'table', keys: 'Ctrl+Alt+X', does: 'Move text after the cursor out of the table'},

  extendUp: {section: 'grid', keys: 'Shift+↑', does: 'Select several cells'},
  extendDown: {section: 'grid', keys: 'Shift+↓', does: 'Select several cells'},
  extendLeft: {section: 'grid', keys: 'Shift+←', does: 'Select several cells'},
  extendRight: {section: 'grid', keys: 'Shift+→', does: 'Select several cells'},
  clearSelection: {section: 'grid', keys: 'Esc', does: 'Select one cell again'},
  clearCells: {section: 'grid', keys: 'Del', does: 'Clear the selected cells'},
  undo: {section: 'grid', keys: 'Ctrl+Z', does: 'Undo in the grid'},
  redo: {section: 'grid', keys: 'Ctrl+Shift+Z', does: 'Redo in the grid'},

  previousBlock: {section: 'source', keys: '↑', does: 'Previous or next block; the article follows'},
  nextBlock: {section: 'source', keys: '↓', does: 'Previous or next block; the article follows'},
  otherSide: {section: 'source', keys: 'Ctrl+Alt+O', does: 'Switch between the text and the source'},

  storeField: {section: 'everywhere', keys: 'Enter', does: 'Save a one-line field or confirm a dialog'},
  confirm: {section: 'everywhere', keys: 'Ctrl+Enter', does: 'Confirm a dialog while typing in it'},
  help: {section: 'everywhere', keys: '?', does: 'Show this list, unless you are typing'},
} as const satisfies Record<string, Shortcut>
