import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {Box, Button, Card, Stack} from '@sanity/ui'
import {type ComponentProps, useMemo, useState} from 'react'
import {SanityDefaultPreview, useTimeAgo} from 'sanity'
import {type UserComponent, usePaneRouter} from 'sanity/structure'
import {API_VERSION} from '../settings.ts'
import {Empty, Failure, Loading} from '../shared/states.tsx'
import {useLiveQuery} from '../shared/use-live-query.ts'

const PAGE = 50
const NEWEST = `*[_type == "article"] | order(_updatedAt desc, _id asc)[0...$limit]{
  _id, title, _updatedAt, "source": source->name
}`
// The status “published” is not stored: an article is published if the published perspective has it.
const OPTIONS = {apiVersion: API_VERSION, perspective: 'published' as const, tag: 'copydesk.published'}

interface PublishedArticle {
  _id: string
  title: string | null
  source: string | null
  _updatedAt: string
}

/** The published articles, the most recently changed first, live. */
export function PublishedList({childItemId}: ComponentProps<UserComponent>) {
  const [limit, setLimit] = useState(PAGE)
  // Loads one more than it shows, to know whether there are more.
  const params = useMemo(() => ({limit: limit + 1}), [limit])
  const articles = useLiveQuery<PublishedArticle[]>(NEWEST, params, OPTIONS)

  if (articles.state === 'loading') {
    return <Loading />
  }
  if (articles.state === 'failed') {
    return (
      <Box padding={3}>
        <Failure text={`The list could not be loaded: ${articles.reason}`} />
      </Box>
    )
  }
  if (articles.result.length === 0) {
    return <Empty text="Nothing is published yet" />
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
