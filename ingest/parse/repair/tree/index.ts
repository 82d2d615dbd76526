/**
 * Repair of structure: hast in, hast out.
 *
 * An ordered preset: each rule is one file with one job and can be read alone. Comments say where the order matters.
 */
import type {Root} from 'hast'
import type {VFile} from 'vfile'
import {createReport} from '../../findings/messages.ts'
import type {Report} from '../../findings/report.ts'
import {markInferred} from './lib/inferred-paragraphs.ts'
import {closeLists} from './rules/end-tags/close-lists.ts'
import {closeTables} from './rules/end-tags/close-tables.ts'
import {restoreCells} from './rules/end-tags/restore-cells.ts'
import {breakParagraphs} from './rules/flow/break-paragraphs.ts'
import {flattenFlow} from './rules/flow/flatten-flow.ts'
import {readPreformatted} from './rules/flow/read-preformatted.ts'
import {dropHidden} from './rules/hints/drop-hidden.ts'
import {dropReferences} from './rules/hints/drop-references.ts'
import {styleHeadings} from './rules/hints/style-headings.ts'
import {inferHeadings} from './rules/lines/infer-headings.ts'
import {inferLeadIns} from './rules/lines/infer-lead-ins.ts'
import {splitHeadings} from './rules/lines/split-headings.ts'
import {splitParagraphs} from './rules/lines/split-paragraphs.ts'
import {attachItems} from './rules/lists/attach-items.ts'
import {buildLists} from './rules/lists/build-lists.ts'
import {dropBoilerplate} from './rules/noise/drop-boilerplate.ts'
import {dropDuplicates} from './rules/noise/drop-duplicates.ts'
import {dropFiller} from './rules/noise/drop-filler.ts'
import {dropTeasers} from './rules/noise/drop-teasers.ts'
import {settleSpaces} from './rules/noise/settle-spaces.ts'
import {buildTables} from './rules/tables/build-tables.ts'
import {dropColumnMarks} from './rules/tables/drop-column-marks.ts'
import {foldCells} from './rules/tables/fold-cells.ts'
import {splitCells} from './rules/tables/split-cells.ts'

/** A rule changes the tree in place and reports what it did. */
export type TreeRule = (tree: Root, report: Report) => void

/** All rules, in order. */
export const treeRules: readonly TreeRule[] = [
  // First, so that a word is a word for every rule.
  settleSpaces,
  // While elements still have the classes and roles of the source.
  styleHeadings,
  // While elements still have their ids, and marks are separate from the words beside them.
  dropHidden,
  dropReferences,
  // Before tables are closed: text before a table that belongs to one of its rows is not its tail.
  restoreCells,
  // Text swallowed for want of an end tag comes out first: only then are siblings siblings.
  closeTables,
  closeLists,
  // From here on blocks are siblings, and loose text is in paragraphs.
  flattenFlow,
  // Lines that only the width of a page separates are joined first.
  readPreformatted,
  breakParagraphs,
  buildTables,
  // After rows, which are recognizable by themselves: a lone cell is recognized only by the cells around it. Before
  // lists and headings.
  foldCells,
  // After tables are built: only then does a row lack a cell.
  splitCells,
  // After tables: the end of a cell is a remnant only once the rows are known.
  dropColumnMarks,
  // After tables, whose rules look like filler; before lists, since a row of hyphens looks like an item.
  dropFiller,
  buildLists,
  // After lists are built, so that an item finds the list before it; after filler, which may be in between.
  attachItems,
  // Before headings are split off: one may begin a paragraph that ran into another.
  splitParagraphs,
  // Before anything is dropped: a copy, or a line of the site, may be joined to the text after it.
  splitHeadings,
  dropBoilerplate,
  dropTeasers,
  inferLeadIns,
  // Whether a line is a heading depends on its surroundings, once everything else is in place.
  inferHeadings,
  // After lists: a copy of a list’s last item is a list of its own, and equals the original only as an item. After
  // headings, which may be repeated where a paragraph may not.
  dropDuplicates,
]

/** Repair the structure of a fragment that is only the article. `source` is the decoded, unrepaired text. */
export function repairTree(tree: Root, report: Report, source: string): void {
  // Only the source distinguishes a line from the author’s paragraph.
  markInferred(tree, source)
  for (const rule of treeRules) rule(tree, report)
}

/** Create the same as a unified transform, which reports findings as messages of the file. */
export default function repairTreePlugin(): (tree: Root, file: VFile) => void {
  return (tree, file) => repairTree(tree, createReport(file), String(file.value))
}
