import {Badge, Box, Button, Card, Dialog, Flex, Heading, Stack, Text} from '@sanity/ui'
import {type ReactNode, useMemo, useState} from 'react'
import {useTimeAgo} from 'sanity'
import {IntentLink} from 'sanity/router'
import type {UserViewComponent} from 'sanity/structure'
import {findingKindOf, findingTitleOf} from '../../../schemas/findings.ts'
import type {Source} from '../../../schemas/sanity.types.ts'
import {STATUS_TITLES} from '../../../schemas/titles.ts'
import {Reparse} from '../../review/actions/reparse.tsx'
import {counted} from '../../review/severity-look.ts'
import {API_VERSION, settings} from '../../settings.ts'
import {Failure, Loading} from '../../shared/states.tsx'
import {useLiveQuery} from '../../shared/use-live-query.ts'
import {
  describeProfile,
  frequencies,
  type ListedArticle,
  MAX_COUNTED,
  OVERVIEW,
  type Overview,
} from './overview.ts'

const OPTIONS = {
  apiVersion: API_VERSION,
  perspective: 'raw' as const,
  tag: 'copydesk.source',
  throttleTime: 5000,
}
const LISTEN = '*[_type == "review" && sourceName == $name]'
const QUERY = {fetch: OVERVIEW, listen: LISTEN}
/** Kinds of findings that are shown at most. */
const MAX_KINDS = 12

/** What is known about a source: its articles, their most frequent findings, and its profile in words. */
export const SourceOverview: UserViewComponent = ({document: {displayed}, documentId}) => {
  const source = displayed as Partial<Source>
  const name = source.name ?? ''
  const params = useMemo(() => ({name}), [name])
  const overview = useLiveQuery<Overview>(QUERY as never, params, OPTIONS)
  return (
    <Box padding={4} data-testid="source-overview">
      <Stack gap={5}>
        {overview.state === 'loading' && <Loading />}
        {overview.state === 'failed' && (
          <Failure text={`The articles of this source could not be loaded: ${overview.reason}`} />
        )}
        {overview.state === 'loaded' && overview.result.total === 0 && (
          <Text size={1} muted>
            No articles from this source yet.
          </Text>
        )}
        {overview.state === 'loaded' && overview.result.total > 0 && <Summary overview={overview.result} />}
        <ProfileInWords profile={source.profile} sourceId={documentId} />
      </Stack>
    </Box>
  )
}

function Section({title, children}: {title: string; children: ReactNode}) {
  return (
    <Stack gap={3}>
      <Heading as="h2" size={0}>
        {title}
      </Heading>
      {children}
    </Stack>
  )
}

function Summary({overview}: {overview: Overview}) {
  const {total, waiting, inReview, rejected, codes, listed} = overview
  const kinds = frequencies(codes)
  return (
    <>
      <Flex gap={2} wrap="wrap">
        <Badge>{total === 1 ? '1 article' : `${total} articles`}</Badge>
        <Badge tone="caution">{waiting} waiting</Badge>
        <Badge tone="primary">{inReview} in review</Badge>
        <Badge tone="critical">{rejected} rejected</Badge>
      </Flex>
      <Section
        title={codes.length < MAX_COUNTED ? 'Findings' : `Findings in the newest ${MAX_COUNTED} articles`}
      >
        {kinds.length === 0 ? (
          <Text size={1} muted>
            No errors or warnings.
          </Text>
        ) : (
          <Stack gap={2} as="ul" style={{listStyle: 'none', margin: 0}}>
            {kinds.slice(0, MAX_KINDS).map(({code, articles, share}) => (
              <Flex key={code} as="li" align="center" gap={3}>
                <Box style={{width: 200, flexShrink: 0}}>
                  <Text size={1} title={findingKindOf(code)?.description}>
                    {findingTitleOf(code)}
                  </Text>
                </Box>
                <Card tone="transparent" radius={1} style={{flex: 1, height: 10}} overflow="hidden">
                  <Card tone="caution" style={{width: `${share * 100}%`, height: '100%', minWidth: 2}} />
                </Card>
                <Box style={{width: 90, textAlign: 'end'}}>
                  <Text size={1} muted>
                    {articles} of {codes.length}
                  </Text>
                </Box>
              </Flex>
            ))}
          </Stack>
        )}
      </Section>
      <Section title="Newest articles">
        <Stack gap={1}>
          {listed.map((each) => (
            <Item key={each._id} each={each} />
          ))}
        </Stack>
      </Section>
    </>
  )
}

function Item({each}: {each: ListedArticle}) {
  const age = useTimeAgo(each._createdAt, {agoSuffix: true})
  return (
    <Card
      as={IntentLink}
      intent="edit"
      params={{id: each.article, type: 'article'}}
      data-as="a"
      padding={2}
      radius={2}
      __unstable_focusRing
    >
      <Flex gap={2} align="center">
        <Box flex={1} style={{minWidth: 0}}>
          <Text size={1} textOverflow="ellipsis">
            {each.title || 'Untitled'}
          </Text>
        </Box>
        {each.error > 0 && <Badge tone="critical">{counted(each.error, 'error')}</Badge>}
        {each.warning > 0 && <Badge tone="caution">{counted(each.warning, 'warning')}</Badge>}
        <Badge>{STATUS_TITLES[each.status]}</Badge>
        <Text size={1} muted>
          {age}
        </Text>
      </Flex>
    </Card>
  )
}

interface ProfileProps {
  profile: Source['profile']
  sourceId: string
}

function ProfileInWords({profile, sourceId}: ProfileProps) {
  const [open, setOpen] = useState(false)
  const {origin} = settings
  const sentences = describeProfile(profile)
  return (
    <Section title="How its pages are read">
      {sentences.length === 0 ? (
        <Text size={1} muted>
          By the general rules. If they fail on this site, add a profile in the form.
        </Text>
      ) : (
        <Stack gap={2}>
          {sentences.map((sentence) => (
            <Text key={sentence} size={1}>
              {sentence}
            </Text>
          ))}
        </Stack>
      )}
      {origin ? (
        <Flex>
          <Button
            mode="ghost"
            fontSize={1}
            padding={2}
            text="Re-parse articles with this profile…"
            onClick={() => setOpen(true)}
          />
        </Flex>
      ) : (
        <Text size={1} muted>
          To re-parse its articles, run `copydesk reparse --source …` where the ingest service runs.
        </Text>
      )}
      {open && origin && (
        <Dialog
          id="reparse-source"
          header="Re-parse the articles of this source"
          width={1}
          zOffset={1000}
          onClose={() => setOpen(false)}
        >
          <Box padding={4}>
            <Reparse origin={origin} target={{source: sourceId}} onClose={() => setOpen(false)} />
          </Box>
        </Dialog>
      )}
    </Section>
  )
}
