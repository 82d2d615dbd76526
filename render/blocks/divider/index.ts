import {element} from '../../html/element.ts'
import {keyOf} from '../../read/fields.ts'
import type {BlockRenderer} from '../renderer.ts'

/** A break between two parts of the text. */
export const divider: BlockRenderer<'divider'> = {
  read: (fields, index) => ({_type: 'divider', _key: keyOf(fields, index)}),
  html: () => () => element('hr'),
  markdown: () => [{type: 'thematicBreak'}],
  text: () => '',
}
