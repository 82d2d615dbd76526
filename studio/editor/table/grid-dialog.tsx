import 'react-data-grid/lib/styles.css'
import {Box, Button, Card, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {type ClipboardEvent, useMemo, useReducer, useRef, useState} from 'react'
import {DataGrid, type DataGridHandle} from 'react-data-grid'
import {useColorSchemeValue} from 'sanity'
import {styled} from 'styled-components'
import {type Choice, COLUMN_CHOICES, type Place, ROW_CHOICES} from './changes.ts'
import {ChoicesMenu} from './choices-menu.tsx'
import {readHtmlTable, writeHtmlTable} from './clipboard/html.ts'
import {isTsv, readTsv, writeTsv} from './clipboard/tsv.ts'
import {CopyButton} from './copy-button.tsx'
import {pasted, typedInto, widthOf} from './grid.ts'
import {columnsOf, lineOf} from './grid-columns.tsx'
import {after, begun, redone, undone} from './history.ts'
import {newKey} from './new-key.ts'
import {cellsIn, emptied, headersIn, rangeOf} from './range.ts'
import {cellOf, textOfCell} from './text.ts'
import type {Cell, TableNode} from './types.ts'
import {useRange} from './use-range.ts'

interface Props {
  table: TableNode
  readOnly: boolean
  onClose: () => void
  /** `before`: the table as it was when the grid was opened. */
  onChange: (before: TableNode, after: TableNode) => void
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
  const {place, range, activate, reachTo, stepTo} = useRange()
  const grid = useRef<DataGridHandle>(null)
  const scheme = useColorSchemeValue()
  const table = history.now
  const isChanged = history.past.length > 0
  const width = widthOf(table)

  const rows = useMemo(() => table.rows.map(({_key, cells}) => lineOf(_key, cells)), [table.rows])
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
              onActivePositionChange={({rowIdx, column}) =>
                activate(column && rowIdx >= 0 ? placeOf(rowIdx, column.idx) : undefined)
              }
              onCellMouseDown={({rowIdx, column}, event) => {
                const isReaching = event.shiftKey && place !== undefined
                reachTo(isReaching ? placeOf(rowIdx, column.idx) : undefined)
                if (!isReaching) return
                event.preventGridDefault()
                event.preventDefault()
              }}
              onCellKeyDown={({mode}, event) => {
                if (mode !== 'ACTIVE' || !place) return
                const next = event.shiftKey
                  ? stepTo(event.key, {rows: rows.length, columns: width})
                  : undefined
                if (next) {
                  event.preventGridDefault()
                  event.preventDefault()
                  reachTo(next)
                } else if (event.key === 'Delete' && !readOnly) {
                  event.preventGridDefault()
                  change(emptied(table, range ?? rangeOf(place, place), newKey))
                } else if (event.key === 'Escape' && range) {
                  // The grid would be closed by it.
                  event.stopPropagation()
                  reachTo(undefined)
                }
              }}
              onRowsChange={(lines, {indexes, column}) => {
                const [row] = indexes
                const text = row === undefined ? undefined : lines[row]?.[column.key]
                if (row !== undefined && text !== undefined)
                  change(typedInto(table, placeOf(row, column.idx), text, newKey))
              }}
              onCellPaste={({row, column}, event) => {
                if (!readOnly) paste(event, placeOf(rows.indexOf(row), column.idx))
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

/** The first column of the grid holds the numbers of the rows. */
const placeOf = (row: number, index: number): Place => ({row, column: Math.max(0, index - 1)})

type Step = {type: 'change'; next: TableNode} | {type: 'undo' | 'redo'}

function reduce(history: ReturnType<typeof begun<TableNode>>, step: Step) {
  if (step.type === 'change') return after(history, step.next)
  return step.type === 'undo' ? undone(history) : redone(history)
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
