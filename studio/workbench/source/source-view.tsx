import {Box, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useMemo, useState} from 'react'
import type {UserViewComponent} from 'sanity/structure'
import {useScrapeText} from '../../review/scrape/use-scrape-text.ts'
import {useSelectedFinding} from '../../review/selected-finding.ts'
import {useReview} from '../../review/use-review.ts'
import {SelectedFinding} from './selected-finding.tsx'
import {SourceHeader} from './source-header.tsx'
import {type SourceMode, SourceModes} from './source-modes.tsx'
import {SourcePage} from './source-page.tsx'
import {SourceText} from './source-text.tsx'

export const SourceView: UserViewComponent = ({documentId}) => <SourceOf articleId={documentId} />

/** What the article was made from: the scrape's text as it came, with the places of the findings marked. */
export function SourceOf({articleId: documentId}: {articleId: string}) {
  const {review, ready} = useReview(documentId)
  const source = useScrapeText(review?.scrape?._ref)
  const selected = useSelectedFinding(documentId)
  const findings = useMemo(() => review?.findings ?? [], [review?.findings])
  const blocks = useMemo(() => review?.blockSources ?? [], [review?.blockSources])
  const [mode, setMode] = useState<SourceMode>('text')

  if (!ready || (review?.scrape && source.state === 'loading')) {
    return (
      <Flex padding={5} gap={3} align="center" justify="center">
        <Spinner muted={true} />
        <Text muted={true} size={1}>
          Fetching the source…
        </Text>
      </Flex>
    )
  }
  if (source.state === 'failed')
    return <Notice tone="critical" title="The source cannot be shown" text={source.reason} />
  if (source.state !== 'loaded') {
    return review?.scrape ? (
      <Notice
        tone="caution"
        title="The source is gone"
        text="The scrape this article was made from has been deleted."
      />
    ) : (
      <Notice
        tone="transparent"
        title="No source"
        text="This article was written here. It was not made from a scrape."
      />
    )
  }
  return (
    <Flex direction="column" height="fill" data-testid="source">
      <SourceHeader
        scrape={source.scrape}
        findings={findings.filter(({ranges}) => ranges?.length).length}
        newer={review?.newerScrapes?.length ?? 0}
      >
        {source.text !== undefined && <SourceModes mode={mode} onMode={setMode} />}
      </SourceHeader>
      {source.text === undefined ? (
        <Notice
          tone="caution"
          title="Too large to keep here"
          text="The page was larger than 2 MB. The pipeline worked on all of it, but its text is not kept with the article."
        />
      ) : (
        <>
          {mode === 'page' ? (
            <SourcePage text={source.text} />
          ) : (
            <SourceText
              text={source.text}
              findings={findings}
              blocks={blocks}
              readable={mode === 'text'}
              selected={selected}
              articleId={documentId}
            />
          )}
          <SelectedFinding
            articleId={documentId}
            review={review}
            finding={findings.find(({_key}) => _key === selected)}
          />
        </>
      )}
    </Flex>
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
      <Card tone={tone} padding={4} radius={3} border={true}>
        <Stack gap={3}>
          <Text size={1} weight="semibold">
            {title}
          </Text>
          <Text size={1} muted={true}>
            {text}
          </Text>
        </Stack>
      </Card>
    </Box>
  )
}
