import {Box, Button, Card, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {useVirtualizer} from '@tanstack/react-virtual'
import {useCallback, useMemo, useRef, useState} from 'react'
import {useRouter} from 'sanity/router'
import type {ReviewStatus} from '../../../schemas/names.ts'
import {STATUS_TITLES} from '../../../schemas/titles.ts'
import {useAlike} from '../duplicates/use-alike.ts'
import {BulkBar} from './bulk-bar.tsx'
import {FilterBar} from './filter-bar.tsx'
import {type Filters, filtersOf, paramsOf} from './filters.ts'
import {usePresent} from './present.ts'
import {ROW_HEIGHT, Row} from './queue-row.tsx'
import {SourceBar} from './source-bar.tsx'
import {useFacets} from './use-facets.ts'
import {type QueueRow, useQueue} from './use-queue.ts'
import {useSources} from './use-sources.ts'

const LISTS = ['needsReview', 'inReview', 'rejected'] as const

/** What waits, the most urgent first, live; ten thousand rows scroll like ten. */
export function QueueScreen() {
  const router = useRouter()
  const address = JSON.stringify(router.state._searchParams ?? [])
  const filters = useMemo(() => filtersOf(JSON.parse(address)), [address])
  const setFilters = useCallback(
    (changed: Filters) => {
      setChosen(new Set())
      router.navigate({_searchParams: paramsOf(changed)}, {replace: true})
    },
    [router],
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const scroller = useRef<HTMLDivElement>(null)
  const [first, setFirst] = useState(0)
  const queue = useQueue(filters, first)
  const [isFiltering, setFiltering] = useState(false)
  const {sources, reason: uncounted} = useSources(
    filters.status,
    queue.state === 'loaded'
      ? ((queue.waiting as Partial<Record<ReviewStatus, number>>)[filters.status] ?? queue.total)
      : undefined,
  )
  const facets = useFacets(filters.status, isFiltering)
  const present = usePresent()
  const virtual = useVirtualizer({
    count: queue.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    onChange: (instance) => setFirst(instance.range?.startIndex ?? 0),
  })
  const select = useCallback((row: QueueRow, selected: boolean) => {
    setChosen((before) => {
      const after = new Set(before)
      if (selected) after.add(row._id)
      else after.delete(row._id)
      return after
    })
  }, [])
  /** Up and Down go from title to title. */
  const goTo = (place: number) => {
    if (place < 0 || place >= queue.total) return
    virtual.scrollToIndex(place)
    // At once where it is there, so that a second key finds the focus moved; a row out of sight is there after the next frame.
    const title = () => scroller.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)
    const there = title()
    if (there) there.focus()
    else requestAnimationFrame(() => title()?.focus())
  }
  const shown = virtual.getVirtualItems()
  const loaded = shown.flatMap(({index}) => queue.rows.get(index) ?? [])
  const alike = useAlike(loaded)
  const allChosen = loaded.length > 0 && loaded.every(({_id}) => chosen.has(_id))

  return (
    <Flex direction="column" style={{height: '100%', minHeight: 0}}>
      <Card borderBottom={true} padding={4} paddingBottom={3}>
        <Stack gap={4}>
          <Flex gap={3} align="center" wrap="wrap">
            <Heading as="h1" size={1}>
              Desk
            </Heading>
            <Flex gap={1} role="group" aria-label="Lists">
              {LISTS.map((status) => (
                <Button
                  key={status}
                  mode={filters.status === status ? 'default' : 'bleed'}
                  aria-pressed={filters.status === status}
                  fontSize={1}
                  padding={2}
                  text={`${STATUS_TITLES[status]} ${queue.state === 'loading' ? '' : queue.waiting[status].toLocaleString('en-US')}`.trim()}
                  onClick={() => setFilters({...filters, status})}
                />
              ))}
            </Flex>
            <SourceBar
              sources={sources}
              chosen={filters.source}
              onChoose={(source) => {
                const {source: _, ...rest} = filters
                setFilters(source ? {...rest, source} : rest)
              }}
            />
          </Flex>
          {uncounted && (
            <Text size={1} muted={true}>
              The sources could not be counted: {uncounted}
            </Text>
          )}
          {/* What can be chosen is counted over all that waits, so only for somebody who is about to choose. */}
          <Box onPointerEnter={() => setFiltering(true)} onFocusCapture={() => setFiltering(true)}>
            <FilterBar filters={filters} facets={facets} sources={sources} onChange={setFilters} />
          </Box>
        </Stack>
      </Card>
      {chosen.size > 0 && (
        <BulkBar chosen={[...chosen]} status={filters.status} onDone={() => setChosen(new Set())} />
      )}
      {queue.state === 'failed' && (
        <Card tone="critical" padding={4} borderBottom={true} role="alert">
          <Flex gap={3} align="center">
            <Text size={1}>The queue could not be read: {queue.reason}</Text>
            <Button mode="ghost" fontSize={1} padding={2} text="Try again" onClick={queue.retry} />
          </Flex>
        </Card>
      )}
      <Box flex={1} style={{minHeight: 0, position: 'relative'}}>
        <div
          ref={scroller}
          data-testid="queue"
          style={{height: '100%', overflowY: 'auto', contain: 'strict'}}
        >
          {queue.state === 'loading' && (
            <Flex padding={5} justify="center" role="status" aria-label="Loading">
              <Spinner muted={true} />
            </Flex>
          )}
          {queue.state === 'loaded' && queue.total === 0 && (
            <Box padding={6}>
              <Stack gap={3}>
                <Text align="center" weight="medium">
                  {paramsOf({...filters, status: 'needsReview'}).length > 0
                    ? 'No article fits these filters'
                    : 'Nothing waits here'}
                </Text>
                <Text align="center" size={1} muted={true}>
                  New articles appear by themselves.
                </Text>
              </Stack>
            </Box>
          )}
          <ul
            aria-label={STATUS_TITLES[filters.status]}
            style={{
              height: virtual.getTotalSize(),
              position: 'relative',
              margin: 0,
              padding: 0,
              listStyle: 'none',
            }}
          >
            {shown.map(({index, start}) => {
              const row = queue.rows.get(index)
              return (
                <Row
                  key={index}
                  row={row}
                  place={index}
                  total={queue.total}
                  selected={row !== undefined && chosen.has(row._id)}
                  alike={(row && alike.get(row._id)) ?? 0}
                  present={(row && present.get(row.article)) ?? []}
                  onSelect={select}
                  onGoTo={goTo}
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
      <Card borderTop={true} padding={3}>
        <Flex align="center" gap={3}>
          <Button
            mode="bleed"
            fontSize={1}
            padding={2}
            text={allChosen ? 'Select none' : 'Select those in sight'}
            disabled={loaded.length === 0}
            onClick={() =>
              setChosen(allChosen ? new Set() : new Set([...chosen, ...loaded.map(({_id}) => _id)]))
            }
          />
          <Text size={1} muted={true} role="status">
            {queue.state === 'loading'
              ? ''
              : `${queue.total.toLocaleString('en-US')} ${queue.total === 1 ? 'article' : 'articles'}`}
          </Text>
        </Flex>
      </Card>
    </Flex>
  )
}
