import {Card, Flex, Spinner, Text} from '@sanity/ui'

/** A spinner, where content will appear. */
export function Loading() {
  return (
    <Flex padding={5} justify="center" role="status" aria-label="Loading">
      <Spinner muted />
    </Flex>
  )
}

/** Why content could not be loaded, in its place. */
export function Failure({text}: {text: string}) {
  return (
    <Card tone="critical" padding={4} radius={3} border role="alert">
      <Text size={1}>{text}</Text>
    </Card>
  )
}

/** Says that there is no content, in its place. */
export function Empty({text}: {text: string}) {
  return (
    <Flex padding={5} justify="center">
      <Text size={1} muted align="center">
        {text}
      </Text>
    </Flex>
  )
}
