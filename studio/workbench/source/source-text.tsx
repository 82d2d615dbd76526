import {Box} from '@sanity/ui'
import {type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef} from 'react'
import {styled} from 'styled-components'
import type {StoredFinding} from '../../review/findings.ts'
import {selectFinding} from '../../review/selected-finding.ts'
import {chooseBlock, usePlace} from '../in-step/place.ts'
import {bringToTop, useLead} from '../in-step/use-lead.ts'
import {hiddenIn, reader} from './readable.ts'
import {type Mark, segmentsOf} from './segments.ts'

interface BlockPlaces {
  blockKey: string
  ranges: readonly {start: number; end: number}[]
}

export interface SourceTextProps {
  articleId: string
  text: string
  findings: readonly StoredFinding[]
  /** Where the blocks of the article stand in the text. */
  blocks: readonly BlockPlaces[]
  /** Without the markup, as a reader would see it. */
  readable: boolean
  /** Key of the finding to scroll to. */
  selected: string | undefined
}

const Pre = styled.pre`
  margin: 0;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  font-family: var(--font-family-code, ui-monospace, Menlo, Consolas, monospace);
  font-size: 13px;
  line-height: 20px;
  color: var(--card-fg-color);
  text-align: start;
  unicode-bidi: plaintext;

  &[data-readable='true'] {
    font-family: inherit;
    font-size: 15px;
    line-height: 24px;
  }
  &:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: 4px;
  }
  & mark,
  & del {
    color: inherit;
    border-radius: 2px;
    cursor: pointer;
    background-color: transparent;
    box-shadow: inset 0 -1px 0 var(--card-badge-default-dot-color);
  }
  & del {
    color: var(--card-muted-fg-color);
    text-decoration: line-through;
    box-shadow: none;
  }
  & [data-severity='warning'] {
    background-color: var(--card-badge-caution-bg-color);
    box-shadow: inset 0 -2px 0 var(--card-badge-caution-dot-color);
  }
  & [data-severity='error'] {
    background-color: var(--card-badge-critical-bg-color);
    box-shadow: inset 0 -2px 0 var(--card-badge-critical-dot-color);
  }
  & [data-block] {
    cursor: pointer;
  }
  & [data-chosen='true'] {
    background-color: var(--card-badge-primary-bg-color);
  }
  & [data-selected='true'] {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: 1px;
  }
`

type Item = {finding: StoredFinding} | {block: string}
interface Piece {
  start: number
  text: string
  finding?: StoredFinding
  block?: string
  removed: boolean
}

/**
 * The source as plain text, with what was found marked and what is not in the article struck through. It is never rendered as
 * HTML here. A click on text chooses its block in the article; so do the arrow keys.
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

  const follow = useCallback((block: string) => {
    const element = root.current?.querySelector(`[data-block="${CSS.escape(block)}"]`)
    if (element) bringToTop(element)
  }, [])
  useEffect(() => {
    if (place.block && place.chosenIn === 'form') follow(place.block)
  }, [follow, place.block, place.chosenIn])
  useEffect(() => {
    if (place.top?.side === 'form') follow(place.top.block)
  }, [follow, place.top])
  useLead(
    articleId,
    'source',
    frame,
    useCallback((top: number) => pieceAt(root.current, top), []),
  )

  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step) return
    event.preventDefault()
    const order = [...new Set(pieces.flatMap(({block}) => block ?? []))]
    const at = place.block === undefined ? -1 : order.indexOf(place.block)
    const next = order[Math.min(order.length - 1, Math.max(0, at + step))]
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
        aria-label="Text of the source. Up and down choose a block."
        onKeyDown={move}
      >
        <Pieces pieces={pieces} articleId={articleId} chosen={place.block} selected={selected} />
      </Pre>
    </Box>
  )
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
          title: removed ? `Left out: ${finding.message}` : finding.message,
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

function piecesOf(
  source: string,
  findings: readonly StoredFinding[],
  blocks: readonly BlockPlaces[],
  readable: boolean,
  selected: string | undefined,
): Piece[] {
  const read = readable ? reader(source, hiddenIn(source), decode) : undefined
  return segmentsOf<Item>(source, marksOf(findings, blocks)).flatMap((segment): Piece[] => {
    const text = read ? read(segment.start, segment.start + segment.text.length) : segment.text
    if (text === '') return []
    const found = segment.findings.flatMap((item) => ('finding' in item ? item.finding : []))
    const block = segment.findings.flatMap((item) => ('block' in item ? item.block : [])).at(-1)
    const narrow = found.at(-1)
    const finding =
      found.find(({_key}) => _key === selected) ??
      (narrow && block !== undefined && isWide(narrow) ? undefined : narrow)
    // What a repair reached and no block has was left out; without the places of blocks nobody can tell.
    const left = finding && block === undefined && blocks.length > 0 && finding.action !== 'suggested'
    return [
      {
        start: segment.start,
        text,
        ...(finding && {finding}),
        ...(block !== undefined && {block}),
        removed: Boolean(left && text.trim() !== '' && finding.before !== undefined),
      },
    ]
  })
}

/** What was done to a long stretch is told by its block; marking every word of it would hide the rest. */
const WIDE = 200

function isWide({action, ranges}: StoredFinding): boolean {
  return action === 'applied' && (ranges ?? []).some(({start, end}) => end - start > WIDE)
}

/** Wide marks first, so that a narrow one within lies on top. */
function marksOf(findings: readonly StoredFinding[], blocks: readonly BlockPlaces[]): Mark<Item>[] {
  const found = findings.flatMap((finding) =>
    (finding.ranges ?? []).map(({start, end}) => ({start, end, finding: {finding}})),
  )
  const placed = blocks.flatMap(({blockKey, ranges}) =>
    ranges.map(({start, end}) => ({start, end, finding: {block: blockKey}})),
  )
  return [...found, ...placed].sort((a, b) => b.end - b.start - (a.end - a.start))
}

let decoder: HTMLTextAreaElement | undefined

/** A text area reads character references and nothing else. */
function decode(reference: string): string {
  decoder ??= document.createElement('textarea')
  decoder.innerHTML = reference
  return decoder.value
}

/** The block at a height of the window; pieces are in order, so they are halved. */
function pieceAt(root: Element | null, top: number): string | undefined {
  const pieces = [...(root?.querySelectorAll('[data-block]') ?? [])]
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle] as Element).getBoundingClientRect().bottom <= top) low = middle + 1
    else high = middle
  }
  return pieces[low]?.getAttribute('data-block') ?? undefined
}
