import {Button, Card, Flex, Text} from '@sanity/ui'
import {useEffect, useMemo, useRef, useState} from 'react'
import {useEditState} from 'sanity'
import type {UserViewComponent} from 'sanity/structure'
import {type PreviewedArticle, previewHtml, previewQuery} from '../../../deliver/preview/index.ts'
import {API_VERSION, settings} from '../../settings.ts'
import {publicAddress} from '../../shared/public-address.ts'
import {Empty, Failure, Loading} from '../../shared/states.tsx'
import {useLiveQuery} from '../../shared/use-live-query.ts'
import {SITE_STYLES} from './styles.ts'

/** Widths of the page, in pixels. */
const WIDTHS = {phone: 390, desktop: 1280} as const
type Device = keyof typeof WIDTHS

const OPTIONS = {apiVersion: API_VERSION, perspective: 'drafts' as const, tag: 'copydesk.preview'}

/** The article as the site will show it, with unpublished changes. */
export const PreviewView: UserViewComponent = ({documentId}) => {
  const [device, setDevice] = useState<Device>('desktop')
  const params = useMemo(() => ({id: documentId}), [documentId])
  const article = useLiveQuery<PreviewedArticle | null>(previewQuery, params, OPTIONS)
  const {draft, published} = useEditState(documentId, 'article')
  const address = publicAddress(settings.siteUrl, published)
  return (
    <Flex direction="column" height="fill" data-testid="preview">
      <Card borderBottom={true} padding={3}>
        <Flex gap={3} align="center" justify="space-between" wrap="wrap">
          <Flex gap={1} role="group" aria-label="Width of the preview">
            {(Object.keys(WIDTHS) as Device[]).map((each) => (
              <Button
                key={each}
                mode="bleed"
                fontSize={1}
                padding={2}
                text={each === 'phone' ? 'Phone' : 'Desktop'}
                selected={each === device}
                aria-pressed={each === device}
                data-testid={`preview-${each}`}
                onClick={() => setDevice(each)}
              />
            ))}
          </Flex>
          <Text size={1} muted={true}>
            {!published && 'Not published yet'}
            {published && address && (
              <a href={address} target="_blank" rel="noopener noreferrer" data-testid="live-link">
                {draft ? 'Open the published version' : 'Open on the site'}
              </a>
            )}
          </Text>
        </Flex>
      </Card>
      {article.state === 'loading' ? (
        <Loading />
      ) : article.state === 'failed' ? (
        <Failure text={`The preview could not be loaded: ${article.reason}`} />
      ) : article.result === null ? (
        <Empty text="There is nothing to show yet." />
      ) : (
        <Page article={article.result} width={WIDTHS[device]} />
      )}
    </Flex>
  )
}

/** The page in a frame as wide as the device, scaled down to fit. */
function Page({article, width}: {article: PreviewedArticle; width: number}) {
  const root = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({width, height: 600})
  useEffect(() => {
    const element = root.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({width: entry.contentRect.width, height: entry.contentRect.height})
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const html = useMemo(() => previewHtml(article, SITE_STYLES), [article])
  const scale = Math.min(1, room.width / width)
  return (
    <Card flex={1} tone="transparent" overflow="hidden" ref={root} style={{position: 'relative'}}>
      <iframe
        title="Preview of the article"
        sandbox=""
        srcDoc={html}
        data-testid="preview-page"
        style={{
          position: 'absolute',
          insetBlockStart: 0,
          insetInlineStart: Math.max(0, (room.width - width * scale) / 2),
          width,
          height: room.height / scale,
          border: 0,
          maxWidth: 'none',
          transform: `scale(${scale})`,
          transformOrigin: 'top left',
        }}
      />
    </Card>
  )
}
