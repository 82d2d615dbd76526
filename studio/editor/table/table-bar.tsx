import {type EditorSelection, useEditor, useEditorSelector} from '@portabletext/editor'
import {Box, Button, Flex, TextInput} from '@sanity/ui'
import {type SyntheticEvent, useEffect, useState} from 'react'
import {tableChange} from './behaviors.ts'
import {type Point, startOfCell, tableAt} from './caret.ts'
import {type Choice, COLUMN_CHOICES, type Place, ROW_CHOICES} from './changes.ts'
import {ChoicesMenu} from './choices-menu.tsx'
import {newKey} from './new-key.ts'
import {TableMenu} from './table-menu.tsx'
import type {TableNode} from './types.ts'

/** Keys, pastes and drags in the bar are the bar's: the editor round it would take them for its own. */
const OWN = {
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

const samePlace = (a: Place | undefined, b: Place | undefined): boolean =>
  a?.row === b?.row && a?.column === b?.column

/**
 * Over a table: its caption, which rows and columns are headers, and what can be done where the caret is or to all of it.
 *
 * @param props.inGrid rows and columns are changed in the table's own grid
 */
export function TableBar(props: {table: TableNode; readOnly: boolean; inGrid?: boolean}) {
  const {table, readOnly, inGrid = false} = props
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
  const lastRow = table.rows.length - 1
  const lastColumn = (table.rows[lastRow]?.cells.length ?? 1) - 1

  const choose = ({change, next}: Choice) => {
    if (!place) return
    const changed = change(table, place, newKey)
    if (!changed) {
      remove()
      return
    }
    editor.send(tableChange({before: table, after: changed}))
    const {row, column} = next?.(place) ?? place
    select(
      startOfCell(
        changed,
        Math.min(row, changed.rows.length - 1),
        Math.min(column, (changed.rows[0]?.cells.length ?? 1) - 1),
      ),
    )
  }

  return (
    <Flex align="center" gap={1} wrap="wrap" {...OWN}>
      <Box flex={1} style={{minWidth: '12em'}}>
        <Caption
          value={table.caption ?? ''}
          readOnly={readOnly}
          onChange={(caption) =>
            editor.send(
              caption === ''
                ? {type: 'block.unset', at, props: ['caption']}
                : {type: 'block.set', at, props: {caption}},
            )
          }
        />
      </Box>
      {!readOnly && (
        <>
          <Headers
            text="Header row"
            count={table.headerRows ?? 0}
            onChange={(headerRows) => editor.send({type: 'block.set', at, props: {headerRows}})}
          />
          <Headers
            text="Header column"
            count={table.headerColumns ?? 0}
            onChange={(headerColumns) => editor.send({type: 'block.set', at, props: {headerColumns}})}
          />
          {!inGrid && (
            <>
              <ChoicesMenu text="Row" choices={ROW_CHOICES} table={table} place={place} onChoose={choose} />
              <ChoicesMenu
                text="Column"
                choices={COLUMN_CHOICES}
                table={table}
                place={place}
                onChoose={choose}
              />
            </>
          )}
          <TableMenu
            onSelect={
              inGrid
                ? undefined
                : () => select(startOfCell(table, 0, 0), startOfCell(table, lastRow, lastColumn))
            }
            onDelete={remove}
          />
        </>
      )}
    </Flex>
  )
}

/** Stored when the field is left or Enter pressed, so that one undo takes all of it back. */
function Caption(props: {value: string; readOnly: boolean; onChange: (caption: string) => void}) {
  const {value, readOnly, onChange} = props
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const store = () => {
    const caption = typed.trim()
    if (caption !== value) onChange(caption)
  }
  return (
    <TextInput
      aria-label="Caption of the table"
      placeholder="Caption of the table"
      border={false}
      fontSize={1}
      padding={2}
      readOnly={readOnly}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={store}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') store()
      }}
    />
  )
}

function Headers(props: {text: string; count: number; onChange: (count: number) => void}) {
  const {text, count, onChange} = props
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
