import {Button, Card, Flex, Text} from '@sanity/ui'
import type {QueueRow} from './use-queue.ts'
import type {Selection} from './use-selection.ts'

interface SelectionFooterProps {
  /** Articles in the list; undefined until that is known. */
  total: number | undefined
  /** The rows on the screen. */
  visible: readonly QueueRow[]
  selection: Selection
}

/** Under the queue: selects the visible rows, and says how long the list is. */
export function SelectionFooter({total, visible, selection}: SelectionFooterProps) {
  const isAllSelected = visible.length > 0 && visible.every(({_id}) => selection.ids.has(_id))
  return (
    <Card borderTop padding={3}>
      <Flex align="center" gap={3}>
        <Button
          mode="bleed"
          fontSize={1}
          padding={2}
          text={isAllSelected ? 'Select none' : 'Select visible'}
          disabled={visible.length === 0}
          onClick={() => (isAllSelected ? selection.clear() : selection.add(visible))}
        />
        <Text size={1} muted role="status">
          {total === undefined
            ? ''
            : `${total.toLocaleString('en-US')} ${total === 1 ? 'article' : 'articles'}`}
        </Text>
      </Flex>
    </Card>
  )
}
