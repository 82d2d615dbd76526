/**
 * Repair of text, before it is parsed: what comes out is HTML in which everything that can be known from the text
 * alone is a real tag. One rule, one file, one line here; each rule sees what the ones before it left.
 */
import type {Repair, Report} from '../../findings/report.ts'
import type {TracedText} from '../../trace/traced-text.ts'
import {reportCut} from './cut-off.ts'
import type {TextRule} from './rule.ts'
import {deepNesting} from './rules/blocks/deep-nesting.ts'
import {gluedCells} from './rules/blocks/glued-cells.ts'
import {lineBlocks} from './rules/blocks/line-blocks.ts'
import {lostCells} from './rules/blocks/lost-cells.ts'
import {lostItems} from './rules/blocks/lost-items.ts'
import {pipeRows} from './rules/blocks/pipe-rows.ts'
import {unpairedFormatting} from './rules/blocks/unpaired-formatting.ts'
import {invisibleCharacters} from './rules/characters/invisible-characters.ts'
import {mojibake} from './rules/characters/mojibake.ts'
import {softHyphens} from './rules/characters/soft-hyphens.ts'
import {symbolBullets} from './rules/characters/symbol-bullets.ts'
import {cdata} from './rules/escapes/cdata.ts'
import {doubleEscapes} from './rules/escapes/double-escapes.ts'
import {escapedMarkup} from './rules/escapes/escaped-markup.ts'
import {jsonEscapes} from './rules/escapes/json-escapes.ts'
import {lostBackslashes} from './rules/escapes/lost-backslashes.ts'
import {percentEncoding} from './rules/escapes/percent-encoding.ts'
import {quotedPrintable} from './rules/escapes/quoted-printable.ts'
import {spacedReferences} from './rules/escapes/spaced-references.ts'
import {unreadContent} from './rules/escapes/unread-content.ts'
import {codeRemnants} from './rules/noise/code-remnants.ts'
import {filler} from './rules/noise/filler.ts'
import {punctuationSpacing} from './rules/noise/punctuation-spacing.ts'
import {anchorMarks} from './rules/notations/anchor-marks.ts'
import {bulletinMarks} from './rules/notations/bulletin-marks.ts'
import {markdownMarks} from './rules/notations/markdown-marks.ts'
import {shortcodes} from './rules/notations/shortcodes.ts'
import {templateMarks} from './rules/notations/template-marks.ts'
import {wikiMarks} from './rules/notations/wiki-marks.ts'
import {wordRemnants} from './rules/notations/word-remnants.ts'
import {brokenTags} from './rules/tags/broken-tags.ts'
import {cutEnd} from './rules/tags/cut-end.ts'
import {halfTags} from './rules/tags/half-tags.ts'
import {literalBrackets} from './rules/tags/literal-brackets.ts'
import {mentionedTags} from './rules/tags/mentioned-tags.ts'
import {embeddedBody} from './rules/wrappers/embedded-body.ts'
import {feedDocument} from './rules/wrappers/feed-document.ts'
import {frontMatter} from './rules/wrappers/front-matter.ts'
import {jsonDocument} from './rules/wrappers/json-document.ts'
import {streamedParts} from './rules/wrappers/streamed-parts.ts'

export const preset: readonly TextRule[] = [
  // Wrappings, from the outside in: a document that carries the article, a feed's section, an address, a program's string.
  jsonDocument,
  feedDocument,
  // A page that leaves its text, or its order, to a program.
  streamedParts,
  embeddedBody,
  // Then nothing but what may be read is left to the rules below.
  unreadContent,
  cdata,
  quotedPrintable,
  frontMatter,
  percentEncoding,
  jsonEscapes,
  lostBackslashes,
  // Hidden characters part the patterns of every rule below.
  invisibleCharacters,
  // References before tags: escaped tags are made of them.
  spacedReferences,
  escapedMarkup,
  doubleEscapes,
  // After escapes, which may hide references of wrongly decoded bytes; soft hyphens may be half of such a letter.
  mojibake,
  softHyphens,
  symbolBullets,
  // Before shortcodes, some of whose names it has.
  bulletinMarks,
  // Shortcodes before tags are mended: their curly quotes are not attributes.
  shortcodes,
  // Wiki text before the marks of templates, which it has too, and before tags: its references are none of HTML's.
  wikiMarks,
  templateMarks,
  wordRemnants,
  anchorMarks,
  // Before tags are mended: a tag that is talked about has no partner to be found.
  mentionedTags,
  // Before tags are mended: a rest at the end is cut, not broken.
  cutEnd,
  // Whole tags before halves, so that a half is never a piece of a broken whole.
  brokenTags,
  halfTags,
  // What no rule could read as a tag by now is none.
  literalBrackets,
  markdownMarks,
  // Code is told by its signs, so once what is markup is known.
  codeRemnants,
  filler,
  // Spacing is judged by the line as the source has it, so before lines are cut into blocks.
  punctuationSpacing,
  // Rows before blocks: a row's tail becomes a line, and a line a block.
  gluedCells,
  pipeRows,
  // Marks, cells and items before blocks: their tags tell where a lost start tag stood.
  unpairedFormatting,
  lostCells,
  lostItems,
  lineBlocks,
  // Last, so that what the parser gets is what was counted.
  deepNesting,
]

/** Most repairs of one code that are told one by one. */
const MOST_REPAIRS = 100

/** Longest piece of source that a finding quotes, in UTF-16 units. */
const LONGEST_QUOTE = 240

/** Run the preset over a decoded source. Clean text comes back as the very same object. */
export function repairText(source: TracedText, report: Report): TracedText {
  let text = source
  const repairs: Repair[] = []
  const collect = (repair: Repair): void => {
    // A source ends once: what took a cut tag out has said so.
    if (repair.code === 'truncated' && repairs.some(({code}) => code === 'truncated')) return
    repairs.push(repair)
  }
  for (const rule of preset) {
    // Where tags are whole and no line has got tags of our own, it is known what the end leaves open.
    if (rule === literalBrackets) reportCut(text, collect)
    text = rule(text, collect)
  }
  for (const repair of gathered(repairs)) report({before: quote(source.value, repair), ...repair})
  return text
}

/** Repairs as reported; where one code has very many, those with one message are one repair with many ranges. */
function gathered(repairs: readonly Repair[]): Repair[] {
  const counts = new Map<string, number>()
  for (const {code} of repairs) counts.set(code, (counts.get(code) ?? 0) + 1)
  const kept: Repair[] = []
  const first = new Map<string, Repair>()
  for (const repair of repairs) {
    const key = `${repair.code} ${repair.message}`
    const earlier = first.get(key)
    if ((counts.get(repair.code) ?? 0) <= MOST_REPAIRS) kept.push(repair)
    else if (earlier) earlier.ranges.push(...repair.ranges)
    else {
      const copy = {...repair, ranges: [...repair.ranges]}
      first.set(key, copy)
      kept.push(copy)
    }
  }
  return kept
}

/** What stood in the source at the first places of a repair. */
function quote(source: string, repair: Repair): string {
  const parts = repair.ranges.slice(0, 3).map(({start, end}) => source.slice(start, end))
  const whole = parts.filter(Boolean).join(' … ')
  return whole.length > LONGEST_QUOTE ? `${whole.slice(0, LONGEST_QUOTE)}…` : whole
}
