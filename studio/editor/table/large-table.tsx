import type {ContainerRenderProps} from '@portabletext/editor'
import {useEditor} from '@portabletext/editor'
import {ThListIcon} from '@sanity/icons/ThList'
import {Button, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {lazy, Suspense, useState} from 'react'
import {tableChange} from './behaviors.ts'
import {widthOf} from './grid.ts'
import {TableBar} from './table-bar.tsx'
import type {TableNode} from './types.ts'

/** The grid is loaded only when it is opened. */
const GridDialog = lazy(() =>
  import('./grid-dialog.tsx').then(({GridDialog: default_}) => ({default: default_})),
)

/** A table that is too long to be edited in the text, with a button that opens its grid. */
export function LargeTable({attributes, node, readOnly}: ContainerRenderProps) {
  const table = node as unknown as TableNode
  const editor = useEditor()
  const [open, setOpen] = useState(false)
  return (
    <div {...attributes} data-testid="large-table">
      <div contentEditable={false}>
        <Card border radius={2} padding={3} tone="transparent">
          <Stack gap={3}>
            <TableBar table={table} readOnly={readOnly} inGrid />
            <Flex align="center" gap={3}>
              <ThListIcon />
              <Text size={1} muted>
                {table.rows.length} rows by {widthOf(table)} columns. Tables of this size are edited in a
                separate grid.
              </Text>
              <Button fontSize={1} padding={2} text="Open grid" onClick={() => setOpen(true)} />
            </Flex>
          </Stack>
        </Card>
        {open && (
          <Suspense fallback={<Spinner muted />}>
            <GridDialog
              table={table}
              readOnly={readOnly}
              onClose={() => setOpen(false)}
              onChange={(before, after) => editor.send(tableChange({before, after}))}
            />
          </Suspense>
        )}
      </div>
    </div>
  )
}
