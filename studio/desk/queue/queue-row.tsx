import {Badge, Card, Checkbox, Flex, Stack, Text} from '@sanity/ui'
import type {CSSProperties, KeyboardEvent} from 'react'
import {UserAvatar, useTimeAgo} from 'sanity'
import {IntentLink} from 'sanity/router'
import {findingKindOf, findingTitleOf} from '../../../schemas/findings.ts'
import {counted, SEVERITY_LOOK} from '../../review/severity-look.ts'
import {isPressed} from '../../shortcuts/is-pressed.ts'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'
import type {Present} from './present.ts'
import type {QueueRow} from './use-queue.ts'

/** Height of a row in pixels, by which rows are positioned. */
export const ROW_HEIGHT = 64

interface LoadedRowProps {
  row: QueueRow
  place: number
  selected: boolean
  /** How many other articles tell the same story. */
  similar: number
  /** Who has the article open. */
  present: readonly Present[]
  onSelect: (row: QueueRow, selected: boolean) => void
  /** Moves the focus to the title at a place. */
  onGoTo: (place: number) => void
}

interface RowProps extends Omit<LoadedRowProps, 'row'> {
  /** Undefined until it is loaded. */
  row: QueueRow | undefined
  total: number
  style: CSSProperties
}

/** One article of the queue, or a placeholder until it is loaded. */
export function Row({row, total, style, ...props}: RowProps) {
  return (
    <li
      aria-setsize={total}
      aria-posinset={props.place + 1}
      style={style}
      data-testid="queue-row"
      data-review={row?._id}
    >
      {row ? (
        <LoadedRow row={row} {...props} />
      ) : (
        <Card padding={4} borderBottom style={{height: ROW_HEIGHT}}>
          <Text size={1} muted>
            …
          </Text>
        </Card>
      )}
    </li>
  )
}

function LoadedRow({row, place, selected, similar, present, onSelect, onGoTo}: LoadedRowProps) {
  return (
    <Card borderBottom tone={selected ? 'primary' : 'default'} style={{height: ROW_HEIGHT}}>
      <Flex align="center" gap={3} paddingX={4} style={{height: '100%'}}>
        <Checkbox
          aria-label={`Select “${titleOf(row)}”`}
          checked={selected}
          onChange={(event) => onSelect(row, event.currentTarget.checked)}
        />
        <RowLink row={row} place={place} onGoTo={onGoTo} />
        <Flex gap={1} align="center">
          <RowBadges row={row} similar={similar} />
          {present.map(({user}) => (
            <span
              key={user.id}
              title={`${user.displayName ?? user.id} has this article open`}
              role="img"
              aria-label={`${user.displayName ?? user.id} has this article open`}
            >
              <UserAvatar user={user} size={0} />
            </span>
          ))}
          {row.assignee && <UserAvatar user={row.assignee} size={0} withTooltip />}
        </Flex>
      </Flex>
    </Card>
  )
}

const titleOf = ({title}: QueueRow): string => title || 'Untitled'

function RowLink({row, place, onGoTo}: Pick<LoadedRowProps, 'row' | 'place' | 'onGoTo'>) {
  const age = useTimeAgo(row._createdAt, {agoSuffix: true})
  const goTo = (event: KeyboardEvent) => {
    const step = isPressed(SHORTCUTS.nextRow, event) ? 1 : isPressed(SHORTCUTS.previousRow, event) ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    onGoTo(place + step)
  }
  return (
    <Card
      as={IntentLink}
      intent="edit"
      params={{id: row.article, type: 'article'}}
      data-as="a"
      data-place={place}
      onKeyDown={goTo}
      flex={1}
      radius={2}
      padding={2}
      tone="inherit"
      __unstable_focusRing
      style={{minWidth: 0}}
    >
      <Stack gap={2}>
        <Text size={1} weight="medium" textOverflow="ellipsis">
          {titleOf(row)}
        </Text>
        <Text size={1} muted textOverflow="ellipsis">
          {[row.sourceName, row.language, age].filter(Boolean).join(' · ')}
        </Text>
      </Stack>
    </Card>
  )
}

function RowBadges({row, similar}: Pick<LoadedRowProps, 'row' | 'similar'>) {
  return (
    <>
      {similar > 0 && (
        <Badge
          fontSize={0}
          tone="suggest"
          title={`${similar} other ${similar === 1 ? 'article tells' : 'articles tell'} this story`}
          data-testid="similar"
        >
          Same story: {similar}
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
    </>
  )
}
