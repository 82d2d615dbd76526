import {SyncIcon} from '@sanity/icons/Sync'
import {Stack, Text} from '@sanity/ui'
import {type DocumentInspectorProps, defineDocumentInspector} from 'sanity'
import {useReview} from '../../review/use-review.ts'
import {InspectorFrame} from '../../shared/inspector-frame.tsx'
import {Empty} from '../../shared/states.tsx'
import {chooseBlock} from '../in-step/place.ts'
import {ChangeCard, Choices, FieldChangeCard} from './change-cards.tsx'
import {useVersions} from './use-versions.ts'

/** Lists what changed at the source since the article was made, to take or to reject it. */
function VersionsInspector({documentId, onClose}: DocumentInspectorProps) {
  const {review} = useReview(documentId)
  const {changes, fields, decide} = useVersions(documentId, review)
  const all = changes.length + fields.length
  const conflicts = [...changes, ...fields].filter(({state}) => state === 'conflict').length
  return (
    <InspectorFrame title="Newer version" testId="versions" onClose={onClose}>
      {all === 0 ? (
        <Empty text="No undecided changes: the source is unchanged, or you have decided about every change." />
      ) : (
        <Stack gap={4}>
          <Text size={1} muted={true}>
            {all === 1 ? '1 change' : `${all} changes`} at the source
            {conflicts > 0 && `, ${conflicts} of them in text that you also edited`}.
          </Text>
          <Choices chosen={{changes, fields}} decide={decide} all={true} />
          {fields.map((change) => (
            <FieldChangeCard key={change.field} change={change} decide={decide} />
          ))}
          {changes.map((change) => (
            <ChangeCard
              key={change.id}
              change={change}
              decide={decide}
              onShow={() => {
                const block = change.before[0]?._key ?? change.follows
                if (block) chooseBlock(documentId, block)
              }}
            />
          ))}
        </Stack>
      )}
    </InspectorFrame>
  )
}

/** The inspector “Newer version”, which appears only if a newer scrape differs. */
export const versionsInspector = defineDocumentInspector({
  name: 'copydesk-versions',
  component: VersionsInspector,
  useMenuItem: ({documentId}) => {
    const {review} = useReview(documentId)
    return {
      title: 'Newer version',
      icon: SyncIcon,
      showAsAction: true,
      hidden: !review?.newerBase,
      status: 'caution',
      tone: 'caution',
    }
  },
})
