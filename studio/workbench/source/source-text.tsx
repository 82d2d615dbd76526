import {Box} from '@sanity/ui'
import {type KeyboardEvent, memo, type RefObject, useCallback, useEffect, useMemo, useRef} from 'react'
import type {StoredFinding} from '../../review/findings.ts'
import {selectFinding} from '../../review/selected-finding.ts'
import {elementAtHeight} from '../../shared/block-elements.ts'
import {isPressed} from '../../shortcuts/is-pressed.ts'
import {SHORTCUTS} from '../../shortcuts/shortcuts.ts'
import {chooseBlock, type Place, usePlace} from '../in-step/place.ts'
import {scrollToTop, useReportScroll} from '../in-step/scrolling.ts'
import {type BlockPlaces, type Piece, piecesOf} from './pieces.ts'
import {Pre} from './source-style.ts'

interface SourceTextProps {
  articleId: string
  text: string
  findings: readonly StoredFinding[]
  /** Where the blocks of the article are in the text. */
  blocks: readonly BlockPlaces[]
  /** Whether markup is hidden. */
  readable: boolean
  /** Key of the finding to scroll to. */
  selected: string | undefined
}

/**
 * The source as plain text, never rendered as HTML. Findings are marked, and text that is not in the article is struck through. A click on text, or an
 * arrow key, chooses its block in the article.
 */
export function SourceText({articleId, text, findings, blocks, readable, selected}: SourceTextProps) {
  const root = useRef<HTMLPreElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const place = usePlace(articleId)
  const pieces = useMemo(
    () => piecesOf(text, findings, blocks, readable, selected),
    [text, findings, blocks, readable, selected],
  )
  useEffect(() => {
    if (!selected) return
    root.current
      ?.querySelector('[data-selected="true"]')
      ?.scrollIntoView({block: 'center', behavior: 'smooth'})
  }, [selected])
  const follow = useFollowForm(root, place)
  useReportScroll(
    articleId,
    'source',
    frame,
    useCallback((top: number) => blockAtHeight(root.current, top), []),
  )
  const move = (event: KeyboardEvent) => {
    const step = isPressed(SHORTCUTS.nextBlock, event)
      ? 1
      : isPressed(SHORTCUTS.previousBlock, event)
        ? -1
        : 0
    if (!step) return
    event.preventDefault()
    const next = neighbour(pieces, place.block, step)
    if (!next) return
    chooseBlock(articleId, next, 'source')
    follow(next)
  }
  return (
    <Box flex={1} overflow="auto" padding={4} ref={frame}>
      <Pre
        ref={root}
        data-testid="source-text"
        data-readable={readable}
        lang=""
        dir="auto"
        tabIndex={0}
        aria-label="Text of the source. Use the up and down arrow keys to choose a block."
        onKeyDown={move}
      >
        <Pieces pieces={pieces} articleId={articleId} chosen={place.block} selected={selected} />
      </Pre>
    </Box>
  )
}

/** Scrolls the source to the block that is chosen in the form or at its top. Returns a function that scrolls to a block. */
function useFollowForm(root: RefObject<HTMLElement | null>, {block, chosenIn, top}: Place) {
  const follow = useCallback(
    (key: string) => {
      const element = root.current?.querySelector(`[data-block="${CSS.escape(key)}"]`)
      if (element) scrollToTop(element)
    },
    [root],
  )
  useEffect(() => {
    if (block && chosenIn === 'form') follow(block)
  }, [block, chosenIn, follow])
  useEffect(() => {
    if (top?.side === 'form') follow(top.block)
  }, [follow, top])
  return follow
}

/** The block before or after the chosen one in the source; the first one if none is chosen. */
function neighbour(pieces: readonly Piece[], chosen: string | undefined, step: number): string | undefined {
  const order = [...new Set(pieces.flatMap(({block}) => block ?? []))]
  const at = chosen === undefined ? -1 : order.indexOf(chosen)
  return order[Math.min(order.length - 1, Math.max(0, at + step))]
}

function blockAtHeight(root: Element | null, top: number): string | undefined {
  const pieces = [...(root?.querySelectorAll('[data-block]') ?? [])]
  return elementAtHeight(pieces, top)?.getAttribute('data-block') ?? undefined
}

interface PiecesProps {
  pieces: readonly Piece[]
  articleId: string
  chosen: string | undefined
  selected: string | undefined
}

const Pieces = memo(function Pieces({pieces, articleId, chosen, selected}: PiecesProps) {
  return pieces.map(({start, text, finding, block, removed}) => {
    if (!finding && !block) return text
    const As = removed ? 'del' : finding ? 'mark' : 'span'
    return (
      <As
        key={start}
        data-block={block}
        data-chosen={block !== undefined && block === chosen}
        {...(finding && {
          'data-severity': finding.severity,
          'data-selected': finding._key === selected,
          title: removed ? `Not in the article: ${finding.message}` : finding.message,
        })}
        onClick={() => {
          if (finding) selectFinding(articleId, finding._key)
          const target = block ?? finding?.targets?.[0]?.blockKey
          if (target) chooseBlock(articleId, target, 'source')
        }}
      >
        {text}
      </As>
    )
  })
})
