import type {ShownCell, ShownTable} from '../../body.ts'
import {text as wordsOf} from '../block/text.ts'

/** The caption, then each row on a line of its own, with tabs between its cells. */
export function text({caption, rows}: ShownTable): string {
  return [caption, ...rows.map((cells) => cells.map(cellText).join('\t'))].filter(Boolean).join('\n')
}

/** A cell is one line, so that each row is one line too. */
function cellText(cell: ShownCell): string {
  return cell.map(wordsOf).join(' ').replace(/\s+/g, ' ').trim()
}
