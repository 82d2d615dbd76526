import type {BlockRenderer} from '../renderer.ts'
import {html} from './html.ts'
import {textBlock} from './markdown.ts'
import {readTextBlock} from './read.ts'
import {text} from './text.ts'

/** Paragraphs, headings and list items. */
export const block: BlockRenderer<'block'> = {
  read: readTextBlock,
  html,
  markdown: (value) => [textBlock(value)],
  text,
}
