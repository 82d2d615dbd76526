import type {BlockRenderer} from '../renderer.ts'
import {html} from './html.ts'
import {markdown} from './markdown.ts'
import {readTable} from './read.ts'
import {text} from './text.ts'

/** A table with a caption. */
export const table: BlockRenderer<'table'> = {read: readTable, html, markdown, text}
