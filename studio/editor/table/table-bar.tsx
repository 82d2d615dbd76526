import {type EditorSelection, useEditor, useEditorSelector} from '@portabletext/editor'
import {Box, Button, Flex} from '@sanity/ui'
import type {SyntheticEvent} from 'react'
import {tableChange} from './behaviors.ts'
import {CaptionField} from './caption-field.tsx'
import {type Point, startOfCell, tableAt} from './caret.ts'
import {type Choice, COLUMN_CHOICES, type Place, ROW_CHOICES} from './changes.ts'
import {ChoicesMenu} from './choices-menu.tsx'
import {newKey} from './new-key.ts'
import {TableMenu} from './table-menu.tsx'
import type {TableNode} from './types.ts'

/** Keeps events of the bar from the text editor around it, which would handle them as its own. */
const ISOLATED = {
  onKeyDown: stop,
  onKeyUp: stop,
  onBeforeInput: stop,
  onPaste: stop,
  onCopy: stop,
  onCut: stop,
  onDragStart: stop,
  onMouseDown: stop,
  onClick: stop,
  onFocus: stop,
  onBlur: stop,
}
function stop(event: SyntheticEvent) {
  event.stopPropagation()
}

interface TableBarProps {
  table: TableNode
  readOnly: boolean
  /** Whether rows and columns are edited in a grid instead. */
  inGrid?: boolean
}

/** The bar above a table: its caption, its headers, and menus for the row and column with the cursor and for the whole table. */
export function TableBar({table, readOnly, inGrid = false}: TableBarProps) {
  const {place, select, remove, choose, set, unset} = useTableEditing(table)
  const menu = {table, place, onChoose: choose}
  const lastRow = table.rows.length - 1
  const lastColumn = (table.rows[lastRow]?.cells.length ?? 1) - 1
  const selectAll = () => select(startOfCell(table, 0, 0), startOfCell(table, lastRow, lastColumn))
  return (
    <Flex align="center" gap={1} wrap="wrap" {...ISOLATED}>
      <Box flex={1} style={{minWidth: '12em'}}>
        <CaptionField
          value={table.caption ?? ''}
          readOnly={readOnly}
          onChange={(caption) => (caption === '' ? unset('caption') : set({caption}))}
        />
      </Box>
      {!readOnly && (
        <>
          <HeaderToggle
            text="Header row"
            count={table.headerRows ?? 0}
            onChange={(headerRows) => set({headerRows})}
          />
          <HeaderToggle
            text="Header column"
            count={table.headerColumns ?? 0}
            onChange={(headerColumns) => set({headerColumns})}
          />
          {!inGrid && (
            <>
              <ChoicesMenu text="Row" choices={ROW_CHOICES} {...menu} />
              <ChoicesMenu text="Column" choices={COLUMN_CHOICES} {...menu} />
            </>
          )}
          <TableMenu onSelect={inGrid ? undefined : selectAll} onDelete={remove} />
        </>
      )}
    </Flex>
  )
}

const samePlace = (a: Place | undefined, b: Place | undefined): boolean =>
  a?.row === b?.row && a?.column === b?.column

/** The place of the cursor in a table, and functions that change the table. */
function useTableEditing(table: TableNode) {
  const editor = useEditor()
  const place = useEditorSelector(
    editor,
    ({context: {selection, value}}): Place | undefined => {
      const found = selection ? tableAt(value as {_key: string; _type: string}[], selection.focus) : undefined
      return found?.table._key === table._key ? found.caret : undefined
    },
    samePlace,
  )
  const at = [{_key: table._key}]
  const select = (anchor: Point | undefined, focus = anchor) => {
    if (anchor && focus) editor.send({type: 'select', at: {anchor, focus} as EditorSelection})
    editor.send({type: 'focus'})
  }
  const remove = () => editor.send({type: 'unset', at})
  const choose = ({change, next}: Choice) => {
    if (!place) return
    const changed = change(table, place, newKey)
    if (!changed) return remove()
    editor.send(tableChange({before: table, after: changed}))
    const {row, column} = next?.(place) ?? place
    const [lastRow, lastColumn] = [changed.rows.length - 1, (changed.rows[0]?.cells.length ?? 1) - 1]
    select(startOfCell(changed, Math.min(row, lastRow), Math.min(column, lastColumn)))
  }
  return {
    place,
    select,
    remove,
    choose,
    set: (props: Partial<TableNode>) => editor.send({type: 'block.set', at, props}),
    unset: (field: keyof TableNode) => editor.send({type: 'block.unset', at, props: [field]}),
  }
}

interface HeaderToggleProps {
  text: string
  count: number
  onChange: (count: number) => void
}

function HeaderToggle({text, count, onChange}: HeaderToggleProps) {
  return (
    <Button
      text={count > 1 ? `${text}s: ${count}` : text}
      fontSize={1}
      padding={2}
      mode="bleed"
      selected={count > 0}
      aria-pressed={count > 0}
      onClick={() => onChange(count > 0 ? 0 : 1)}
    />
  )
}
