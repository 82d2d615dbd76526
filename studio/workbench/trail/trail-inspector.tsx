import {ActivityIcon} from '@sanity/icons/Activity'
import {Flex, Stack, Text} from '@sanity/ui'
import {type DocumentInspectorProps, defineDocumentInspector, UserAvatar, useTimeAgo, useUser} from 'sanity'
import {useReview} from '../../review/use-review.ts'
import {InspectorFrame} from '../../shared/inspector-frame.tsx'
import {type Entry, trailOf} from './trail.ts'

/** Who did what about the article, and when, the newest first. */
function TrailInspector({documentId, onClose}: DocumentInspectorProps) {
  const {review} = useReview(documentId)
  const trail = review ? trailOf(review) : []
  return (
    <InspectorFrame title="Who did what" testId="trail" onClose={onClose}>
      {trail.length === 0 ? (
        <Text size={1} muted align="center">
          Nobody has decided anything about this article yet.
        </Text>
      ) : (
        <Stack gap={4} as="ol" style={{listStyle: 'none', margin: 0, padding: 0}}>
          {trail.map((entry) => (
            <Row key={entry.key} entry={entry} />
          ))}
        </Stack>
      )}
    </InspectorFrame>
  )
}

function Row({entry: {at, by, what, about, to}}: {entry: Entry}) {
  const age = useTimeAgo(at, {agoSuffix: true})
  const [user] = useUser(by)
  const [receiver] = useUser(to ?? by)
  return (
    <Flex as="li" gap={3} data-testid="trail-entry">
      <UserAvatar user={by} size={0} />
      <Stack gap={2} flex={1}>
        <Text size={1}>
          <strong>{what}</strong>
          {to ? ` to ${receiver?.displayName ?? to}` : ''} by {user?.displayName ?? by}
        </Text>
        {about && (
          <Text size={1} muted>
            {about}
          </Text>
        )}
        <Text size={0} muted title={at}>
          {age}
        </Text>
      </Stack>
    </Flex>
  )
}

export const trailInspector = defineDocumentInspector({
  name: 'copydesk-trail',
  component: TrailInspector,
  useMenuItem: () => ({title: 'Who did what', icon: ActivityIcon, showAsAction: false}),
})
