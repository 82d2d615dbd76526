/**
 * Regular expressions that recheck calls slow, or cannot judge in its time, and that are given short text only or cannot be
 * slow for a reason it does not see. One whose time grows exponentially is not excused by anything.
 */
export interface Bounded {
  file: string
  /** A piece of the expression, or of the call, that no other of the file has. */
  part: string
  reason: string
}

const site = 'Asked of lines of at most 400 characters, white space collapsed (boilerplateKind).'
const heading = 'Asked of lines of at most 160 characters (headingLook).'
const attribute =
  'Each repetition has an end: at most 41 characters are looked at before the equals sign, 1,000 after it.'

export const bounded: readonly Bounded[] = [
  {file: 'render/read/clean-text.ts', part: '[[\\p{Cc}', reason: 'One character at a time.'},
  {file: 'deliver/site/hosts.ts', part: 'localhost|127', reason: 'A host name, of at most 253 characters.'},
  {
    file: 'ingest/parse/metadata/title.ts',
    part: '(?<!\\s)\\s+',
    reason: 'A run of white space is tried at its beginning only.',
  },
  {
    file: 'ingest/parse/partition/unclaimed.ts',
    part: '&(?:amp;)*(?:#x',
    reason:
      'Begins at an ampersand; a run of `amp;` is tried once for each, and none follows another without one.',
  },
  {
    file: 'ingest/parse/repair/text/rules/tags/broken-tags.ts',
    part: '[^<>]{0,2000}?',
    reason: 'Begins at `<`, ends before the next, and at most 2,000 characters on.',
  },
  {
    file: 'ingest/parse/repair/text/rules/tags/broken-tags.ts',
    part: '[a-zA-Z_:][\\w:.-]{0,40}',
    reason: attribute,
  },
  {
    file: 'ingest/parse/repair/text/rules/escapes/cdata.ts',
    part: 'content:encoded',
    reason: 'Begins at `<`, `&` or `]`, which its repetition cannot hold.',
  },
  {
    file: 'ingest/parse/repair/text/rules/noise/code-remnants.ts',
    part: '\\bfunction',
    reason: 'The names after `var`, `let`, `const` and `new` begin at a word and end with it.',
  },
  {
    file: 'ingest/parse/repair/text/rules/escapes/escaped-markup.ts',
    part: '(?:<|&(?:amp;){0,5}(?:lt|LT',
    reason: 'Begins at `<` or its reference, ends before the next, and at most 2,000 characters on.',
  },
  {
    file: 'ingest/parse/repair/text/rules/escapes/escaped-markup.ts',
    part: '[-*•|]',
    reason: 'Given the 12 characters before a tag.',
  },
  {
    file: 'ingest/parse/repair/text/rules/noise/filler.ts',
    part: '{6,}',
    reason: 'Tried at the first mark of a run only; what holds the marks apart is none of them.',
  },
  {
    file: 'ingest/parse/repair/text/rules/tags/half-tags/missing-open-bracket.ts',
    part: '[a-z][a-z-]{0,20}',
    reason: 'Given the 400 characters before a bracket.',
  },
  {
    file: 'ingest/parse/repair/text/rules/tags/half-tags/missing-open-bracket.ts',
    part: '(h[1-6])[ ]?(?=',
    reason: 'What is looked ahead for is white space, right after a name that holds none.',
  },
  {
    file: 'ingest/parse/repair/text/rules/characters/invisible-characters.ts',
    part: 'ZeroWidthSpace',
    reason: 'One repetition of one class, with nothing after it.',
  },
  {
    file: 'ingest/parse/repair/text/rules/escapes/json-escapes.ts',
    part: '{0,500}',
    reason: 'Looks at most 500 characters ahead.',
  },
  {
    file: 'ingest/parse/repair/text/rules/tags/half-tags/remnants-on-lines.ts',
    part: '\\p{Ll}*$',
    reason: 'Given at most 48 characters at the end of a line.',
  },
  {
    file: 'ingest/parse/repair/text/rules/tags/half-tags/remnants-on-lines.ts',
    part: '\\p{L}*$',
    reason: 'Given at most 48 characters at the end of a line.',
  },
  {
    file: 'ingest/parse/repair/text/rules/blocks/pipe-rows/clusters.ts',
    part: '[ \\t|]*$',
    reason: 'Given the 8 characters before a stretch.',
  },
  {
    file: 'ingest/parse/repair/text/rules/notations/shortcodes.ts',
    part: '[^[\\]]{0,',
    reason: 'Begins at a bracket that its repetitions cannot hold.',
  },
  {
    file: 'ingest/parse/repair/tree/lib/inferred-paragraphs.ts',
    part: '[^<>]{0,400}?',
    reason: 'Given the 500 characters at the start of a paragraph.',
  },
  ...[
    'share|tweet',
    'advertisement|',
    'sign|signing',
    'cookies?',
    'all rights reserved',
    'related(?: (?:articles',
    'must|don',
    'connect with',
    'originally )?(?:appeared',
    'skip to',
  ].map((part) => ({file: 'ingest/parse/repair/tree/lib/boilerplate.ts', part, reason: site})),
  {
    file: 'ingest/parse/repair/tree/lib/heading-joint.ts',
    part: '\\S+$',
    reason: 'Given 220 characters at most.',
  },
  {
    file: 'ingest/parse/repair/tree/lib/heading-joint.ts',
    part: '\\p{L}+$',
    reason: 'Given 220 characters at most.',
  },
  {
    file: 'ingest/parse/repair/tree/lib/heading-joint.ts',
    part: '\\S+$',
    reason: 'Given 220 characters at most.',
  },
  {
    file: 'ingest/parse/repair/tree/lib/heading-joint.ts',
    part: '\\p{L}+$',
    reason: 'Given 220 characters at most.',
  },
  {
    file: 'ingest/parse/repair/tree/lib/heading-joint.ts',
    part: "[,'’].*$",
    reason: 'Tried at the first comma or quotation mark only: what follows is taken whole.',
  },
  {
    file: 'ingest/parse/sentence.ts',
    part: '[a-z]|edit',
    reason: 'Given the last 160 characters of a text.',
  },
  {file: 'ingest/parse/repair/tree/lib/prose.ts', part: 'von|par', reason: heading},
]
