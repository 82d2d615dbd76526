import {type ContainerRenderProps, useEditor} from '@portabletext/editor'
import {Table} from '@portabletext/plugin-table/ui'
import {Button, Card, Flex, Stack, Text, usePortal} from '@sanity/ui'
import {styled} from 'styled-components'
import {raggedRows} from '../../../schemas/checks/table-grid.ts'
import {tableChange} from './behaviors.ts'
import {squared, widthOf} from './grid.ts'
import {LargeTable} from './large-table.tsx'
import {newKey} from './new-key.ts'
import {TableBar} from './table-bar.tsx'
import type {TableNode} from './types.ts'
import {useTableTokens} from './use-table-tokens.ts'

/** A table with more rows is edited in a separate grid, because the editor draws every cell again after each key. */
const MAX_INLINE_ROWS = 50

const Aligned = styled.div<{$table: string; $columns: readonly string[]; $headers: number}>`
  ${({$columns}) =>
    $columns
      .map((side, column) =>
        side === 'none' ? '' : `& td:nth-child(${column + 1}) { text-align: ${side}; }`,
      )
      .join('')}
  ${({$headers}) =>
    $headers > 0 &&
    `& td:nth-child(-n + ${$headers}) { background-color: var(--pt-plugin-table-header-bg); }
     & td:nth-child(-n + ${$headers}) [data-ui='Text'] { font-weight: 600; }`}
`

/** A table of the body: the bar, and below it the Studio's own grid. */
export function TableFrame(props: ContainerRenderProps) {
  const table = props.node as unknown as TableNode
  return table.rows.length > MAX_INLINE_ROWS ? <LargeTable {...props} /> : <Grid {...props} />
}

/**
 * The bar has the menu. The grid's own menu appears and disappears as the table is scrolled into view and out of it, and an element that is
 * added to the editor just after a click makes the editor restore the previous selection (`validateSelection` in
 * @portabletext/editor), so that the next key is typed in the wrong place.
 */
const noMenu = () => null

function Grid(props: ContainerRenderProps) {
  const table = props.node as unknown as TableNode
  const editor = useEditor()
  const portal = usePortal()
  const tokens = useTableTokens()
  const problems = raggedRows(table)
  return (
    <div data-testid="table-frame">
      <div contentEditable={false}>
        <Stack gap={2}>
          <TableBar table={table} readOnly={props.readOnly} />
          {problems !== true && (
            <Card tone="critical" padding={2} radius={2} data-testid="ragged">
              <Flex align="center" gap={2}>
                <Stack gap={2} flex={1}>
                  {problems.slice(0, 3).map(({message}) => (
                    <Text key={message} size={1}>
                      {message}
                    </Text>
                  ))}
                  {problems.length > 3 && <Text size={1}>And {problems.length - 3} more rows.</Text>}
                </Stack>
                {!props.readOnly && (
                  <Button
                    fontSize={1}
                    padding={2}
                    mode="ghost"
                    text={`Fill up to ${widthOf(table)} cells`}
                    onClick={() => editor.send(tableChange({before: table, after: squared(table, newKey)}))}
                  />
                )}
              </Flex>
            </Card>
          )}
        </Stack>
      </div>
      <Aligned $table={table._key} $columns={table.alignment ?? []} $headers={table.headerColumns ?? 0}>
        <Table {...props} portalElement={portal.element} tokens={tokens} renderMenu={noMenu} />
      </Aligned>
    </div>
  )
}
