/** End tags that HTML lets authors leave out, left out. */
import type {Operator} from './index.ts'

export const optionalEndTags: Operator = (html, random) =>
  html.replace(/<\/(?:p|li|td|th|tr|thead|tbody)>/g, (tag) => (random() < 0.6 ? '' : tag))
