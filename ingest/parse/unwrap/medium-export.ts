/**
 * A story in an export of Medium. Author, date and address are in its footer, by their classes (microformats `h-entry`). A card for a link
 * (`mixtapeEmbed`) becomes one line with the link, since its words would run together.
 *
 * @example
 *   in: <!DOCTYPE html><html><body><article class="h-entry"><header><h1 class="p-name">Wells</h1></header><section data-field="body" class="e-content"><p class="graf graf--p">Deep.</p><div class="graf graf--mixtapeEmbed"><a href="https://example.com"><strong>Map</strong><br><em>All wells</em>example.com</a></div></section><footer><p>By <a href="https://medium.com/@ann" class="p-author h-card">Ann Lee</a> on <time class="dt-published" datetime="2024-03-02T09:00:00.000Z">March 2, 2024</time>.</p><p><a href="https://medium.com/p/1" class="p-canonical">Canonical link</a></p></footer></article></body></html>
 *   out: <!DOCTYPE html><html><body><article class="h-entry"><header><h1 class="p-name">Wells</h1></header><section data-field="body" class="e-content"><p class="graf graf--p">Deep.</p><p><a href="https://example.com"><strong>Map</strong> <em>All wells</em> example.com</a></p></section></article></body></html>
 *   declares: {"authors": ["Ann Lee"], "publishedAt": "2024-03-02T09:00:00.000Z", "canonicalUrl": "https://medium.com/p/1"}
 * @example
 *   in: <!DOCTYPE html><html><body><article class="h-entry"><div class="graf">Deep.</div></article></body></html>
 *   out: <!DOCTYPE html><html><body><article class="h-entry"><div class="graf">Deep.</div></article></body></html>
 */

import type {Declaration, DeclaredFields} from '../metadata/declared.ts'
import {isPage} from '../repair/text/markup/outside.ts'
import {type Survey, surveyOf} from '../repair/text/markup/survey.ts'
import type {Edit, TracedText} from '../trace/traced-text.ts'
import {edit, sourceRange} from '../trace/traced-text.ts'
import {plainText} from './lib/plain.ts'
import type {Unwrapper} from './unwrapper.ts'

type Tags = Survey['tags']

export const mediumExport: Unwrapper = (text, report) => {
  const {value} = text
  // A card or a paragraph of Medium in another text is no export: that is a page, and its article an `h-entry`.
  if (
    !['class="graf graf--', 'p-author h-card', 'h-entry'].every((sign) => value.includes(sign)) ||
    !isPage(value)
  )
    return undefined
  const {tags} = surveyOf(text)
  const footer = footerOf(value, tags)
  if (!footer) return undefined
  report({
    code: 'document-unwrapped',
    message: 'The source is a story exported from Medium. Its footer was read as metadata.',
    ranges: [sourceRange(text, footer.start, footer.end)],
  })
  const html = edit(
    text,
    [...cardsIn(value, tags), footer].toSorted((a, b) => a.start - b.start),
  )
  return {html, declared: {source: 'document', fields: fieldsOf(text, tags, footer)}}
}

/** The last footer, if it is the one with the author. */
function footerOf(value: string, tags: Tags): Edit | undefined {
  const start = tags.findLast(({name, closing}) => name === 'footer' && !closing)
  const end =
    start && tags.find(({name, closing, start: at}) => name === 'footer' && closing && at > start.start)
  return start && end && value.slice(start.start, end.end).includes('p-author')
    ? {start: start.start, end: end.end, value: ''}
    : undefined
}

function cardsIn(value: string, tags: Tags): Edit[] {
  const edits: Edit[] = []
  let depth = 0
  for (const {name, start, end, closing} of tags) {
    if (depth === 0 && name === 'div' && !closing && value.slice(start, end).includes('graf--mixtapeEmbed')) {
      depth = 1
      edits.push({start, end, value: '<p>'})
    } else if (depth > 0 && name === 'div') {
      depth += closing ? -1 : 1
      if (depth === 0) edits.push({start, end, value: '</p>'})
    } else if (depth > 0 && name === 'br') edits.push({start, end, value: ' '})
    else if (depth > 0 && name === 'em' && closing) edits.push({start: end, end, value: ' '})
  }
  return depth === 0 ? edits : []
}

function fieldsOf(text: TracedText, tags: Tags, footer: Edit): DeclaredFields {
  const {value} = text
  const tagOf = (name: string) =>
    tags.find(
      ({start, end, closing}) =>
        start > footer.start && end < footer.end && !closing && value.slice(start, end).includes(name),
    )
  const attribute = (name: string, pattern: RegExp): Declaration<string> | undefined => {
    const tag = tagOf(name)
    const [, found] = (tag && pattern.exec(value.slice(tag.start, tag.end))) ?? []
    return tag && found ? {value: plainText(found), place: sourceRange(text, tag.start, tag.end)} : undefined
  }
  const author = tagOf('p-author')
  const end = author ? value.indexOf('</a>', author.end) : -1
  const name = author && end > 0 ? plainText(value.slice(author.end, end)) : ''
  return {
    authors: author && name ? {value: [name], place: sourceRange(text, author.end, end)} : undefined,
    publishedAt: attribute('dt-published', /\sdatetime="([^"]{1,100})"/),
    canonicalUrl: attribute('p-canonical', /\shref="([^"]{1,2000})"/),
  }
}
