import type {ArrayOfObjectsInputProps} from 'sanity'
import {styled} from 'styled-components'
import {BodyBesideSource} from './body-beside-source.tsx'

/**
 * The Studio's Portable Text editor opens three hundred pixels high; an article is read and corrected whole. The blend
 * mode that the Studio puts on every text block doubles the cost of typing in a table.
 */
const Tall = styled.div<{$long: boolean}>`
  /* A wide table scrolls in its own frame and does not widen the form. */
  contain: inline-size;

  & [data-testid='pt-editor'] {
    height: clamp(320px, 68vh, 960px);
  }
  & td * {
    mix-blend-mode: normal !important;
  }
  /* What is out of sight of a long article is not laid out at each key: it halves the time that a key takes among 500 blocks. */
  ${({$long}) =>
    $long &&
    `& [data-pt-editor] > [data-pt-block='text'] {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 3em;
    }`}
`

/** Blocks from which on an article is long. */
const MANY = 150

export function BodyInput(props: ArrayOfObjectsInputProps) {
  return (
    <Tall $long={(props.value?.length ?? 0) >= MANY}>
      <BodyBesideSource {...props} />
    </Tall>
  )
}
