import {toPlainText} from '@portabletext/toolkit'
import type {TextBlock} from '../../body.ts'

/** The words of a text block. */
export function text(block: TextBlock): string {
  return toPlainText(block).trim()
}
