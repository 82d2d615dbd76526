/**
 * Repair of structure: hast in, hast out.
 *
 * An ordered preset: each rule is one file with one job, and can be read alone. The order matters where a comment says so.
 */
import type {Root} from 'hast'
import type {VFile} from 'vfile'
import {createReport} from '../../findings/messages.ts'
import type {Report} from '../../findings/report.ts'
import {attachItems} from './attach-items.ts'
import {tellLines} from './bare.ts'
import {breakParagraphs} from './break-paragraphs.ts'
import {buildLists} from './build-lists.ts'
import {buildTables} from './build-tables.ts'
import {closeLists} from './close-lists.ts'
import {closeTables} from './close-tables.ts'
import {dropBoilerplate} from './drop-boilerplate.ts'
import {dropColumnMarks} from './drop-column-marks.ts'
import {dropDuplicates} from './drop-duplicates.ts'
import {dropFiller} from './drop-filler.ts'
import {dropHidden} from './drop-hidden.ts'
import {dropReferences} from './drop-references.ts'
import {dropTeasers} from './drop-teasers.ts'
import {flattenFlow} from './flatten-flow.ts'
import {foldCells} from './fold-cells.ts'
import {inferHeadings} from './infer-headings.ts'
import {inferLeadIns} from './infer-lead-ins.ts'
import {readPreformatted} from './read-preformatted.ts'
import {restoreCells} from './restore-cells.ts'
import {splitCells} from './split-cells.ts'
import {splitHeadings} from './split-headings.ts'
import {splitParagraphs} from './split-paragraphs.ts'
import {styleHeadings} from './style-headings.ts'

/** A rule changes the tree in place and reports what it did. */
export type TreeRule = (tree: Root, report: Report) => void

export const treeRules: readonly TreeRule[] = [
  // While elements still have the classes and roles of the source.
  styleHeadings,
  // While elements still have their ids, and marks stand apart from the words they are glued to.
  dropHidden,
  dropReferences,
  // Before tables are closed: what stands before a table but belongs to one of its rows is no tail.
  restoreCells,
  // What a missing end tag swallowed comes out first: only then are siblings siblings.
  closeTables,
  closeLists,
  // From here on blocks stand side by side, and loose text is in paragraphs.
  flattenFlow,
  // Lines that only the width of a page parts are read together first.
  readPreformatted,
  breakParagraphs,
  buildTables,
  // After rows, which show themselves: a cell alone is told only by the cells round it. Before lists and headings.
  foldCells,
  // After tables are built: only then does a row lack a cell.
  splitCells,
  // After tables: what closed a cell is debris only once the rows are known.
  dropColumnMarks,
  // After tables, whose rules look like filler; before lists, since a row of hyphens looks like an item.
  dropFiller,
  buildLists,
  // After lists are built, so that an item finds the list before it; after filler, which may stand between.
  attachItems,
  // Before headings are split off: one may begin a paragraph that ran into another.
  splitParagraphs,
  // Before anything is dropped: a copy, or a line of the site, may be glued to what follows it.
  splitHeadings,
  dropBoilerplate,
  dropTeasers,
  inferLeadIns,
  // Whether a line is a heading is read from what stands around it when all else is in place.
  inferHeadings,
  // After lists: a copy of a list's last item stands alone, and only as an item is it equal to the first. After headings,
  // which may rightly come again where a paragraph may not.
  dropDuplicates,
]

/** Repair the structure of a fragment that is nothing but the article. `source` is the decoded, unrepaired text. */
export function repairTree(tree: Root, report: Report, source: string): void {
  // What is a line and what the author's paragraph is only known from the source.
  tellLines(tree, source)
  for (const rule of treeRules) rule(tree, report)
}

/** The same as a unified transform, whose findings are the file's messages. */
export default function repairTreePlugin(): (tree: Root, file: VFile) => void {
  return (tree, file) => repairTree(tree, createReport(file), String(file.value))
}
