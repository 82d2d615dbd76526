import type {Latex} from '../../body.ts'
import {element, escapeText} from '../../html/element.ts'
import {cleanText} from '../../read/clean-text.ts'
import {keyOf} from '../../read/fields.ts'
import type {BlockRenderer} from '../renderer.ts'

/**
 * A formula of its own. In HTML it is code with the classes that remark-math writes and rehype-katex draws; in Markdown a fence that
 * GitHub draws.
 */
export const latex: BlockRenderer<'latex'> = {
  read(fields, index): Latex | undefined {
    const body = typeof fields.body === 'string' ? cleanText(fields.body).trim() : ''
    return body ? {_type: 'latex', _key: keyOf(fields, index), body} : undefined
  },
  html:
    () =>
    ({value}) =>
      element(
        'pre',
        {tabindex: 0},
        element('code', {class: 'language-math math-display'}, escapeText(value.body)),
      ),
  markdown: ({body}) => [{type: 'code', lang: 'math', value: body}],
  text: ({body}) => body,
}
