import {Box, Flex} from '@sanity/ui'
import type {PropsWithChildren} from 'react'
import {DocumentInspectorHeader} from 'sanity/structure'

interface InspectorFrameProps {
  title: string
  testId: string
  onClose: () => void
}

/** The frame of an inspector: a title, a button that closes it, and scrolling content. */
export function InspectorFrame({title, testId, onClose, children}: PropsWithChildren<InspectorFrameProps>) {
  return (
    <Flex direction="column" height="fill" overflow="hidden">
      <DocumentInspectorHeader
        title={title}
        onClose={onClose}
        closeButtonLabel={`Close ${title.toLowerCase()}`}
        flex="none"
        as="header"
      />
      <Box flex={1} overflow="auto" padding={3} data-testid={testId}>
        {children}
      </Box>
    </Flex>
  )
}
