/** Characters that nobody sees, put between letters: soft hyphens, zero-width spaces, word joiners. */
import {pick} from '../random.ts'
import type {Operator} from './index.ts'

export const noise: Operator = (html, random) =>
  html.replace(/(?<=>[^<]*\p{L}{3})(?=\p{L}{3}[^<]*<)/gu, () =>
    random() < 0.15 ? pick(random, ['\u00ad', '\u200b', '\u2060', '\ufeff']) : '',
  )
