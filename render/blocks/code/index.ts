import type {BlockRenderer} from '../renderer.ts'
import {html} from './html.ts'
import {readCode} from './read.ts'

/** Preformatted lines. */
export const code: BlockRenderer<'code'> = {
  read: readCode,
  html: () => html,
  markdown: (value) => [{type: 'code', lang: value.language ?? null, value: value.code}],
  text: (value) => value.code,
}
