import {type RefObject, useCallback, useEffect, useRef} from 'react'
import {
  type ArrayOfObjectsInputProps,
  getPublishedId,
  type PortableTextInputProps,
  useFormValue,
} from 'sanity'
import {createGlobalStyle} from 'styled-components'
import {useReview} from '../../review/use-review.ts'
import {blockElement, blockKeyOf, blockSelector, elementAtHeight} from '../../shared/block-elements.ts'
import {chooseBlock, type Place, usePlace} from '../in-step/place.ts'
import {scrollToMiddle, scrollToTop, useReportScroll} from '../in-step/scrolling.ts'
import {useKeepPaneOpen} from './use-keep-pane-open.ts'
import {useRepairMarks} from './use-repair-marks.tsx'
import {whenFound} from './when-found.ts'

const Marks = createGlobalStyle<{$chosen: string | undefined; $repaired: readonly string[]}>`
  ${({$repaired}) =>
    $repaired.length > 0 &&
    `:is(${blockSelector($repaired)}) { box-shadow: inset 3px 0 0 var(--card-badge-positive-dot-color); }`}
  ${({$chosen}) =>
    $chosen &&
    `${blockSelector([$chosen])} { outline: 2px solid var(--card-focus-ring-color); outline-offset: -2px; border-radius: 2px; }`}
`

/** The editor of the body, with repaired text marked, and at the same place as the source beside it. */
export function BodyBesideSource(props: ArrayOfObjectsInputProps) {
  const id = useFormValue(['_id'])
  const type = useFormValue(['_type'])
  return type === 'article' && typeof id === 'string' ? (
    <BodyOfArticle articleId={getPublishedId(id)} input={props} />
  ) : (
    props.renderDefault(props)
  )
}

function BodyOfArticle({articleId, input}: {articleId: string; input: ArrayOfObjectsInputProps}) {
  useKeepPaneOpen()
  const root = useRef<HTMLDivElement>(null)
  const {review} = useReview(articleId)
  const place = usePlace(articleId)
  const focused = input.focusPath[0]
  const focusedKey = typeof focused === 'object' && '_key' in focused ? focused._key : undefined
  useEffect(() => {
    if (focusedKey) chooseBlock(articleId, focusedKey, 'form')
  }, [articleId, focusedKey])
  useFollowSource(root, place)
  useReportScroll(
    articleId,
    'form',
    root,
    useCallback((top: number) => blockAtHeight(root.current, top), []),
  )
  useEffect(
    () =>
      whenFound(
        () => root.current?.querySelector('[data-pt-editor]') ?? undefined,
        // The Studio's editor has no accessible name.
        (editor) => editor.setAttribute('aria-label', 'Text of the article'),
      ),
    [],
  )
  const {blocks, rangeDecorations} = useRepairMarks(input.value, review)
  const marked = {...input, rangeDecorations} as unknown as PortableTextInputProps
  return (
    <div ref={root} data-testid="body-beside-source" data-chosen={place.block}>
      <Marks $chosen={place.block} $repaired={blocks} />
      {input.renderDefault(marked as unknown as ArrayOfObjectsInputProps)}
    </div>
  )
}

/** Scrolls the body to the block that was chosen elsewhere, or that is at the top of the source. */
function useFollowSource(root: RefObject<HTMLElement | null>, {block, chosenIn, top}: Place): void {
  useEffect(() => {
    if (!block || chosenIn === 'form') return
    return whenFound(
      () => (root.current ? blockElement(root.current, block) : undefined),
      (element) => scrollToMiddle(element),
    )
  }, [block, chosenIn, root])
  useEffect(() => {
    if (top?.side !== 'source' || !root.current) return
    const element = blockElement(root.current, top.block)
    // The body is below the other fields, so the editor itself must be scrolled into view first.
    root.current.scrollIntoView({block: 'nearest'})
    if (element) scrollToTop(element)
  }, [root, top])
}

function blockAtHeight(root: Element | null, top: number): string | undefined {
  const blocks = [...(root?.querySelectorAll('[data-pt-path]') ?? [])].filter(blockKeyOf)
  const found = elementAtHeight(blocks, top)
  return found && blockKeyOf(found)
}
