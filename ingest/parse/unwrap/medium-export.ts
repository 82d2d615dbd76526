/**
 * A story in an export of Medium. Its cards for links (`mixtapeEmbed`) become paragraphs with a line for each part, since their words would
 * run together.
 *
 * @example
 *   in: <!DOCTYPE html><html><body><article class="h-entry"><header><h1 class="p-name">Wells</h1></header><section data-field="subtitle" class="p-summary">Deep ones</section><section data-field="body" class="e-content"><div class="graf graf--mixtapeEmbed"><a href="https://example.com"><strong>Map</strong><br><em>All wells</em>example.com</a></div></section></article></body></html>
 *   out: <!DOCTYPE html><html><body><article class="h-entry"><header><h1 class="p-name">Wells</h1></header><section data-field="subtitle" class="p-summary">Deep ones</section><section data-field="body" class="e-content"><p><a href="https://example.com"><strong>Map</strong><br><em>All wells</em><br>example.com</a></p></section></article></body></html>
 * @example
 *   in: <!DOCTYPE html><html><body><div class="graf">Deep.</div></body></html>
 *   out: <!DOCTYPE html><html><body><div class="graf">Deep.</div></body></html>
 */
import {surveyOf} from '../repair/text/markup/survey.ts'
import type {Edit} from '../trace/traced-text.ts'
import {edit, sourceRange} from '../trace/traced-text.ts'
import type {Unwrapper} from './unwrapper.ts'

const CARD = /\bgraf--mixtapeEmbed\b/

export const mediumExport: Unwrapper = (text, report) => {
  const {value} = text
  if (!value.includes('graf--mixtapeEmbed') || !/class="(?:e-content|graf-|section-)/.test(value))
    return undefined
  const edits: Edit[] = []
  let depth = 0
  for (const {name, start, end, closing} of surveyOf(text).tags) {
    if (depth === 0 && name === 'div' && !closing && CARD.test(value.slice(start, end))) {
      depth = 1
      edits.push({start, end, value: '<p>'})
    } else if (depth > 0 && name === 'div') {
      depth += closing ? -1 : 1
      if (depth === 0) edits.push({start, end, value: '</p>'})
    } else if (depth > 0 && name === 'em' && closing && /^\s{0,9}[^\s<]/.test(value.slice(end, end + 20)))
      edits.push({start: end, end, value: '<br>'})
  }
  if (edits.length === 0) return undefined
  report({
    code: 'document-unwrapped',
    message: 'The source is a story exported from Medium. Its cards for links became paragraphs.',
    ranges: edits.filter(({start, end}) => end > start).map(({start, end}) => sourceRange(text, start, end)),
  })
  return {html: edit(text, edits)}
}
