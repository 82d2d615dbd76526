/**
 * Every finding's code, how grave it is and what became of it. The design's rule for actions:
 *
 * - `applied`: certain, and loses no information.
 * - `applied-check`: very likely; an editor should look.
 * - `suggested`: needs judgement; nothing was changed.
 *
 * Severity: `info` needs no look; `warning` asks for one; `error` says that text may be missing or wrong.
 */
import type {FindingAction, Severity} from '../../../schemas/names.ts'
import type {Repair} from './report.ts'

export interface CodeDescription {
  severity: Severity
  action: FindingAction
  /** Short name, for lists. */
  title: string
  /** Why it happens and what it means for the text, for documentation and tooltips. */
  description: string
}

const applied = (title: string, description: string) =>
  ({severity: 'info', action: 'applied', title, description}) as const satisfies CodeDescription
const check = (title: string, description: string) =>
  ({severity: 'warning', action: 'applied-check', title, description}) as const satisfies CodeDescription
const suggested = (title: string, description: string) =>
  ({severity: 'warning', action: 'suggested', title, description}) as const satisfies CodeDescription

export const codes = {
  // Bytes to text.
  'charset-guessed': applied(
    'Character set guessed',
    'Neither the server nor the page named a character set; it was found from the bytes.',
  ),
  'charset-fallback': check(
    'Character set uncertain',
    'Some bytes do not fit the character set; they read as replacement characters.',
  ),
  'invisible-dropped': applied(
    'Invisible characters removed',
    'Zero-width characters and soft hyphens that hide inside words were removed.',
  ),
  'mojibake-repaired': applied(
    'Encoding repaired',
    'Text that was decoded with the wrong character set was restored.',
  ),
  'mojibake-lossy': check(
    'Encoding damaged',
    'Text was decoded with the wrong character set and part of it was lost on the way.',
  ),

  // What the page says of itself.
  'metadata-contradicts': applied(
    'Sources contradict each other',
    'The page gives a title, byline, date or language in several ways that do not agree; the most trusted one was taken.',
  ),
  'date-without-zone': applied(
    'Time without a zone',
    'The source gives a time and not its time zone; it is kept as if it were UTC.',
  ),

  // Text before it is parsed.
  'escape-undone': applied(
    'Escaped markup restored',
    'Markup that had been escaped one or more times too often was restored.',
  ),
  'entity-repaired': applied(
    'Broken entity repaired',
    'A character reference with spaces or parts missing was restored.',
  ),
  'line-break-unescaped': applied(
    'Line breaks restored',
    'Line breaks written as backslash sequences were restored.',
  ),
  'percent-decoded': applied(
    'Percent-encoding undone',
    'Text that was encoded as for an address was restored.',
  ),
  'json-unescaped': applied('JSON escapes undone', 'Text that was escaped as inside JSON was restored.'),
  'document-unwrapped': applied(
    'Article taken out of a document',
    'A JSON document or a feed carried the article; its other fields were left out.',
  ),
  'body-embedded': check(
    'Text taken from the page’s data',
    'The page shows no article by itself; its text was taken from data that a program of the page would show.',
  ),
  'streamed-part-placed': applied(
    'Late parts put in their places',
    'Parts of the page that came after it were put where a program would have put them.',
  ),
  'cdata-unwrapped': applied(
    'CDATA unwrapped',
    'The marks round a CDATA section were removed, its text kept.',
  ),
  'tag-repaired': applied(
    'Broken tag repaired',
    'A tag with spaces, cut brackets or typographic quotes was restored.',
  ),
  'tag-debris-dropped': applied(
    'Rests of tags removed',
    'Rests of tags and entities that carry no text were removed.',
  ),
  'markup-text-dropped': applied(
    'Markup shown as text removed',
    'A tag that a typography filter had turned into text was removed.',
  ),
  'script-dropped': applied('Script rest removed', 'Program code that stood in the text was removed.'),
  'style-dropped': applied('Style rest removed', 'Style rules that stood in the text were removed.'),
  'shortcode-dropped': applied(
    'Shortcode removed',
    'A shortcode of a publishing system was removed, its text kept.',
  ),
  'markdown-converted': applied('Markdown converted', 'Markdown inside the text was read as structure.'),
  'depth-capped': check('Nesting cut', 'Elements nested deeper than any article needs were unwrapped.'),
  truncated: check(
    'Source cut off',
    'The source ends in the middle of something; the text was read as far as it goes.',
  ),

  // Structure.
  'paragraph-split': applied('Paragraph split', 'Two paragraphs that ran into each other were taken apart.'),
  'heading-split': applied('Heading split off', 'A heading glued to the paragraph after it was taken apart.'),
  'heading-inferred': applied('Heading inferred', 'A line without markup reads as a heading.'),
  'lead-in-inferred': applied(
    'Lead-in inferred',
    'The words before a colon at the start of an item read as its bold lead-in.',
  ),
  'list-inferred': applied(
    'List inferred',
    'Lines that begin with bullets, dashes or numbers were made a list.',
  ),
  'list-split': applied('List split', 'Two lists that ran into each other were taken apart.'),
  'item-reattached': check(
    'Item joined to a list',
    'An item found outside its list joined the list before it.',
  ),
  'table-rebuilt': applied('Table rebuilt', 'Lines with column marks were made a table.'),
  'table-row-rebuilt': applied('Table row rebuilt', 'A broken row was rebuilt to the width of its table.'),
  'table-tail-moved-out': applied(
    'Text moved out of a table',
    'Text after the end of a table left its last cell.',
  ),
  'duplicate-dropped': applied('Duplicate removed', 'An exact copy of an earlier piece of text was removed.'),
  'near-duplicate': suggested(
    'Near duplicate',
    'Two pieces of text differ only slightly; one may be left over.',
  ),
  'possible-duplicate': {
    severity: 'info',
    action: 'suggested',
    title: 'Possible duplicate',
    description: 'The same line stands twice, close together. It may be a copy, or meant; it was kept.',
  },
  'filler-dropped': applied('Filler removed', 'A run of filler characters without meaning was removed.'),
  'boilerplate-dropped': applied(
    'Boilerplate removed',
    'A line that belongs to the site, not to the article, was removed.',
  ),
  'hidden-dropped': applied(
    'Hidden words removed',
    'Words that the page hides from its readers were removed from a line.',
  ),
  'reference-dropped': applied(
    'References without notes removed',
    'Marks that point to notes were removed where the notes did not come with the text.',
  ),
  'punctuation-spacing': applied(
    'Spacing repaired',
    'Spaces before punctuation and round quotation marks were removed.',
  ),

  // Suggestions.
  'reading-order': suggested('Reading order', 'Parts of the article seem to have changed places.'),
  'uncertain-membership': suggested('Uncertain place', 'An item may belong to another list.'),
  'possible-typo': suggested(
    'Possible typing error',
    'A word is probably misspelled; wording is never changed silently.',
  ),
  'dangling-lead-in': suggested(
    'Nothing after a lead-in',
    'A sentence announces something that does not follow.',
  ),

  // The source's extraction profile.
  'profile-removed': applied(
    'Removed by the profile',
    'The extraction profile of the source says that this is no part of its articles.',
  ),
  'profile-unmatched': check(
    'Profile does not fit',
    'A selector of the source’s extraction profile finds nothing on the page; the general rules were used.',
  ),

  // The page round the article.
  'region-removed': applied(
    'Part of the page removed',
    'A part of the page that is not the article was left out.',
  ),
  'active-content-removed': applied(
    'Active content removed',
    'Scripts, forms and other active parts never reach a draft.',
  ),
  'text-lost': {
    severity: 'error',
    action: 'applied-check',
    title: 'Text lost',
    description: 'Words of the source are not in the article, and no repair says why.',
  },

  // Blocks.
  'table-spans-expanded': applied(
    'Joined cells expanded',
    'Cells that span rows or columns were repeated, so that each row is whole.',
  ),
  'table-padded': applied('Table padded', 'Rows shorter than their table were filled with empty cells.'),
  'table-cut': check('Table cut', 'A table larger than any editor could use was cut.'),
  'table-flattened': applied(
    'Nested table flattened',
    'A table inside a table was read as text, or its frame removed.',
  ),
  'block-split': applied(
    'Block split',
    'A block inside a heading, cell or line of text became a block of its own.',
  ),
  'list-start': applied('List numbering', 'A numbered list that does not begin at 1 does so in the article.'),
  'link-dropped': applied(
    'Link removed',
    'A link whose address is unsafe or incomplete was removed, its text kept.',
  ),
  'image-dropped': applied('Image left out', 'An image without a usable address was left out.'),
  'embed-dropped': applied('Embed left out', 'Embedded content without a usable address was left out.'),
} as const satisfies Record<string, CodeDescription>

export type FindingCode = keyof typeof codes

/** Severity of one repair: its code's, unless the station knows it to be less certain or less grave than usual. */
export function severityOf({code, doubtful, minor}: Pick<Repair, 'code' | 'doubtful' | 'minor'>): Severity {
  if (minor) return 'info'
  const {severity} = codes[code]
  return doubtful && severity === 'info' ? 'warning' : severity
}

/** Description of a code; unknown codes fail loudly, since a finding without a rule cannot be judged. */
export function describeCode(code: string): CodeDescription {
  if (!Object.hasOwn(codes, code))
    throw new TypeError(`Expected a finding code of ingest/parse/findings/codes.ts, got \`${code}\``)
  return codes[code as FindingCode]
}
