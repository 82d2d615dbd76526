import type {ArrayOfObjectsInputProps} from 'sanity'
import {styled} from 'styled-components'
import {BodyBesideSource} from '../workbench/body-beside-source.tsx'

/**
 * The Studio's Portable Text editor opens three hundred pixels high; an article is read and corrected whole. The blend
 * mode that the Studio puts on every text block doubles the cost of typing in a table.
 */
const Tall = styled.div`
  /* A wide table scrolls in its own frame and does not widen the form. */
  contain: inline-size;

  & [data-testid='pt-editor'] {
    height: clamp(320px, 68vh, 960px);
  }
  & td * {
    mix-blend-mode: normal !important;
  }
`

export function BodyInput(props: ArrayOfObjectsInputProps) {
  return (
    <Tall>
      <BodyBesideSource {...props} />
    </Tall>
  )
}
