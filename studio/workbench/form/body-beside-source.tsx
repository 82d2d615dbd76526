import {type PropsWithChildren, useCallback, useEffect, useMemo, useRef} from 'react'
import {
  type ArrayOfObjectsInputProps,
  getPublishedId,
  type PortableTextInputProps,
  useFormValue,
} from 'sanity'
import {createGlobalStyle, styled} from 'styled-components'
import {useReview} from '../../review/use-review.ts'
import {chooseBlock, usePlace} from '../in-step/place.ts'
import {bringToMiddle, bringToTop, useLead} from '../in-step/use-lead.ts'
import {blockAtHeight, blockElement, selectorOf} from './block-elements.ts'
import {useKeepOpen} from './keep-open.ts'
import {repairedOf} from './repaired.ts'

const Changed = styled.span`
  background-color: var(--card-badge-positive-bg-color);
  box-shadow: inset 0 -2px 0 var(--card-badge-positive-dot-color);
`

const Marks = createGlobalStyle<{$chosen: string | undefined; $repaired: readonly string[]}>`
  ${({$repaired}) =>
    $repaired.length > 0 &&
    `:is(${selectorOf($repaired)}) { box-shadow: inset 3px 0 0 var(--card-badge-positive-dot-color); }`}
  ${({$chosen}) =>
    $chosen &&
    `${selectorOf([$chosen])} { outline: 2px solid var(--card-focus-ring-color); outline-offset: -2px; border-radius: 2px; }`}
`

/** The editor draws its blocks after the form: tries again each tenth of a second, for as long as that may take. */
function whenThere(find: () => Element | undefined, use: (element: Element) => void): () => void {
  let tries = 50
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const element = find()
    if (element) use(element)
    else if (--tries > 0) timer = setTimeout(look, 100)
  }
  look()
  return () => clearTimeout(timer)
}

const NO_FINDINGS: [] = []
type Body = Parameters<typeof repairedOf>[0]

/** The body's editor, with what repairs changed marked, and in step with the source beside it. */
export function BodyBesideSource(props: ArrayOfObjectsInputProps) {
  const id = useFormValue(['_id'])
  const type = useFormValue(['_type'])
  return type === 'article' && typeof id === 'string' ? (
    <Beside articleId={getPublishedId(id)} input={props} />
  ) : (
    props.renderDefault(props)
  )
}

function Beside({articleId, input}: {articleId: string; input: ArrayOfObjectsInputProps}) {
  useKeepOpen()
  const root = useRef<HTMLDivElement>(null)
  const {review} = useReview(articleId)
  const place = usePlace(articleId)
  const focused = input.focusPath[0]
  const focusedKey = typeof focused === 'object' && '_key' in focused ? focused._key : undefined

  useEffect(() => {
    if (focusedKey) chooseBlock(articleId, focusedKey, 'form')
  }, [articleId, focusedKey])

  useEffect(() => {
    const block = place.block
    if (!block || place.chosenIn === 'form') return
    return whenThere(
      () => (root.current ? blockElement(root.current, block) : undefined),
      (element) => bringToMiddle(element),
    )
  }, [place.block, place.chosenIn])

  useEffect(
    () =>
      whenThere(
        () => root.current?.querySelector('[data-pt-editor]') ?? undefined,
        // The Studio gives its editor no name; what is read out is told nothing of it otherwise.
        (editor) => editor.setAttribute('aria-label', 'Text of the article'),
      ),
    [],
  )

  useEffect(() => {
    if (place.top?.side !== 'source' || !root.current) return
    const element = blockElement(root.current, place.top.block)
    // The body is below the other fields: first the editor has to be seen.
    root.current.scrollIntoView({block: 'nearest'})
    if (element) bringToTop(element)
  }, [place.top])

  useLead(
    articleId,
    'form',
    root,
    useCallback((top: number) => (root.current ? blockAtHeight(root.current, top) : undefined), []),
  )

  const findings = review?.findings ?? NO_FINDINGS
  const value = input.value as Body | undefined
  const repaired = useMemo(() => repairedOf(value ?? NO_FINDINGS, findings), [value, findings])
  // The editor draws everything anew for a new list, so it gets one only when something in it changed.
  const signature = JSON.stringify(
    repaired.texts.map(({block, span, start, end, finding}) => [block, span, start, end, finding._key]),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature says whether the texts changed
  const decorations = useMemo(
    () =>
      repaired.texts.map(({block, span, start, end, finding}) => ({
        component: ({children}: PropsWithChildren) => (
          <Changed data-testid="repaired-text" title={finding.message}>
            {children}
          </Changed>
        ),
        selection: {
          anchor: {path: [{_key: block}, 'children', {_key: span}], offset: start},
          focus: {path: [{_key: block}, 'children', {_key: span}], offset: end},
        },
      })),
    [signature],
  )
  const marked = {...input, rangeDecorations: decorations} as unknown as PortableTextInputProps
  return (
    <div ref={root} data-testid="body-beside-source" data-chosen={place.block}>
      <Marks $chosen={place.block} $repaired={repaired.blocks} />
      {input.renderDefault(marked as unknown as ArrayOfObjectsInputProps)}
    </div>
  )
}
