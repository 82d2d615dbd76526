import 'react-data-grid/lib/styles.css'
import {Box, Button, Card, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {type ClipboardEvent, useMemo, useReducer, useRef, useState} from 'react'
import {type Column, DataGrid, type DataGridHandle, renderTextEditor} from 'react-data-grid'
import {useColorSchemeValue} from 'sanity'
import {styled} from 'styled-components'
import {type Choice, COLUMN_CHOICES, type Place, ROW_CHOICES} from './changes.ts'
import {ChoicesMenu} from './choices-menu.tsx'
import {readHtmlTable, writeHtmlTable} from './clipboard/html.ts'
import {isTsv, readTsv, writeTsv} from './clipboard/tsv.ts'
import {pasted, widthOf} from './grid.ts'
import {after, begun, redone, undone} from './history.ts'
import {newKey} from './new-key.ts'
import {cellsIn, emptied, headersIn, type Range, rangeOf} from './range.ts'
import {cellOf, retyped, textOfCell} from './text.ts'
import type {Cell, TableNode} from './types.ts'

/** How far each key goes: down, to the right. */
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** A line of the grid: texts of its cells by the number of the column. */
type Line = Readonly<Record<string, string>> & {key: string}

interface Props {
  table: TableNode
  readOnly: boolean
  onClose: () => void
  /** `before`: the table as it was when the grid was opened. */
  onChange: (before: TableNode, after: TableNode) => void
}

/** Names of columns as spreadsheets have them. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** Header rows as the article shows them; numbers of rows as what they are: not of the table. */
const Look = styled.div`
  & .copydesk-header-row { font-weight: 600; background-color: var(--rdg-header-background-color); }
  & .copydesk-chosen { background-color: var(--rdg-row-selected-background-color); }
  & .copydesk-row-number { color: var(--card-muted-fg-color); text-align: end; }
  & .rdg { --rdg-selection-color: var(--card-focus-ring-color); --rdg-font-size: 13px; font-family: inherit; }
`

/** All of a long table, of which only what is seen is drawn. Changes are the article's when they are applied, by one step of its history. */
export function GridDialog({table: given, readOnly, onClose, onChange}: Props) {
  // What others change meanwhile stays theirs: what is applied is the difference from what was opened.
  const [opened] = useState(given)
  const [history, send] = useReducer(reduce, opened, begun<TableNode>)
  const [place, setPlace] = useState<Place>()
  /** The corner of the selected cells that is across from the active one. */
  const [reach, setReach] = useState<Place>()
  const grid = useRef<DataGridHandle>(null)
  const scheme = useColorSchemeValue()
  const table = history.now
  const isChanged = history.past.length > 0
  const width = widthOf(table)

  const rows = useMemo(() => table.rows.map(({_key, cells}) => lineOf(_key, cells)), [table.rows])
  const range = useMemo(() => (place && reach ? rangeOf(place, reach) : undefined), [place, reach])
  const columns = useMemo(() => columnsOf(width, table, !readOnly, range), [width, table, readOnly, range])
  const change = (next: TableNode) => send({type: 'change', next})

  const choose = ({change: apply, next}: Choice) => {
    if (!place) return
    const changed = apply(table, place, newKey)
    // The last row or column stays: a table without any is deleted in the text.
    if (!changed) return
    change(changed)
    const to = next?.(place) ?? place
    grid.current?.setActivePosition({rowIdx: Math.min(to.row, changed.rows.length - 1), idx: to.column + 1})
  }

  const paste = (event: ClipboardEvent<HTMLElement>, at: Place): void => {
    const cells = cellsOn(event.clipboardData)
    if (!cells) return
    event.preventDefault()
    change(pasted(table, at, cells, newKey))
  }

  return (
    <Dialog
      id="table-grid"
      width={3}
      zOffset={2000}
      header={table.caption || 'Table'}
      onClose={onClose}
      footer={
        <Flex padding={3} gap={2} justify="flex-end" align="center">
          <Box flex={1}>
            <Text size={1} muted>
              {table.rows.length} rows by {width} columns{isChanged ? ', changed' : ''}
            </Text>
          </Box>
          <Button fontSize={1} mode="ghost" text={isChanged ? 'Discard' : 'Close'} onClick={onClose} />
          {!readOnly && (
            <Button
              fontSize={1}
              text="Apply to the article"
              disabled={!isChanged}
              onClick={() => {
                onChange(opened, table)
                onClose()
              }}
            />
          )}
        </Flex>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the grid in it, which has its own roles */}
      <div
        onKeyDown={(event) => {
          event.stopPropagation()
          const isUndo = (event.ctrlKey || event.metaKey) && event.code === 'KeyZ'
          if (!isUndo || event.target instanceof HTMLInputElement) return
          event.preventDefault()
          send({type: event.shiftKey ? 'redo' : 'undo'})
        }}
        onPaste={(event) => event.stopPropagation()}
        onCopy={(event) => event.stopPropagation()}
      >
        <Stack padding={3} gap={3}>
          {!readOnly && (
            <Flex gap={1} wrap="wrap">
              <ChoicesMenu text="Row" choices={ROW_CHOICES} table={table} place={place} onChoose={choose} />
              <ChoicesMenu
                text="Column"
                choices={COLUMN_CHOICES}
                table={table}
                place={place}
                onChoose={choose}
              />
              <Button
                fontSize={1}
                padding={2}
                mode="bleed"
                text="Undo"
                disabled={!isChanged}
                onClick={() => send({type: 'undo'})}
              />
              <Button
                fontSize={1}
                padding={2}
                mode="bleed"
                text="Redo"
                disabled={history.future.length === 0}
                onClick={() => send({type: 'redo'})}
              />
              <CopyButton table={table} />
            </Flex>
          )}
          <Card border radius={2} overflow="hidden" as={Look}>
            <DataGrid
              ref={grid}
              aria-label={table.caption || 'Table'}
              className={scheme === 'dark' ? 'rdg-dark' : 'rdg-light'}
              style={{blockSize: 'min(60vh, 640px)'}}
              columns={columns}
              rows={rows}
              rowKeyGetter={({key}) => key}
              rowClass={(_, row) => (row < table.headerRows ? 'copydesk-header-row' : undefined)}
              onActivePositionChange={({rowIdx, column}) => {
                setReach(undefined)
                setPlace(
                  column && rowIdx >= 0 ? {row: rowIdx, column: Math.max(0, column.idx - 1)} : undefined,
                )
              }}
              onCellMouseDown={({rowIdx, column}, event) => {
                if (!event.shiftKey || !place) {
                  setReach(undefined)
                  return
                }
                event.preventGridDefault()
                event.preventDefault()
                setReach({row: rowIdx, column: Math.max(0, column.idx - 1)})
              }}
              onCellKeyDown={({mode}, event) => {
                if (mode !== 'ACTIVE' || !place) return
                const [down, right] = ARROWS[event.key] ?? [0, 0]
                if (event.shiftKey && (down !== 0 || right !== 0)) {
                  event.preventGridDefault()
                  event.preventDefault()
                  const from = reach ?? place
                  setReach({
                    row: Math.min(table.rows.length - 1, Math.max(0, from.row + down)),
                    column: Math.min(width - 1, Math.max(0, from.column + right)),
                  })
                } else if (event.key === 'Delete' && range && !readOnly) {
                  event.preventGridDefault()
                  change(emptied(table, range, newKey))
                } else if (event.key === 'Escape' && reach) {
                  event.stopPropagation()
                  setReach(undefined)
                }
              }}
              onRowsChange={(lines, {indexes, column}) => {
                const [row] = indexes
                const text = row === undefined ? undefined : lines[row]?.[column.key]
                if (row !== undefined && text !== undefined)
                  change(withCell(table, row, column.idx - 1, text))
              }}
              onCellPaste={({row, column}, event) => {
                if (!readOnly) paste(event, {row: rows.indexOf(row), column: Math.max(0, column.idx - 1)})
                return row
              }}
              onCellCopy={({row, column}, event) => {
                event.preventDefault()
                if (!range) {
                  event.clipboardData.setData('text/plain', row[column.key] ?? '')
                  return
                }
                const cells = cellsIn(table, range)
                event.clipboardData.setData('text/plain', writeTsv(cells.map((line) => line.map(textOfCell))))
                event.clipboardData.setData('text/html', writeHtmlTable(cells, headersIn(table, range)))
              }}
            />
          </Card>
        </Stack>
      </div>
    </Dialog>
  )
}

type Step = {type: 'change'; next: TableNode} | {type: 'undo' | 'redo'}

function reduce(history: ReturnType<typeof begun<TableNode>>, step: Step) {
  if (step.type === 'change') return after(history, step.next)
  return step.type === 'undo' ? undone(history) : redone(history)
}

function lineOf(key: string, cells: readonly Cell[]): Line {
  const texts = Object.fromEntries(cells.map((cell, column) => [`c${column}`, textOfCell(cell)]))
  return {...texts, key}
}

function columnsOf(
  width: number,
  table: TableNode,
  editable: boolean,
  range: Range | undefined,
): Column<Line>[] {
  const chosen = range && new Set(table.rows.slice(range.top, range.bottom + 1).map(({_key}) => _key))
  const {headerColumns = 0, alignment = []} = table
  return [
    {
      key: 'number',
      name: '',
      width: 52,
      frozen: true,
      cellClass: 'copydesk-row-number',
      renderCell: ({rowIdx}) => rowIdx + 1,
    },
    ...Array.from({length: width}, (_, column): Column<Line> => {
      const side = alignment[column] ?? 'none'
      return {
        key: `c${column}`,
        name: columnName(column),
        minWidth: 90,
        resizable: true,
        editable,
        frozen: column < headerColumns,
        ...(range && column >= range.left && column <= range.right
          ? {cellClass: ({key}: Line) => (chosen?.has(key) ? 'copydesk-chosen' : undefined)}
          : {}),
        renderCell: ({row, column: {key}}) =>
          side === 'none' ? (row[key] ?? '') : <div style={{textAlign: side}}>{row[key] ?? ''}</div>,
        ...(editable ? {renderEditCell: renderTextEditor} : {}),
      }
    }),
  ]
}

function withCell(table: TableNode, row: number, column: number, text: string): TableNode {
  const line = table.rows[row]
  const cell = line?.cells[column]
  if (!line) return table
  const next = cell ? retyped(cell, text, newKey) : cellOf(text, newKey)
  const cells = [...line.cells]
  while (cells.length < column) cells.push(cellOf('', newKey))
  cells[column] = next
  return {...table, rows: table.rows.with(row, {...line, cells})}
}

/** Cells on the clipboard; undefined where there is one at most, which is text. */
function cellsOn(data: DataTransfer): Cell[][] | undefined {
  const html = data.getData('text/html')
  const read = html.includes('<t')
    ? readHtmlTable(new DOMParser().parseFromString(html, 'text/html').body, newKey)
    : undefined
  if (read) return read.rows
  const text = data.getData('text/plain')
  if (isTsv(text) || text.includes('\n'))
    return readTsv(text).map((cells) => cells.map((cell) => cellOf(cell, newKey)))
  return text === '' ? undefined : [[cellOf(text, newKey)]]
}

function CopyButton({table}: {table: TableNode}) {
  const [state, setState] = useState<'copied' | 'failed'>()
  const copy = async () => {
    const cells = table.rows.map((row) => row.cells)
    const item = new ClipboardItem({
      'text/plain': new Blob([writeTsv(cells.map((row) => row.map(textOfCell)))], {type: 'text/plain'}),
      'text/html': new Blob([writeHtmlTable(cells, table.headerRows)], {type: 'text/html'}),
    })
    try {
      await navigator.clipboard.write([item])
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  const text =
    state === 'copied' ? 'Copied' : state === 'failed' ? 'The browser does not allow it' : 'Copy the table'
  return <Button fontSize={1} padding={2} mode="bleed" text={text} onClick={copy} />
}
