import {Card, Stack} from '@sanity/ui'
import {styled} from 'styled-components'

/** Longer texts are shortened to this number of characters. */
const MAX_LENGTH = 240

const Line = styled.code`
  display: block;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  font-size: 12px;
  line-height: 17px;
  color: var(--card-fg-color);
`

/** The two versions of a text. */
export interface SnippetProps {
  before: string | undefined
  after: string | undefined
}

/** A text before and after a change, as plain text. */
export function Snippet({before, after}: SnippetProps) {
  if (!before && !after) return null
  return (
    <Stack gap={1}>
      {before && (
        <Card tone={after === undefined ? 'default' : 'critical'} padding={2} radius={2}>
          <Line as={after === undefined ? 'code' : 'del'}>{shortened(before)}</Line>
        </Card>
      )}
      {after && (
        <Card tone="positive" padding={2} radius={2}>
          <Line>{shortened(after)}</Line>
        </Card>
      )}
    </Stack>
  )
}

function shortened(text: string): string {
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH).trimEnd()}…`
}
