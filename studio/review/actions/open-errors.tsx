import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useDocumentPane} from 'sanity/structure'
import type {StoredFinding} from '../findings.ts'
import {FINDINGS_INSPECTOR} from '../findings-inspector-name.ts'

/** The errors, and what closes the dialog. */
export interface OpenErrorsProps {
  errors: readonly StoredFinding[]
  onClose: () => void
}

/** The open errors that prevent publishing. */
export function OpenErrors({errors, onClose}: OpenErrorsProps) {
  const {openInspector} = useDocumentPane()
  return (
    <Stack gap={4}>
      <Text size={1}>
        {errors.length === 1
          ? 'One error is open. Correct the article, then mark the error as done.'
          : `${errors.length} errors are open. Correct the article, then mark each of them as done.`}
      </Text>
      <Stack gap={2}>
        {errors.map((finding) => (
          <Card key={finding._key} tone="critical" padding={3} radius={2} border={true}>
            <Text size={1}>{finding.message}</Text>
          </Card>
        ))}
      </Stack>
      <Flex gap={2} justify="flex-end">
        <Button mode="bleed" text="Cancel" onClick={onClose} />
        <Button
          tone="primary"
          text="Show findings"
          onClick={() => {
            onClose()
            openInspector(FINDINGS_INSPECTOR)
          }}
        />
      </Flex>
    </Stack>
  )
}
