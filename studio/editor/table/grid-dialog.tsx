import {Box, Button, Card, Dialog, Flex, Stack, Text} from '@sanity/ui'
import type {KeyboardEvent} from 'react'
import {styled} from 'styled-components'
import {isPressed} from '../../shortcuts/is-pressed.ts'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'
import {COLUMN_CHOICES, ROW_CHOICES} from './changes.ts'
import {ChoicesMenu} from './choices-menu.tsx'
import {CopyButton} from './copy-button.tsx'
import {TableGrid} from './table-grid.tsx'
import type {TableNode} from './types.ts'
import {type GridState, useGrid} from './use-grid.ts'

interface GridDialogProps {
  table: TableNode
  readOnly: boolean
  onClose: () => void
  /** `before`: the table when the grid was opened. */
  onChange: (before: TableNode, after: TableNode) => void
}

/** Shows header rows as the article does, and the numbers of rows as not being part of the table. */
const Look = styled.div`
  & .copydesk-header-row { font-weight: 600; background-color: var(--rdg-header-background-color); }
  & .copydesk-selected { background-color: var(--rdg-row-selected-background-color); }
  & .copydesk-row-number { color: var(--card-muted-fg-color); text-align: end; }
  & .rdg { --rdg-selection-color: var(--card-focus-ring-color); --rdg-font-size: 13px; font-family: inherit; }
`

/** Edits a long table in a grid. The article changes only when the changes are applied, in one step of its history. */
export function GridDialog({table, readOnly, onClose, onChange}: GridDialogProps) {
  const state = useGrid(table, readOnly)
  const apply = () => {
    onChange(state.opened, state.table)
    onClose()
  }
  return (
    <Dialog
      id="table-grid"
      width={3}
      zOffset={2000}
      header={state.table.caption || 'Table'}
      onClose={onClose}
      footer={<Footer state={state} onClose={onClose} onApply={readOnly ? undefined : apply} />}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: handles keys of the grid inside, which has its own roles */}
      <div
        onKeyDown={undoOrRedo(state)}
        onPaste={(event) => event.stopPropagation()}
        onCopy={(event) => event.stopPropagation()}
      >
        <Stack padding={3} gap={3}>
          {!readOnly && <Toolbar state={state} />}
          <Card border radius={2} overflow="hidden" as={Look}>
            <TableGrid state={state} readOnly={readOnly} />
          </Card>
        </Stack>
      </div>
    </Dialog>
  )
}

/** Keeps keys from the text editor around the dialog, and handles those of the grid's history. */
const undoOrRedo = (state: GridState) => (event: KeyboardEvent) => {
  event.stopPropagation()
  if (event.target instanceof HTMLInputElement) return
  const isUndo = isPressed(SHORTCUTS.undo, event)
  if (!isUndo && !isPressed(SHORTCUTS.redo, event)) return
  event.preventDefault()
  if (isUndo) state.undo()
  else state.redo()
}

function Toolbar({state: {table, selection, isChanged, canRedo, undo, redo, choose}}: {state: GridState}) {
  const menu = {table, place: selection.place, onChoose: choose}
  const small = {fontSize: 1, padding: 2, mode: 'bleed'} as const
  return (
    <Flex gap={1} wrap="wrap">
      <ChoicesMenu text="Row" choices={ROW_CHOICES} {...menu} />
      <ChoicesMenu text="Column" choices={COLUMN_CHOICES} {...menu} />
      <Button {...small} text="Undo" disabled={!isChanged} onClick={undo} />
      <Button {...small} text="Redo" disabled={!canRedo} onClick={redo} />
      <CopyButton table={table} />
    </Flex>
  )
}

interface FooterProps {
  state: GridState
  onClose: () => void
  /** Undefined if the table cannot be changed. */
  onApply: (() => void) | undefined
}

function Footer({state: {table, width, isChanged}, onClose, onApply}: FooterProps) {
  return (
    <Flex padding={3} gap={2} justify="flex-end" align="center">
      <Box flex={1}>
        <Text size={1} muted>
          {table.rows.length} rows by {width} columns{isChanged ? ', edited' : ''}
        </Text>
      </Box>
      <Button fontSize={1} mode="ghost" text={isChanged ? 'Discard' : 'Close'} onClick={onClose} />
      {onApply && <Button fontSize={1} text="Apply to the article" disabled={!isChanged} onClick={onApply} />}
    </Flex>
  )
}
