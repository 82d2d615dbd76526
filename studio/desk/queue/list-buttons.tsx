import {Button, Flex} from '@sanity/ui'
import type {ReviewStatus} from '../../../schemas/names.ts'
import {STATUS_TITLES} from '../../../schemas/titles.ts'
import {LISTS, type ListStatus} from './filters.ts'

interface ListButtonsProps {
  current: ReviewStatus
  /** Articles in each list; undefined until they are known. */
  counts: Readonly<Record<ListStatus, number>> | undefined
  onChoose: (status: ListStatus) => void
}

/** The lists of the desk, one button each, with how many articles are in it. */
export function ListButtons({current, counts, onChoose}: ListButtonsProps) {
  return (
    <Flex gap={1} role="group" aria-label="Lists">
      {LISTS.map((status) => (
        <Button
          key={status}
          mode={current === status ? 'default' : 'bleed'}
          aria-pressed={current === status}
          fontSize={1}
          padding={2}
          text={`${STATUS_TITLES[status]} ${counts?.[status].toLocaleString('en-US') ?? ''}`.trim()}
          onClick={() => onChoose(status)}
        />
      ))}
    </Flex>
  )
}
