import {ActivityIcon} from '@sanity/icons/Activity'
import {Flex, Stack, Text} from '@sanity/ui'
import {type DocumentInspectorProps, defineDocumentInspector, UserAvatar, useTimeAgo, useUser} from 'sanity'
import {useReview} from '../../review/use-review.ts'
import {InspectorFrame} from '../../shared/inspector-frame.tsx'
import {Empty} from '../../shared/states.tsx'
import {type Entry, trailOf} from './trail.ts'

/** Lists who decided what about the article, the newest decision first. */
function TrailInspector({documentId, onClose}: DocumentInspectorProps) {
  const {review} = useReview(documentId)
  const trail = review ? trailOf(review) : []
  return (
    <InspectorFrame title="Decisions" testId="trail" onClose={onClose}>
      {trail.length === 0 ? (
        <Empty text="No decisions about this article yet." />
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

/** The inspector “Decisions”. */
export const trailInspector = defineDocumentInspector({
  name: 'copydesk-trail',
  component: TrailInspector,
  useMenuItem: () => ({title: 'Decisions', icon: ActivityIcon, showAsAction: false}),
})
