import {Box} from '@sanity/ui'
import {useEffect, useMemo, useRef} from 'react'
import {styled} from 'styled-components'
import type {StoredFinding} from '../review/findings.ts'
import {selectFinding} from '../review/selected-finding.ts'
import {type Mark, segmentsOf} from '../source/segments.ts'

export interface SourceTextProps {
  articleId: string
  text: string
  findings: readonly StoredFinding[]
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

  & mark {
    color: inherit;
    border-radius: 2px;
    cursor: pointer;
    background-color: transparent;
    box-shadow: inset 0 -1px 0 var(--card-badge-default-dot-color);
  }
  & mark[data-severity='warning'] {
    background-color: var(--card-badge-caution-bg-color);
    box-shadow: inset 0 -2px 0 var(--card-badge-caution-dot-color);
  }
  & mark[data-severity='error'] {
    background-color: var(--card-badge-critical-bg-color);
    box-shadow: inset 0 -2px 0 var(--card-badge-critical-dot-color);
  }
  & mark[data-selected='true'] {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: 1px;
  }
`

/** The source as plain text. It is never rendered as HTML. */
export function SourceText({articleId, text, findings, selected}: SourceTextProps) {
  const root = useRef<HTMLPreElement>(null)
  const segments = useMemo(() => segmentsOf(text, marksOf(findings)), [text, findings])

  useEffect(() => {
    if (!selected) return
    root.current
      ?.querySelector('mark[data-selected="true"]')
      ?.scrollIntoView({block: 'center', behavior: 'smooth'})
  }, [selected])

  return (
    <Box flex={1} overflow="auto" padding={4}>
      <Pre ref={root} data-testid="source-text" lang="">
        {segments.map((segment) => {
          const finding = segment.findings.find(({_key}) => _key === selected) ?? segment.findings.at(-1)
          if (!finding) return segment.text
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: a shortcut for the mouse; by keyboard, findings are chosen in their list
            <mark
              key={segment.start}
              data-severity={finding.severity}
              data-selected={finding._key === selected}
              title={finding.message}
              onClick={() => selectFinding(articleId, finding._key)}
            >
              {segment.text}
            </mark>
          )
        })}
      </Pre>
    </Box>
  )
}

/** Wide marks first, so that a narrow one within lies on top. */
function marksOf(findings: readonly StoredFinding[]): Mark<StoredFinding>[] {
  return findings
    .flatMap((finding) => (finding.ranges ?? []).map(({start, end}) => ({start, end, finding})))
    .sort((a, b) => b.end - b.start - (a.end - a.start))
}
