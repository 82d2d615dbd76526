/** Whether the article's part of a page needs the repairs of its text, asked of those repairs themselves. */
import type {Nodes, Root} from 'hast'
import type {VFile} from 'vfile'
import {extentOf} from '../trace/extent.ts'
import {type TracedText, traced} from '../trace/traced-text.ts'
import {repairText} from './text/index.ts'

/** Makes a part of a page a page, for whose text some rules are stricter than for a fragment's. */
const PAGE = '<!doctype html>'

/**
 * `tree` is what was chosen from a page that the text rules have not seen. Its source is given to them as a page of its own, and the
 * strings of its metadata each alone: where one of them is changed, the page is damaged.
 */
export function showsDamage({tree, file}: {tree: Root; file: VFile}): boolean {
  const {html, metadata = {}} = file.data
  // The root has the place of the whole page.
  const part = tree.children.map((child) => sourceOf(child, html)).join('\n')
  const {title, subtitle, byline, section, leadImage, authors = [], tags = []} = metadata
  const strings = [title, subtitle, byline, section, leadImage?.alt, leadImage?.caption, ...authors, ...tags]
  return isChanged(`${PAGE}${part}`) || strings.some((text) => text !== undefined && isChanged(text))
}

const sourceOf = (node: Nodes, html: TracedText | undefined): string => {
  const extent = extentOf(node)
  return extent && html ? html.value.slice(extent.start, extent.end) : ''
}

const silent = (): void => undefined

function isChanged(value: string): boolean {
  const text = traced(value)
  return repairText(text, silent) !== text
}
