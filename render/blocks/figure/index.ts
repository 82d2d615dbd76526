import type {BlockRenderer} from '../renderer.ts'
import {html} from './html.ts'
import {markdown} from './markdown.ts'
import {readFigure} from './read.ts'

/** An image with its caption and credit. */
export const figure: BlockRenderer<'figure'> = {
  read: readFigure,
  html,
  markdown,
  text: ({caption, alt, credit}) => [caption ?? alt, credit].filter(Boolean).join('\n'),
}
