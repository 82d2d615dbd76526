import {useToast} from '@sanity/ui/toast'
import {useMemo} from 'react'
import {useEditState} from 'sanity'
import type {Review} from '../../../schemas/sanity.types.ts'
import {useScrapeText} from '../scrape/use-scrape-text.ts'
import type {Block} from './body-window.ts'
import {type FindingActions, findingActions} from './finding-actions.ts'
import {useUndoVersion} from './undo-store.ts'
import {useResolve} from './use-resolve.ts'
import {useWriteBody} from './use-write-body.ts'

const NO_BLOCKS: readonly Block[] = []

/** The actions on the findings of an article, as the form shows it now. */
export function useFindingActions(articleId: string, review: Review | null): FindingActions {
  const {draft, published} = useEditState(articleId, 'article')
  const scrape = useScrapeText(review?.scrape?._ref)
  const record = useResolve(articleId)
  const article = draft ?? published
  const write = useWriteBody(articleId, article)
  const undoVersion = useUndoVersion()
  const {push} = useToast()
  const body = (article?.body as readonly Block[] | undefined) ?? NO_BLOCKS
  const source = scrape.state === 'loaded' ? scrape.text : undefined
  const blockSources = review?.blockSources
  // biome-ignore lint/correctness/useExhaustiveDependencies: other changes can be undone then
  return useMemo(
    () =>
      findingActions({
        articleId,
        body,
        source,
        blockSources: blockSources ?? [],
        write,
        record,
        warn: (title, description) => push({status: 'warning', title, description}),
      }),
    [articleId, blockSources, body, push, record, source, undoVersion, write],
  )
}
