import {Card, Flex, Stack, Text} from '@sanity/ui'
import type {PropsWithChildren} from 'react'
import type {ScrapeInfo} from '../../review/scrape/use-scrape-text.ts'

/** Facts about the scrape. */
export interface SourceHeaderProps {
  scrape: ScrapeInfo
  /** Number of findings that are marked in the text. */
  findings: number
  /** Number of later scrapes that differ. */
  newer: number
}

/** Address and format of the source, and the number of findings in it. */
export function SourceHeader({scrape, findings, newer, children}: PropsWithChildren<SourceHeaderProps>) {
  const facts = [scrape.contentType, scrape.charset, bytes(scrape.size)].filter(Boolean).join(' · ')
  return (
    <Card borderBottom={true} padding={4}>
      <Stack gap={3}>
        <Text size={1} weight="medium" textOverflow="ellipsis">
          {scrape.url ? (
            <a href={scrape.url} target="_blank" rel="noopener noreferrer nofollow">
              {scrape.url}
            </a>
          ) : (
            `From ${scrape.origin}`
          )}
        </Text>
        <Flex gap={3} wrap="wrap" align="center">
          {children}
          <Text size={1} muted={true}>
            {facts}
          </Text>
          <Text size={1} muted={true}>
            {foundText(findings)}
          </Text>
        </Flex>
        {newer > 0 && (
          <Card tone="caution" padding={3} radius={2} border={true}>
            <Text size={1}>
              {newer === 1 ? 'A newer scrape differs' : `${newer} newer scrapes differ`} from this one. The
              article was not changed.
            </Text>
          </Card>
        )}
      </Stack>
    </Card>
  )
}

function foundText(findings: number): string {
  if (findings === 0) return 'No findings in the text'
  return findings === 1 ? '1 finding marked in the text' : `${findings} findings marked in the text`
}

function bytes(size: number): string {
  return size < 1024 ? `${size} bytes` : `${(size / 1024).toFixed(size < 10_240 ? 1 : 0)} kB`
}
