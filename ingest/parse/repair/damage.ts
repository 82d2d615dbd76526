/** Whether the article's part of a page needs the repairs of its text, asked of those repairs themselves. */
import type {Nodes, Root} from 'hast'
import type {VFile} from 'vfile'
import {extentOf} from '../trace/extent.ts'
import {type TracedText, traced} from '../trace/traced-text.ts'
import {repairText} from './text/index.ts'

/** Makes a part of a page a page, for whose text some rules are stricter than for a fragment's. */
const PAGE = '<!doctype html>'

/**
 * Whether the text rules would change the article's part of a page that they have not seen, or a string of its metadata. Both are
 * given to them as one page, each string a paragraph. `tree` is the chosen part.
 */
export function showsDamage({tree, file}: {tree: Root; file: VFile}): boolean {
  const {html, metadata = {}} = file.data
  // The root has the place of the whole page.
  const part = tree.children.map((child) => sourceOf(child, html)).join('\n')
  const {title, subtitle, byline, section, leadImage, authors = [], tags = []} = metadata
  const strings = [title, subtitle, byline, section, leadImage?.alt, leadImage?.caption, ...authors, ...tags]
  const shown = new Set(strings.filter((text) => text !== undefined).map(escaped))
  return isChanged(`${PAGE}${part}\n${[...shown].map((text) => `<p>${text}</p>`).join('\n')}`)
}

const sourceOf = (node: Nodes, html: TracedText | undefined): string => {
  const extent = extentOf(node)
  return extent && html ? html.value.slice(extent.start, extent.end) : ''
}

/** Metadata is text already: what looks like markup in it is none. */
const escaped = (text: string): string => text.replace(/[<>]/g, ' ').trim()

const silent = (): void => undefined

function isChanged(value: string): boolean {
  const text = traced(value)
  return repairText(text, silent) !== text
}
