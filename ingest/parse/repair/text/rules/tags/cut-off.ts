/**
 * A source that ends in the middle: of a sentence inside an element that others like it close, of a bold word or a heading, of
 * a list or a row, a comment, a reference, a character. Nothing is changed; one finding says where the text stops. HTML
 * that leaves out end tags throughout is lazily written, not cut, and a text that ends with a whole sentence or block
 * is whole.
 *
 * @example
 *   in: <p>One is whole.</p><p>Two is not, since it
 *   finding: truncated
 * @example
 *   in: <p>One is whole.<p>Two is lazily written
 *   out: <p>One is whole.<p>Two is lazily written
 */
import {scanEnd} from '../../markup/scan-end.ts'
import type {TextRule} from '../../rule.ts'
import {reportCut} from './cut-off/report-cut.ts'

export const cutOff: TextRule = (text, report) => reportCut(text, scanEnd(text.value.trimEnd()), report)
