import type {BlockRenderer} from '../renderer.ts'
import {html} from './html.ts'
import {markdown} from './markdown.ts'
import {readEmbed} from './read.ts'

/** A video, a post or a document on a page of its own. */
export const embed: BlockRenderer<'embed'> = {
  read: readEmbed,
  html: () => html,
  markdown: (value) => [markdown(value)],
  text: (value) => value.caption ?? '',
}
