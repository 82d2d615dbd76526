import {CopyIcon} from '@sanity/icons/Copy'
import {Badge, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {type DocumentInspectorProps, defineDocumentInspector, useTimeAgo} from 'sanity'
import {IntentLink} from 'sanity/router'
import type {AnyBlock} from '../../../schemas/block-texts.ts'
import {STATUS_TITLES} from '../../../schemas/titles.ts'
import {useReview} from '../../review/use-review.ts'
import {InspectorFrame} from '../../shared/inspector-frame.tsx'
import {Empty, Failure, Loading} from '../../shared/states.tsx'
import {differingLines, type SimilarArticle, similarityLabel} from './same-story.ts'
import {useSameStory} from './use-same-story.ts'
import {type StoryDecisions, useStoryDecisions} from './use-story-decisions.ts'

/** Differing lines that are shown at most. */
const MAX_LINES = 8

/** Lists the articles that tell the same story, to keep one, link them or reject the others. */
function SameStoryInspector({documentId, onClose}: DocumentInspectorProps) {
  const {review} = useReview(documentId)
  const {others, body} = useSameStory(documentId)
  const decisions = useStoryDecisions(documentId, review?.title)
  const linked = new Set(review?.sameStory?.map(({_ref}) => _ref))
  return (
    <InspectorFrame title="Same story" testId="same-story" onClose={onClose}>
      {others.state === 'loading' && <Loading />}
      {others.state === 'failed' && (
        <Failure text={`The other articles could not be loaded: ${others.reason}`} />
      )}
      {others.state === 'loaded' &&
        (others.result.length === 0 ? (
          <Empty text="No other article tells this story." />
        ) : (
          <SimilarArticles articles={others.result} body={body} linked={linked} decisions={decisions} />
        ))}
    </InspectorFrame>
  )
}

interface ClusterProps {
  articles: readonly SimilarArticle[]
  body: readonly AnyBlock[]
  linked: ReadonlySet<string>
  decisions: StoryDecisions
}

function SimilarArticles({articles, body, linked, decisions}: ClusterProps) {
  const waiting = articles.filter(
    ({status, isPublished}) => (status === 'needsReview' || status === 'inReview') && !isPublished,
  )
  return (
    <Stack gap={4}>
      <Text size={1} muted>
        {articles.length === 1 ? '1 other article tells' : `${articles.length} other articles tell`} this
        story.
      </Text>
      {waiting.length > 0 && (
        <Button
          mode="ghost"
          fontSize={1}
          padding={2}
          disabled={decisions.busy}
          text={`Keep this one, reject ${waiting.length === 1 ? 'the other' : `the other ${waiting.length}`}`}
          onClick={() => decisions.keepThis(waiting)}
        />
      )}
      {articles.map((other) => (
        <SimilarCard
          key={other._id}
          other={other}
          body={body}
          isLinked={linked.has(other.article)}
          decisions={decisions}
        />
      ))}
    </Stack>
  )
}

interface OtherProps {
  other: SimilarArticle
  body: readonly AnyBlock[]
  isLinked: boolean
  decisions: StoryDecisions
}

function SimilarCard({other, body, isLinked, decisions}: OtherProps) {
  const [open, setOpen] = useState(false)
  const age = useTimeAgo(other._createdAt, {agoSuffix: true})
  const {title, sourceName, status, isPublished, similarity} = other
  return (
    <Card border radius={3} padding={3} data-testid="similar-article" data-article={other.article}>
      <Stack gap={3}>
        <Flex gap={1} wrap="wrap">
          <Badge tone={similarity >= 0.8 ? 'caution' : 'default'}>{similarityLabel(similarity)}</Badge>
          <Badge tone={status === 'rejected' ? 'critical' : 'default'}>
            {isPublished ? 'Published' : STATUS_TITLES[status]}
          </Badge>
          {isLinked && <Badge tone="positive">Linked</Badge>}
        </Flex>
        <Text size={1} weight="medium">
          {title || 'Untitled'}
        </Text>
        <Text size={1} muted>
          {[sourceName, age].filter(Boolean).join(' · ')}
        </Text>
        <Flex gap={1} wrap="wrap">
          <Button
            as={IntentLink}
            intent="edit"
            params={{id: other.article, type: 'article'}}
            mode="bleed"
            fontSize={1}
            padding={2}
            text="Open"
          />
          <Button
            mode="bleed"
            fontSize={1}
            padding={2}
            aria-expanded={open}
            text={open ? 'Hide differences' : 'Show differences'}
            onClick={() => setOpen(!open)}
          />
          {!isLinked && (
            <Button
              mode="bleed"
              fontSize={1}
              padding={2}
              text="Link"
              disabled={decisions.busy}
              onClick={() => decisions.link(other)}
            />
          )}
        </Flex>
        {open && <Difference mine={body} theirs={other.body ?? []} />}
      </Stack>
    </Card>
  )
}

function Difference({mine, theirs}: {mine: readonly AnyBlock[]; theirs: readonly AnyBlock[]}) {
  const only = differingLines(mine, theirs)
  if (only.mine.length + only.theirs.length === 0)
    return (
      <Text size={1} muted>
        Both articles have the same lines.
      </Text>
    )
  return (
    <Stack gap={3} data-testid="difference">
      <Lines title="Only in this article" lines={only.mine} />
      <Lines title="Only in the other article" lines={only.theirs} />
    </Stack>
  )
}

function Lines({title, lines}: {title: string; lines: readonly string[]}) {
  if (lines.length === 0) return null
  return (
    <Stack gap={2}>
      <Text size={0} weight="medium" muted>
        {title}
      </Text>
      {lines.slice(0, MAX_LINES).map((line) => (
        <Card key={line} padding={2} radius={2} tone="transparent">
          <Text size={1}>{line}</Text>
        </Card>
      ))}
      {lines.length > MAX_LINES && (
        <Text size={1} muted>
          And {lines.length - MAX_LINES} more lines.
        </Text>
      )}
    </Stack>
  )
}

/** The inspector “Same story”, which appears only if another article tells the same story. */
export const sameStoryInspector = defineDocumentInspector({
  name: 'copydesk-same-story',
  component: SameStoryInspector,
  useMenuItem: ({documentId}) => {
    const {others} = useSameStory(documentId)
    const count = others.state === 'loaded' ? others.result.length : 0
    return {
      title: count > 0 ? `Same story: ${count}` : 'Same story',
      icon: CopyIcon,
      showAsAction: true,
      hidden: count === 0,
      status: 'caution',
      tone: 'caution',
    }
  },
})
