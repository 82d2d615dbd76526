/** What a finding's ranges say of source text that is not in the article, as data: one line for every code. */
import type {FindingCode} from '../findings/codes.ts'

/**
 * - `removes`: words in its ranges left the article because of it.
 * - `syntax`: what stands in its ranges is markup, however damaged, also where it has letters (`h2>`, `\r\n`, `& nbsp ;`).
 * - `marks`: numbers and letters that mark items, within its ranges, are markup.
 * - `none`: says nothing of what is gone.
 */
export type Role = 'removes' | 'syntax' | 'marks' | 'none'

export const roles: Readonly<Record<FindingCode, Role>> = {
  'charset-guessed': 'none',
  'charset-fallback': 'none',
  'invisible-dropped': 'removes',
  'mojibake-repaired': 'syntax',
  'mojibake-lossy': 'syntax',

  'metadata-contradicts': 'none',
  'date-without-zone': 'none',

  'escape-undone': 'none',
  'entity-repaired': 'syntax',
  'line-break-unescaped': 'syntax',
  'percent-decoded': 'syntax',
  'json-unescaped': 'syntax',
  'document-unwrapped': 'removes',
  'body-embedded': 'none',
  'streamed-part-placed': 'removes',
  'cdata-unwrapped': 'syntax',
  'tag-repaired': 'syntax',
  'tag-debris-dropped': 'syntax',
  'markup-text-dropped': 'syntax',
  'script-dropped': 'removes',
  'style-dropped': 'removes',
  'shortcode-dropped': 'removes',
  'markdown-converted': 'syntax',
  'depth-capped': 'none',
  truncated: 'removes',

  'paragraph-split': 'none',
  'heading-split': 'none',
  'heading-inferred': 'none',
  'lead-in-inferred': 'none',
  'list-inferred': 'marks',
  'list-split': 'marks',
  'item-reattached': 'marks',
  'table-rebuilt': 'marks',
  'table-row-rebuilt': 'none',
  'table-tail-moved-out': 'none',
  'duplicate-dropped': 'removes',
  'near-duplicate': 'none',
  'possible-duplicate': 'none',
  'filler-dropped': 'removes',
  'boilerplate-dropped': 'removes',
  'hidden-dropped': 'removes',
  'reference-dropped': 'removes',
  'punctuation-spacing': 'none',

  'reading-order': 'none',
  'uncertain-membership': 'none',
  'possible-typo': 'none',
  'dangling-lead-in': 'none',

  'profile-removed': 'removes',
  'profile-unmatched': 'none',

  'region-removed': 'removes',
  'active-content-removed': 'removes',
  'text-lost': 'removes',

  'table-spans-expanded': 'none',
  'table-padded': 'none',
  'table-cut': 'none',
  'table-flattened': 'none',
  'block-split': 'none',
  'list-start': 'none',
  'link-dropped': 'none',
  'image-dropped': 'none',
  'embed-dropped': 'removes',
}
