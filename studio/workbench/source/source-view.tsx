import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {useMemo, useState} from 'react'
import type {UserViewComponent} from 'sanity/structure'
import type {Review} from '../../../schemas/sanity.types.ts'
import {type ScrapeInfo, useScrapeText} from '../../review/scrape/use-scrape-text.ts'
import {useSelectedFinding} from '../../review/selected-finding.ts'
import {useReview} from '../../review/use-review.ts'
import {Loading} from '../../shared/states.tsx'
import {SelectedFinding} from './selected-finding.tsx'
import {SourceHeader} from './source-header.tsx'
import {type SourceMode, SourceModes} from './source-modes.tsx'
import {SourcePage} from './source-page.tsx'
import {SourceText} from './source-text.tsx'

/** The view “Source” of an article. */
export const SourceView: UserViewComponent = ({documentId}) => <Source articleId={documentId} />

/** The page that an article was made from, as it was scraped, with its findings marked. */
export function Source({articleId}: {articleId: string}) {
  const {review, ready} = useReview(articleId)
  const source = useScrapeText(review?.scrape?._ref)
  if (!ready || (review?.scrape && source.state === 'loading')) return <Loading />
  if (source.state === 'failed')
    return <Notice tone="critical" title="The source could not be loaded" text={source.reason} />
  if (source.state === 'loaded')
    return <LoadedSource articleId={articleId} review={review} scrape={source.scrape} text={source.text} />
  return review?.scrape ? (
    <Notice
      tone="caution"
      title="The source was deleted"
      text="The scrape that this article was made from no longer exists."
    />
  ) : (
    <Notice
      tone="transparent"
      title="No source"
      text="This article was written here. It was not made from a scrape."
    />
  )
}

interface LoadedSourceProps {
  articleId: string
  review: Review | null
  scrape: ScrapeInfo
  /** Undefined if the page was too large to store. */
  text: string | undefined
}

function LoadedSource({articleId, review, scrape, text}: LoadedSourceProps) {
  const [mode, setMode] = useState<SourceMode>('text')
  const findings = review?.findings ?? []
  return (
    <Flex direction="column" height="fill" data-testid="source">
      <SourceHeader
        scrape={scrape}
        findings={findings.filter(({ranges}) => ranges?.length).length}
        newer={review?.newerScrapes?.length ?? 0}
      >
        {text !== undefined && <SourceModes mode={mode} onMode={setMode} />}
      </SourceHeader>
      {text === undefined ? (
        <Notice
          tone="caution"
          title="Too large to show"
          text="The page is larger than 2 MB. The pipeline read all of it, but its text is not stored with the article."
        />
      ) : (
        <SourceContent articleId={articleId} review={review} text={text} mode={mode} />
      )}
    </Flex>
  )
}

interface SourceContentProps {
  articleId: string
  review: Review | null
  text: string
  mode: SourceMode
}

function SourceContent({articleId, review, text, mode}: SourceContentProps) {
  const selected = useSelectedFinding(articleId)
  const findings = useMemo(() => review?.findings ?? [], [review?.findings])
  const blocks = useMemo(() => review?.blockSources ?? [], [review?.blockSources])
  return (
    <>
      {mode === 'page' ? (
        <SourcePage text={text} />
      ) : (
        <SourceText
          text={text}
          findings={findings}
          blocks={blocks}
          readable={mode === 'text'}
          selected={selected}
          articleId={articleId}
        />
      )}
      <SelectedFinding
        articleId={articleId}
        review={review}
        finding={findings.find(({_key}) => _key === selected)}
      />
    </>
  )
}

interface NoticeProps {
  tone: 'critical' | 'caution' | 'transparent'
  title: string
  text: string
}

function Notice({tone, title, text}: NoticeProps) {
  return (
    <Box padding={4}>
      <Card tone={tone} padding={4} radius={3} border>
        <Stack gap={3}>
          <Text size={1} weight="semibold">
            {title}
          </Text>
          <Text size={1} muted>
            {text}
          </Text>
        </Stack>
      </Card>
    </Box>
  )
}
