/** An article as a document of its own: its title, and its body as the site renders it. */
import type {Heading} from 'mdast'
import {element, escapeText} from '../../../render/html/element.ts'
import {renderHtml} from '../../../render/html.ts'
import {toMdast, writeMarkdown} from '../../../render/markdown.ts'
import type {ParsedArticle} from '../../parse/types.ts'

/** An article as HTML, each block on a line of its own. Parsing it gives the same blocks. */
export function articleHtml({title, body}: ParsedArticle): string {
  const heading = title === undefined ? '' : `${element('h1', {}, escapeText(title))}\n`
  return `${heading}${renderHtml(body, {separator: '\n'})}\n`
}

/** An article as GitHub's Markdown. docs/conversions.md lists what cannot be written in it. */
export function articleMarkdown({title, body}: ParsedArticle): string {
  const heading: Heading[] =
    title === undefined
      ? []
      : [{type: 'heading', depth: 1, children: [{type: 'text', value: title.replace(/\s+/g, ' ')}]}]
  return writeMarkdown({type: 'root', children: [...heading, ...toMdast(body).children]})
}
