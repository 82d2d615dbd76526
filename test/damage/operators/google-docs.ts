/** What the clipboard holds after copying from a word processor on the web. */
import type {Operator} from './index.ts'

export const googleDocs: Operator = (html, random) =>
  `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-${Math.floor(random() * 1e9).toString(16)}">${html.replace(
    /(<(?:p|h\d|td|th)>)([^<]+)/g,
    '$1<span style="font-size:11pt;font-family:Arial;white-space:pre-wrap;">$2</span>',
  )}</b><br class="Apple-interchange-newline">`
