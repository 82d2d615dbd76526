import {Box, Stack, Text} from '@sanity/ui'
import {Loading} from '../../shared/states.tsx'
import {usePresent} from './present.ts'
import {ROW_HEIGHT, Row} from './queue-row.tsx'
import type {Queue, QueueRow} from './use-queue.ts'
import type {RowWindow} from './use-row-window.ts'

interface QueueRowsProps {
  queue: Queue
  rowWindow: RowWindow
  /** Name of the list. */
  label: string
  isFiltered: boolean
  /** Ids of the selected reviews. */
  selected: ReadonlySet<string>
  /** How many other articles tell the same story, by id of the review. */
  similar: ReadonlyMap<string, number>
  onSelect: (row: QueueRow, selected: boolean) => void
}

/** The scrolling list of the queue. */
export function QueueRows(props: QueueRowsProps) {
  const {queue, rowWindow, label, isFiltered, selected, similar, onSelect} = props
  const present = usePresent()
  return (
    <Box flex={1} style={{minHeight: 0, position: 'relative'}}>
      <div
        ref={rowWindow.scroller}
        data-testid="queue"
        style={{height: '100%', overflowY: 'auto', contain: 'strict'}}
      >
        {queue.state === 'loading' && <Loading />}
        {queue.state === 'loaded' && queue.total === 0 && <NoRows isFiltered={isFiltered} />}
        <ul
          aria-label={label}
          style={{height: rowWindow.height, position: 'relative', margin: 0, padding: 0, listStyle: 'none'}}
        >
          {rowWindow.items.map(({index, start}) => {
            const row = queue.rows.get(index)
            return (
              <Row
                key={index}
                row={row}
                place={index}
                total={queue.total}
                selected={row !== undefined && selected.has(row._id)}
                similar={(row && similar.get(row._id)) ?? 0}
                present={(row && present.get(row.article)) ?? []}
                onSelect={onSelect}
                onGoTo={rowWindow.goTo}
                style={{
                  position: 'absolute',
                  top: 0,
                  left: 0,
                  right: 0,
                  height: ROW_HEIGHT,
                  transform: `translateY(${start}px)`,
                }}
              />
            )
          })}
        </ul>
      </div>
    </Box>
  )
}

function NoRows({isFiltered}: {isFiltered: boolean}) {
  return (
    <Box padding={6}>
      <Stack gap={3}>
        <Text align="center" weight="medium">
          {isFiltered ? 'No articles match these filters' : 'No articles here'}
        </Text>
        <Text align="center" size={1} muted>
          New articles appear as they arrive.
        </Text>
      </Stack>
    </Box>
  )
}
