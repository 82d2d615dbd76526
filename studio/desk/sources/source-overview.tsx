import {Badge, Box, Button, Card, Dialog, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
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
import {useLiveQuery} from '../../shared/use-live-query.ts'
import {COUNTED, frequencies, type Listed, OVERVIEW, type Overview, sentencesOf} from './overview.ts'

const OPTIONS = {
  apiVersion: API_VERSION,
  perspective: 'raw' as const,
  tag: 'copydesk.source',
  throttleTime: 5000,
}
const LISTEN = '*[_type == "review" && sourceName == $name]'
const QUERY = {fetch: OVERVIEW, listen: LISTEN}
/** Kinds of findings that are shown. */
const MOST_KINDS = 12

/** What came of a source: its articles, what is found in them how often, its profile in words, and parsing again. */
export const SourceOverview: UserViewComponent = ({document: {displayed}, documentId}) => {
  const source = displayed as Partial<Source>
  const name = source.name ?? ''
  const params = useMemo(() => ({name}), [name])
  const overview = useLiveQuery<Overview>(QUERY as never, params, OPTIONS)
  return (
    <Box padding={4} data-testid="source-overview">
      <Stack gap={5}>
        {overview.state === 'loading' && (
          <Flex padding={5} justify="center">
            <Spinner muted />
          </Flex>
        )}
        {overview.state === 'failed' && (
          <Card tone="critical" padding={4} radius={3} border>
            <Text size={1}>What came of this source could not be fetched: {overview.reason}</Text>
          </Card>
        )}
        {overview.state === 'loaded' && overview.result.total === 0 && (
          <Text size={1} muted>
            No article has come from this source yet.
          </Text>
        )}
        {overview.state === 'loaded' && overview.result.total > 0 && <Came overview={overview.result} />}
        <ProfileInWords profile={source.profile} sourceId={documentId} />
      </Stack>
    </Box>
  )
}

function Part({title, children}: {title: string; children: ReactNode}) {
  return (
    <Stack gap={3}>
      <Heading as="h2" size={0}>
        {title}
      </Heading>
      {children}
    </Stack>
  )
}

function Came({overview}: {overview: Overview}) {
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
      <Part title={`What was found in ${codes.length < COUNTED ? 'them' : `the last ${COUNTED}`}`}>
        {kinds.length === 0 ? (
          <Text size={1} muted>
            No error and no warning.
          </Text>
        ) : (
          <Stack gap={2} as="ul" style={{listStyle: 'none', margin: 0}}>
            {kinds.slice(0, MOST_KINDS).map(({code, articles, share}) => (
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
      </Part>
      <Part title="The newest">
        <Stack gap={1}>
          {listed.map((each) => (
            <Item key={each._id} each={each} />
          ))}
        </Stack>
      </Part>
    </>
  )
}

function Item({each}: {each: Listed}) {
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
  const sentences = sentencesOf(profile)
  return (
    <Part title="How its pages are read">
      {sentences.length === 0 ? (
        <Text size={1} muted>
          By the general rules. A profile, in the form, says where they go wrong.
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
            text="Re-parse its articles with this profile…"
            onClick={() => setOpen(true)}
          />
        </Flex>
      ) : (
        <Text size={1} muted>
          Articles are parsed again by the ingest service: `copydesk reparse --source …` on its machine.
        </Text>
      )}
      {open && origin && (
        <Dialog
          id="reparse-source"
          header="Parsing the articles of this source again"
          width={1}
          zOffset={1000}
          onClose={() => setOpen(false)}
        >
          <Box padding={4}>
            <Reparse origin={origin} target={{source: sourceId}} onClose={() => setOpen(false)} />
          </Box>
        </Dialog>
      )}
    </Part>
  )
}
