import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {Box, Button, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {type ComponentProps, useMemo, useState} from 'react'
import {SanityDefaultPreview, useTimeAgo} from 'sanity'
import {type UserComponent, usePaneRouter} from 'sanity/structure'
import {API_VERSION} from '../settings.ts'
import {useLiveQuery} from '../shared/use-live-query.ts'

const PAGE = 50
const NEWEST = `*[_type == "article"] | order(_updatedAt desc, _id asc)[0...$limit]{
  _id, title, _updatedAt, "source": source->name
}`
// Published is not a status that is stored: an article is published when the published perspective has it.
const OPTIONS = {apiVersion: API_VERSION, perspective: 'published' as const, tag: 'copydesk.published'}

interface PublishedArticle {
  _id: string
  title: string | null
  source: string | null
  _updatedAt: string
}

/** Articles that readers can see, the last published or changed first, live. */
export function PublishedList({childItemId}: ComponentProps<UserComponent>) {
  const [limit, setLimit] = useState(PAGE)
  // One more than shown tells whether there are more.
  const params = useMemo(() => ({limit: limit + 1}), [limit])
  const articles = useLiveQuery<PublishedArticle[]>(NEWEST, params, OPTIONS)

  if (articles.state === 'loading') {
    return (
      <Flex padding={5} justify="center">
        <Spinner muted={true} />
      </Flex>
    )
  }
  if (articles.state === 'failed') {
    return (
      <Box padding={3}>
        <Card tone="critical" padding={4} radius={3} border={true}>
          <Text size={1}>The list could not be fetched: {articles.reason}</Text>
        </Card>
      </Box>
    )
  }
  if (articles.result.length === 0) {
    return (
      <Box padding={5}>
        <Text size={1} muted={true} align="center">
          Nothing is published yet
        </Text>
      </Box>
    )
  }
  return (
    <Stack padding={3} gap={1} data-testid="published-list">
      {articles.result.slice(0, limit).map((article) => (
        <PublishedItem key={article._id} article={article} selected={article._id === childItemId} />
      ))}
      {articles.result.length > limit && (
        <Button mode="bleed" text="Show more" onClick={() => setLimit((shown) => shown + PAGE)} />
      )}
    </Stack>
  )
}

function PublishedItem({article, selected}: {article: PublishedArticle; selected: boolean}) {
  const {ChildLink} = usePaneRouter()
  const changed = useTimeAgo(article._updatedAt, {agoSuffix: true})
  return (
    <Card
      as={ChildLink}
      childId={article._id}
      data-as="a"
      radius={2}
      selected={selected}
      pressed={selected}
      __unstable_focusRing={true}
    >
      <SanityDefaultPreview
        layout="default"
        icon={DocumentTextIcon}
        title={article.title ?? 'Untitled'}
        subtitle={[article.source, changed].filter(Boolean).join(' · ')}
      />
    </Card>
  )
}
