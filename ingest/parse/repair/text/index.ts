/**
 * Repair of text before it is parsed: the result is HTML in which everything that the text alone reveals is a real tag.
 * One rule per file and one line each; each rule sees the result of the ones before it.
 */
import type {Report} from '../../findings/report.ts'
import type {TracedText} from '../../trace/traced-text.ts'
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
import {bbcode} from './rules/notations/bbcode.ts'
import {markdown} from './rules/notations/markdown.ts'
import {quotedLines} from './rules/notations/quoted-lines.ts'
import {shortcodes} from './rules/notations/shortcodes.ts'
import {templateMarks} from './rules/notations/template-marks.ts'
import {wikitext} from './rules/notations/wikitext.ts'
import {wordRemnants} from './rules/notations/word-remnants.ts'
import {brokenTags} from './rules/tags/broken-tags.ts'
import {cutEnd} from './rules/tags/cut-end.ts'
import {cutOff} from './rules/tags/cut-off.ts'
import {halfTags} from './rules/tags/half-tags.ts'
import {literalBrackets} from './rules/tags/literal-brackets.ts'
import {mentionedTags} from './rules/tags/mentioned-tags.ts'

/** All rules, in order. */
export const preset: readonly TextRule[] = [
  // First, so that only what may be read is left to the rules below.
  unreadContent,
  // The marks of a mail are before whatever else is on the lines.
  quotedLines,
  // Escapes of the whole text, from the outside in: a feed's section, an address, a program's string.
  cdata,
  quotedPrintable,
  percentEncoding,
  jsonEscapes,
  lostBackslashes,
  // Hidden characters interrupt the patterns of every rule below.
  invisibleCharacters,
  // References before tags: escaped tags consist of them.
  spacedReferences,
  escapedMarkup,
  doubleEscapes,
  // After escapes, which may hide references of wrongly decoded bytes; soft hyphens may be half of such a letter.
  mojibake,
  softHyphens,
  symbolBullets,
  // Before shortcodes, some of whose names it shares.
  bbcode,
  // Shortcodes before tags are repaired: their curly quotes are not attributes.
  shortcodes,
  // Wikitext before template tags, which it also contains, and before tags: its references are not HTML.
  wikitext,
  templateMarks,
  wordRemnants,
  anchorMarks,
  // Before tags are repaired: a tag that the text mentions has no partner.
  mentionedTags,
  // Before tags are repaired: a remnant at the end is truncated, not broken.
  cutEnd,
  // Whole tags before half tags, so that a half is never part of a broken whole.
  brokenTags,
  halfTags,
  // Once tags are whole, and before lines get tags of our own: now it is known which tags the end leaves open.
  cutOff,
  // What no rule could read as a tag by now is not a tag.
  literalBrackets,
  markdown,
  // Code is recognized by its signs, so once markup is known.
  codeRemnants,
  filler,
  // Spacing is judged by the lines of the source, so before lines are cut into blocks.
  punctuationSpacing,
  // Rows before blocks: a row’s tail becomes a line, and a line a block.
  gluedCells,
  pipeRows,
  // Marks, cells and items before blocks: their tags show where a lost start tag was.
  unpairedFormatting,
  lostCells,
  lostItems,
  lineBlocks,
  // Last, so that the parser gets what was counted.
  deepNesting,
]

/** Run the preset over an unwrapped source. Clean text comes back as the very same object. */
export const repairText = (text: TracedText, report: Report): TracedText =>
  preset.reduce((repaired, rule) => rule(repaired, report), text)
