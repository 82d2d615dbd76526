import {Box, Button, Card, Flex, Heading, Text} from '@sanity/ui'
import {useCallback, useMemo, useState} from 'react'
import {useRouter} from 'sanity/router'
import {STATUS_TITLES} from '../../../schemas/titles.ts'
import {useSimilarCounts} from '../duplicates/use-similar-counts.ts'
import {BulkBar} from './bulk-bar.tsx'
import {FilterBar} from './filter-bar.tsx'
import {type Filters, filtersOf, isFiltered, paramsOf} from './filters.ts'
import {ListButtons} from './list-buttons.tsx'
import {QueueRows} from './queue-rows.tsx'
import {SelectionFooter} from './selection-footer.tsx'
import {SourceBar} from './source-bar.tsx'
import {useFacets} from './use-facets.ts'
import {type LiveQueue, useQueue} from './use-queue.ts'
import {useRowWindow} from './use-row-window.ts'
import {useSelection} from './use-selection.ts'
import {useSources} from './use-sources.ts'

/** The articles that wait for a decision, the most urgent first, live. Only the visible rows are loaded and drawn. */
export function QueueScreen() {
  const [filters, setFilters] = useFilters()
  const [first, setFirst] = useState(0)
  const queue = useQueue(filters, first)
  const rowWindow = useRowWindow(queue.total, setFirst)
  const visible = rowWindow.items.flatMap(({index}) => queue.rows.get(index) ?? [])
  const selection = useSelection(filters)
  const similar = useSimilarCounts(visible)
  return (
    <Flex direction="column" style={{height: '100%', minHeight: 0}}>
      <Header filters={filters} queue={queue} onChange={setFilters} />
      {selection.ids.size > 0 && (
        <BulkBar selected={[...selection.ids]} status={filters.status} onDone={selection.clear} />
      )}
      {queue.state === 'failed' && <Failed reason={queue.reason} onRetry={queue.retry} />}
      <QueueRows
        queue={queue}
        rowWindow={rowWindow}
        label={STATUS_TITLES[filters.status]}
        isFiltered={isFiltered(filters)}
        selected={selection.ids}
        similar={similar}
        onSelect={selection.select}
      />
      <SelectionFooter
        total={queue.state === 'loading' ? undefined : queue.total}
        visible={visible}
        selection={selection}
      />
    </Flex>
  )
}

/** The filters that the address of the page holds, and a function that changes both. */
function useFilters(): [Filters, (changed: Filters) => void] {
  const router = useRouter()
  const address = JSON.stringify(router.state._searchParams ?? [])
  const filters = useMemo(() => filtersOf(JSON.parse(address)), [address])
  const setFilters = useCallback(
    (changed: Filters) => router.navigate({_searchParams: paramsOf(changed)}, {replace: true}),
    [router],
  )
  return [filters, setFilters]
}

interface HeaderProps {
  filters: Filters
  queue: LiveQueue
  onChange: (filters: Filters) => void
}

function Header({filters, queue, onChange}: HeaderProps) {
  const [isFiltering, setFiltering] = useState(false)
  const counts: Readonly<Record<string, number>> = queue.counts
  const {sources, reason} = useSources(
    filters.status,
    queue.state === 'loaded' ? (counts[filters.status] ?? queue.total) : undefined,
  )
  const facets = useFacets(filters.status, isFiltering)
  return (
    <Card borderBottom padding={4} paddingBottom={3}>
      <Flex direction="column" gap={4}>
        <Flex gap={3} align="center" wrap="wrap">
          <Heading as="h1" size={1}>
            Desk
          </Heading>
          <ListButtons
            current={filters.status}
            counts={queue.state === 'loading' ? undefined : queue.counts}
            onChoose={(status) => onChange({...filters, status})}
          />
          <SourceBar
            sources={sources}
            chosen={filters.source}
            onChoose={(source) => {
              const {source: _, ...rest} = filters
              onChange(source ? {...rest, source} : rest)
            }}
          />
        </Flex>
        {reason && (
          <Text size={1} muted>
            The sources could not be counted: {reason}
          </Text>
        )}
        {/* Filling the menus counts every article of the list, so it waits until an editor is about to use them. */}
        <Box onPointerEnter={() => setFiltering(true)} onFocusCapture={() => setFiltering(true)}>
          <FilterBar filters={filters} facets={facets} sources={sources} onChange={onChange} />
        </Box>
      </Flex>
    </Card>
  )
}

function Failed({reason, onRetry}: {reason: string | undefined; onRetry: () => void}) {
  return (
    <Card tone="critical" padding={4} borderBottom role="alert">
      <Flex gap={3} align="center">
        <Text size={1}>The queue could not be loaded: {reason}</Text>
        <Button mode="ghost" fontSize={1} padding={2} text="Try again" onClick={onRetry} />
      </Flex>
    </Card>
  )
}
