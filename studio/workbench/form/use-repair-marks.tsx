import {type PropsWithChildren, useMemo} from 'react'
import {styled} from 'styled-components'
import type {Review} from '../../../schemas/sanity.types.ts'
import {repairedOf} from './repaired.ts'

const RepairedText = styled.span`
  background-color: var(--card-badge-positive-bg-color);
  box-shadow: inset 0 -2px 0 var(--card-badge-positive-dot-color);
`

const NONE: [] = []
type Body = Parameters<typeof repairedOf>[0]

/** Marks for the repaired parts of a body: keys of whole blocks, and decorations of text for the editor. */
export function useRepairMarks(value: unknown, review: Review | null) {
  const findings = review?.findings ?? NONE
  const body = (value as Body | undefined) ?? NONE
  const {texts, blocks} = useMemo(() => repairedOf(body, findings), [body, findings])
  // The editor redraws everything for a new list, so it gets one only if a decoration has changed.
  const signature = JSON.stringify(
    texts.map(({block, span, start, end, finding}) => [block, span, start, end, finding._key]),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature changes with the texts
  const rangeDecorations = useMemo(
    () =>
      texts.map(({block, span, start, end, finding}) => ({
        component: ({children}: PropsWithChildren) => (
          <RepairedText data-testid="repaired-text" title={finding.message}>
            {children}
          </RepairedText>
        ),
        selection: {
          anchor: {path: [{_key: block}, 'children', {_key: span}], offset: start},
          focus: {path: [{_key: block}, 'children', {_key: span}], offset: end},
        },
      })),
    [signature],
  )
  return {blocks, rangeDecorations}
}
