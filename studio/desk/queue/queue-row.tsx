import {Badge, Card, Checkbox, Flex, Stack, Text} from '@sanity/ui'
import type {CSSProperties, KeyboardEvent} from 'react'
import {UserAvatar, useTimeAgo} from 'sanity'
import {IntentLink} from 'sanity/router'
import {findingKindOf, findingTitleOf} from '../../../schemas/findings.ts'
import {counted, SEVERITY_LOOK} from '../../review/severity-look.ts'
import type {Present} from './present.ts'
import type {QueueRow} from './use-queue.ts'

/** In pixels; rows are placed by it. */
export const ROW_HEIGHT = 64

interface RowProps {
  row: QueueRow | undefined
  place: number
  total: number
  style: CSSProperties
  selected: boolean
  /** Other articles that tell the same story. */
  alike: number
  /** Who has the article open. */
  present: readonly Present[]
  onSelect: (row: QueueRow, selected: boolean) => void
  /** Moves the focus to the title at a place. */
  onGoTo: (place: number) => void
}

export function Row({row, place, total, style, selected, alike, present, onSelect, onGoTo}: RowProps) {
  return (
    <li
      aria-setsize={total}
      aria-posinset={place + 1}
      style={style}
      data-testid="queue-row"
      data-review={row?._id}
    >
      {row ? (
        <Loaded
          row={row}
          place={place}
          selected={selected}
          alike={alike}
          present={present}
          onSelect={onSelect}
          onGoTo={onGoTo}
        />
      ) : (
        <Card padding={4} borderBottom={true} style={{height: ROW_HEIGHT}}>
          <Text size={1} muted={true}>
            …
          </Text>
        </Card>
      )}
    </li>
  )
}

function Loaded({
  row,
  place,
  selected,
  alike,
  present,
  onSelect,
  onGoTo,
}: Omit<RowProps, 'row' | 'style' | 'total'> & {row: QueueRow}) {
  const age = useTimeAgo(row._createdAt, {agoSuffix: true})
  const title = row.title || 'Untitled'
  return (
    <Card borderBottom={true} tone={selected ? 'primary' : 'default'} style={{height: ROW_HEIGHT}}>
      <Flex align="center" gap={3} paddingX={4} style={{height: '100%'}}>
        <Checkbox
          aria-label={`Select “${title}”`}
          checked={selected}
          onChange={(event) => onSelect(row, event.currentTarget.checked)}
        />
        <Card
          as={IntentLink}
          intent="edit"
          params={{id: row.article, type: 'article'}}
          data-as="a"
          data-place={place}
          onKeyDown={(event: KeyboardEvent) => {
            const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
            if (step === 0) return
            event.preventDefault()
            onGoTo(place + step)
          }}
          flex={1}
          radius={2}
          padding={2}
          tone="inherit"
          __unstable_focusRing={true}
          style={{minWidth: 0}}
        >
          <Stack gap={2}>
            <Text size={1} weight="medium" textOverflow="ellipsis">
              {title}
            </Text>
            <Text size={1} muted={true} textOverflow="ellipsis">
              {[row.sourceName, row.language, age].filter(Boolean).join(' · ')}
            </Text>
          </Stack>
        </Card>
        <Flex gap={1} align="center">
          {alike > 0 && (
            <Badge
              fontSize={0}
              tone="suggest"
              title={`${alike} other ${alike === 1 ? 'article tells' : 'articles tell'} this story`}
              data-testid="alike"
            >
              Same story: {alike}
            </Badge>
          )}
          {row.worst?.map((code) => (
            <Badge key={code} fontSize={0} tone="default" title={findingKindOf(code)?.description}>
              {findingTitleOf(code)}
            </Badge>
          ))}
          {(['error', 'warning'] as const)
            .filter((severity) => row[severity] > 0)
            .map((severity) => (
              <Badge key={severity} fontSize={0} tone={SEVERITY_LOOK[severity].tone}>
                {counted(row[severity], severity)}
              </Badge>
            ))}
          {present.map(({user}) => (
            <span
              key={user.id}
              title={`${user.displayName ?? user.id} has it open`}
              role="img"
              aria-label={`${user.displayName ?? user.id} has it open`}
            >
              <UserAvatar user={user} size={0} />
            </span>
          ))}
          {row.assignee && <UserAvatar user={row.assignee} size={0} withTooltip={true} />}
        </Flex>
      </Flex>
    </Card>
  )
}
