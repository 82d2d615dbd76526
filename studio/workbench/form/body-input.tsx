import type {ArrayOfObjectsInputProps} from 'sanity'
import {styled} from 'styled-components'
import {BodyBesideSource} from './body-beside-source.tsx'

/**
 * Makes the text editor tall, because articles are read and corrected as a whole; the Studio's editor is 300 pixels high. The blend mode that
 * the Studio sets on every text block doubles the cost of typing in a table.
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
  /* Blocks outside the visible part of a long article are not laid out after each key, which halves the cost of a key among 500 blocks. */
  ${({$long}) =>
    $long &&
    `& [data-pt-editor] > [data-pt-block='text'] {
      content-visibility: auto;
      contain-intrinsic-block-size: auto 3em;
    }`}
`

/** Number of blocks from which on an article is long. */
const LONG = 150

/** The input for the body of an article. */
export function BodyInput(props: ArrayOfObjectsInputProps) {
  return (
    <Tall $long={(props.value?.length ?? 0) >= LONG}>
      <BodyBesideSource {...props} />
    </Tall>
  )
}
