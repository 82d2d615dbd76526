/**
 * The catalogue of findings: every code that the pipeline reports, and what editors read about it. A stored review keeps
 * only the code, so a code is never renamed.
 */
import type {FindingAction, Severity} from './names.ts'

/**
 * What a finding's ranges mean for source text that is not in the article.
 *
 * - `removes`: the words in its ranges left the article because of it.
 * - `syntax`: its ranges are markup, however damaged, even where they hold letters (`h2>`, `\r\n`, `& nbsp ;`).
 * - `marks`: numbers and letters in its ranges that mark list items are markup.
 * - `none`: it explains no missing text.
 */
export type FindingRole = 'removes' | 'syntax' | 'marks' | 'none'

/** What is known about all findings of one code. */
export interface FindingKind {
  /** Short name, for lists and menus. */
  title: string
  /** Why it happens and what to do about it, for tooltips and documentation. */
  description: string
  /** `info` needs no look; `warning` asks for one; `error` says that text may be missing or wrong. */
  severity: Severity
  /** `applied` is certain and loses nothing; `applied-check` is very likely right; `suggested` changed nothing. */
  action: FindingAction
  role: FindingRole
}

const applied = {severity: 'info', action: 'applied'} as const
const check = {severity: 'warning', action: 'applied-check'} as const
const suggested = {severity: 'warning', action: 'suggested'} as const

/** Every finding code, in the order of the stations that report it. */
export const FINDINGS = {
  // Bytes to text.
  'charset-guessed': {
    ...applied,
    role: 'none',
    title: 'Character set guessed',
    description:
      'Neither the server nor the page named a usable character set, so it was detected from the bytes.',
  },
  'charset-fallback': {
    ...check,
    role: 'none',
    title: 'Character set uncertain',
    description:
      'Some bytes are not valid in the character set of the page. They appear as replacement characters (�).',
  },
  'invisible-dropped': {
    ...applied,
    role: 'removes',
    title: 'Invisible characters removed',
    description: 'Zero-width characters and soft hyphens inside words were removed.',
  },
  'mojibake-repaired': {
    ...applied,
    role: 'syntax',
    title: 'Encoding repaired',
    description: 'Text that had been decoded with the wrong character set was restored.',
  },
  'mojibake-lossy': {
    ...check,
    role: 'syntax',
    title: 'Encoding damaged',
    description:
      'Text had been decoded with the wrong character set, and some characters cannot be recovered. Compare it with the original.',
  },

  // Metadata.
  'metadata-contradicts': {
    ...applied,
    role: 'none',
    title: 'Conflicting metadata',
    description:
      'The page gives different values for the title, byline, date or language. The most trustworthy one was used.',
  },
  'date-without-zone': {
    ...applied,
    role: 'none',
    title: 'Time without a time zone',
    description: 'The source gives a time but no time zone. The time is kept as UTC.',
  },

  'metadata-guessed': {
    ...applied,
    role: 'none',
    title: 'Metadata guessed',
    description:
      'The page does not declare this field. It was read from a line of the page that looks like it, or from the address. Compare it with the page.',
  },
  'access-limited': {
    ...check,
    role: 'none',
    title: 'Text may be cut',
    description:
      'The page says that it is not free to read, so its text may stop early. Fetch it with access, or compare it with the original.',
  },
  'provenance-unread': {
    ...check,
    role: 'none',
    title: 'Details of the scrape unreadable',
    description:
      'The address or the time that came with the scrape could not be read and was left out. The article was kept.',
  },

  // Text before it is parsed.
  'escape-undone': {
    ...applied,
    role: 'none',
    title: 'Escaped markup restored',
    description: 'Markup that had been escaped too often, and so appeared as text, was restored.',
  },
  'entity-repaired': {
    ...applied,
    role: 'syntax',
    title: 'Character reference repaired',
    description: 'A character reference such as “&nbsp;” with extra spaces or missing parts was restored.',
  },
  'line-break-unescaped': {
    ...applied,
    role: 'syntax',
    title: 'Line breaks restored',
    description: 'Line breaks written as “\\n” became real line breaks.',
  },
  'percent-decoded': {
    ...applied,
    role: 'syntax',
    title: 'Percent-encoding decoded',
    description: 'Text that had been encoded for use in an address, such as “%20”, was decoded.',
  },
  'json-unescaped': {
    ...applied,
    role: 'syntax',
    title: 'JSON escapes decoded',
    description: 'Text that had been escaped for use in JSON was decoded.',
  },
  'document-unwrapped': {
    ...applied,
    role: 'removes',
    title: 'Article taken out of a feed or JSON',
    description:
      'The article was inside a feed, a JSON document, a mail, a capture or the like. What belongs to these was left out.',
  },
  'body-embedded': {
    ...check,
    role: 'none',
    title: 'Text taken from the page’s data',
    description:
      'The page itself shows no article. The text comes from data in the page that a script would display.',
  },
  'several-entries': {
    ...check,
    role: 'none',
    title: 'Several articles in one source',
    description:
      'The source is a feed or list of several articles. They were read as one text; when a source is ingested, each becomes an article of its own.',
  },
  'before-page-dropped': {
    ...applied,
    role: 'removes',
    title: 'Text before the page removed',
    description:
      'Something precedes the page itself, such as a warning of its server or the banner of a cache. It was left out.',
  },
  'media-unresolved': {
    ...check,
    role: 'removes',
    title: 'Image without an address',
    description:
      'The text refers to an image or embed by a name that only the site’s own system can resolve. It was left out; find it on the page.',
  },
  'streamed-part-placed': {
    ...applied,
    role: 'removes',
    title: 'Late content put in place',
    description: 'Content that the page delivers late was put where a script would put it.',
  },
  'cdata-unwrapped': {
    ...applied,
    role: 'syntax',
    title: 'CDATA markers removed',
    description: 'The markers around a CDATA section were removed. Its text was kept.',
  },
  'tag-repaired': {
    ...applied,
    role: 'syntax',
    title: 'Broken tag repaired',
    description: 'A tag with extra spaces, missing brackets or curly quotes was restored.',
  },
  'tag-debris-dropped': {
    ...applied,
    role: 'syntax',
    title: 'Tag remnants removed',
    description: 'Remnants of tags and character references that carry no text were removed.',
  },
  'markup-text-dropped': {
    ...applied,
    role: 'syntax',
    title: 'Markup shown as text removed',
    description: 'A tag that appeared as text, with typographic characters in it, was removed.',
  },
  'script-dropped': {
    ...applied,
    role: 'removes',
    title: 'Script code removed',
    description: 'Program code inside the text was removed.',
  },
  'style-dropped': {
    ...applied,
    role: 'removes',
    title: 'Style rules removed',
    description: 'Style rules inside the text were removed.',
  },
  'shortcode-dropped': {
    ...applied,
    role: 'removes',
    title: 'Shortcode removed',
    description: 'A shortcode of a publishing system was removed. The text inside it was kept.',
  },
  'quote-marks-dropped': {
    ...applied,
    role: 'syntax',
    title: 'Marks of a quoted mail removed',
    description: 'Every line began with “>”, as in a quoted mail. The marks were removed.',
  },
  'markdown-converted': {
    ...applied,
    role: 'syntax',
    title: 'Markdown converted',
    description: 'Markdown inside the text became formatting and structure.',
  },
  'depth-capped': {
    ...check,
    role: 'none',
    title: 'Deep nesting flattened',
    description: 'Elements nested deeper than any article needs were removed. Their text was kept.',
  },
  truncated: {
    ...check,
    role: 'removes',
    title: 'Source cut off',
    description: 'The source ends abruptly. The text was read as far as it goes; its end may be missing.',
  },

  // Structure.
  'paragraph-split': {
    ...applied,
    role: 'none',
    title: 'Paragraph split',
    description: 'Two paragraphs that ran into each other were split.',
  },
  'heading-split': {
    ...applied,
    role: 'none',
    title: 'Heading split off',
    description: 'A heading that ran into the next paragraph became a heading of its own.',
  },
  'heading-inferred': {
    ...applied,
    role: 'none',
    title: 'Heading recognised',
    description: 'A line that looks like a heading, but was not marked as one, became a heading.',
  },
  'lead-in-inferred': {
    ...applied,
    role: 'none',
    title: 'Lead-in recognised',
    description: 'The words before a colon at the start of a list item were made bold.',
  },
  'list-inferred': {
    ...applied,
    role: 'marks',
    title: 'List recognised',
    description: 'Lines that begin with bullets, dashes or numbers became a list.',
  },
  'list-split': {
    ...applied,
    role: 'marks',
    title: 'List split',
    description: 'A list that ran into the next list or paragraph was split from it.',
  },
  'item-reattached': {
    ...check,
    role: 'marks',
    title: 'Item added to a list',
    description: 'A list item outside any list was added to the list before it. Check that it belongs there.',
  },
  'table-rebuilt': {
    ...applied,
    role: 'marks',
    title: 'Table rebuilt',
    description: 'Lines with column separators became a table.',
  },
  'table-row-rebuilt': {
    ...applied,
    role: 'none',
    title: 'Table row rebuilt',
    description: 'A broken row was rebuilt to fit the columns of its table.',
  },
  'table-tail-moved-out': {
    ...applied,
    role: 'none',
    title: 'Text moved out of a table',
    description: 'Text that follows the table, but was inside its last cell, was moved after the table.',
  },
  'duplicate-dropped': {
    ...applied,
    role: 'removes',
    title: 'Duplicate removed',
    description: 'An exact copy of an earlier passage was removed.',
  },
  'near-duplicate': {
    ...suggested,
    role: 'none',
    title: 'Near duplicate',
    description: 'Two passages are almost the same. If one is a leftover, delete it.',
  },
  'possible-duplicate': {
    severity: 'info',
    action: 'suggested',
    role: 'none',
    title: 'Possible duplicate',
    description: 'The same line appears twice, close together. It was kept, since it may be intended.',
  },
  'filler-dropped': {
    ...applied,
    role: 'removes',
    title: 'Filler removed',
    description: 'A run of filler characters without meaning was removed.',
  },
  'boilerplate-dropped': {
    ...applied,
    role: 'removes',
    title: 'Boilerplate removed',
    description: 'A line that belongs to the site, not to the article, was removed.',
  },
  'spaces-restored': {
    ...applied,
    role: 'none',
    title: 'No-break spaces replaced',
    description:
      'An editor had written no-break spaces between words, so that lines could not break. They became spaces.',
  },
  'hidden-dropped': {
    ...applied,
    role: 'removes',
    title: 'Hidden words removed',
    description: 'Words that the page hides from its readers were removed from a line.',
  },
  'formula-read': {
    ...applied,
    role: 'removes',
    title: 'Formula read as TeX',
    description: 'A page shows a formula in several forms at once. One of them was kept, as TeX.',
  },
  'note-moved': {
    ...applied,
    role: 'none',
    title: 'Note moved to the end',
    description: 'A note in the middle of a line, or outside the article, was put at the end of the text.',
  },
  'reference-dropped': {
    ...applied,
    role: 'removes',
    title: 'Note markers removed',
    description: 'Markers that point to notes were removed, since the notes are not in the article.',
  },
  'punctuation-spacing': {
    ...applied,
    role: 'none',
    title: 'Spacing repaired',
    description: 'Extra spaces before punctuation and inside quotation marks were removed.',
  },

  // Suggestions.
  'reading-order': {
    ...suggested,
    role: 'none',
    title: 'Reading order',
    description: 'Parts of the article seem to be in the wrong order.',
  },
  'uncertain-membership': {
    ...suggested,
    role: 'none',
    title: 'Item may belong elsewhere',
    description: 'A list item may belong to another list.',
  },
  'possible-typo': {
    ...suggested,
    role: 'none',
    title: 'Possible typo',
    description: 'A word is probably misspelled. Wording is never changed without an editor.',
  },
  'dangling-lead-in': {
    ...suggested,
    role: 'none',
    title: 'Nothing after a lead-in',
    description: 'A sentence announces something that does not follow. Check whether text is missing.',
  },

  // The source's extraction profile.
  'profile-removed': {
    ...applied,
    role: 'removes',
    title: 'Removed by the source’s profile',
    description: 'The extraction profile of the source leaves out this part of the page.',
  },
  'profile-unmatched': {
    ...check,
    role: 'none',
    title: 'Profile does not match',
    description:
      'A selector in the extraction profile of the source matches nothing on the page, so the general rules were used. Correct the profile if the site has changed.',
  },

  // The page around the article.
  'region-removed': {
    ...applied,
    role: 'removes',
    title: 'Part of the page removed',
    description: 'A part of the page that does not belong to the article was left out.',
  },
  'active-content-removed': {
    ...applied,
    role: 'removes',
    title: 'Active content removed',
    description: 'Scripts, forms and other active parts of the page were left out.',
  },
  'text-lost': {
    severity: 'error',
    action: 'applied-check',
    role: 'removes',
    title: 'Text missing',
    description:
      'Words of the source are not in the article, and no repair explains why. Compare the article with its source and add what is missing.',
  },

  // Blocks.
  'table-spans-expanded': {
    ...applied,
    role: 'none',
    title: 'Merged cells expanded',
    description: 'Cells that span several rows or columns were repeated, so that each row is complete.',
  },
  'table-padded': {
    ...applied,
    role: 'none',
    title: 'Table padded',
    description: 'Rows shorter than the table were filled with empty cells.',
  },
  'table-cut': {
    ...check,
    role: 'none',
    title: 'Table cut',
    description: 'A table too large to edit was cut. Compare it with the source.',
  },
  'table-flattened': {
    ...applied,
    role: 'none',
    title: 'Nested table flattened',
    description: 'A table inside a table became text, or a table used only for layout was removed.',
  },
  'block-split': {
    ...applied,
    role: 'none',
    title: 'Block split',
    description: 'A block inside a heading, cell or line of text became a block of its own.',
  },
  'list-start': {
    ...applied,
    role: 'none',
    title: 'List numbering changed',
    description: 'A numbered list that begins at another number begins at 1 in the article.',
  },
  'list-renumbered': {
    ...applied,
    role: 'none',
    title: 'List numbers not kept',
    description:
      'A numbered list counts down, uses letters, leaves out numbers or goes on after another block. The article numbers each list from 1, so check references to its numbers.',
  },
  'redirect-unwrapped': {
    ...applied,
    role: 'none',
    title: 'Redirecting link replaced',
    description:
      'A link led through a search engine, a network or a mail filter. It now has the address that it leads to.',
  },
  'link-dropped': {
    ...applied,
    role: 'none',
    title: 'Link removed',
    description: 'A link with an unsafe or incomplete address was removed. Its text was kept.',
  },
  'image-dropped': {
    ...applied,
    role: 'none',
    title: 'Image left out',
    description: 'An image without a usable address was left out.',
  },
  'embed-dropped': {
    ...applied,
    role: 'removes',
    title: 'Embed left out',
    description: 'Embedded content without a usable address was left out.',
  },

  // Stored articles.
  'source-changed': {
    ...suggested,
    role: 'none',
    title: 'Source changed',
    description:
      'The page was scraped again and has changed. Open “Newer version” to take over what has changed.',
  },
  'reparse-kept': {
    ...suggested,
    role: 'none',
    title: 'Edited fields kept',
    description:
      'The page was parsed again with another result. Fields that an editor had changed were left alone.',
  },
} as const satisfies Record<string, FindingKind>

/** Code of a finding that the pipeline may report. */
export type FindingCode = keyof typeof FINDINGS

/** All codes, in the order of the catalogue. */
export const FINDING_CODES = Object.keys(FINDINGS) as FindingCode[]

/** The catalogue's entry for a stored code, which an older or newer version may have written; undefined for an unknown one. */
export function findingKindOf(code: string): FindingKind | undefined {
  return Object.hasOwn(FINDINGS, code) ? FINDINGS[code as FindingCode] : undefined
}

/** Title of a stored code; an unknown code reads as its words: `old-code` as “Old code”. */
export function findingTitleOf(code: string): string {
  const kind = findingKindOf(code)
  if (kind) return kind.title
  const words = code.replaceAll('-', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
