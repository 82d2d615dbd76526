/** The last station of the walk: mdast to an article in Portable Text, and the source ranges of each block. */
import type {Root} from 'mdast'
import type {Processor} from 'unified'
import type {VFile} from 'vfile'
import {createReport} from '../findings/messages.ts'
import {MIN_SIMILARITY, similarityOf, withDeclaredCase} from '../metadata/title.ts'
import type {PlacedText} from '../partition/claims.ts'
import type {SourceRange, TracedText} from '../trace/traced-text.ts'
import {hull, rangesOf} from '../trace/traced-text.ts'
import type {BlockSource, Metadata, ParsedArticle} from '../types.ts'
import {contentOf} from './content.ts'
import type {Entry} from './entry.ts'
import {flowBlocks} from './flow.ts'
import {createKeys} from './keys.ts'
import {unlinkLostNotes} from './lost-notes.ts'
import {resolveNoteLinks} from './note-links.ts'

/** The article and where its texts come from. */
export interface Blocks {
  article: ParsedArticle
  blockSources: BlockSource[]
  /** Source ranges of the title; empty when it comes from metadata. */
  titleRanges: SourceRange[]
  /** All text of the article in order: the title, if the page shows it, then each block. */
  texts: PlacedText[]
}

declare module 'unified' {
  interface CompileResultMap {
    Blocks: Blocks
  }
}

/** Compiler of a unified processor. */
export default function portableText(this: Processor): void {
  this.compiler = (tree, file) => toBlocks(tree as Root, file)
}

/** Blocks of a normalized mdast tree; what is known of the article besides is in the file’s data. */
export function toBlocks(tree: Root, file: VFile): Blocks {
  const metadata = file.data.metadata ?? {}
  const titles = createTitles(metadata)
  unlinkLostNotes(tree, file.data.noteTargets)
  const entries = flowBlocks(tree.children, {
    style: 'normal',
    level: 0,
    report: createReport(file),
    takeTitle: titles.take,
    flow: flowBlocks,
  })
  titles.dropRepeated(entries)
  placePictures(entries, file.data.pictures)
  const key = createKeys()
  for (const {block} of entries) block._key = key(contentOf(block))
  resolveNoteLinks(entries, file.data.noteTargets)
  const {title: _, ...rest} = metadata
  return {
    article: {
      ...(titles.title === undefined ? {} : {title: titles.title}),
      ...rest,
      body: entries.map(({block}) => block),
    },
    blockSources: entries.map(({block, origin}) => ({blockKey: block._key, ranges: rangesOf(origin)})),
    titleRanges: rangesOf(titles.text?.origin ?? []),
    texts: [
      ...(titles.text ? [titles.text] : []),
      ...entries.map(({block, value, origin}) => ({blockKey: block._key, value, origin})),
    ],
  }
}

/** Give the figures of pictures from the page itself their bytes as the address. */
function placePictures(entries: readonly Entry[], pictures: ReadonlyMap<string, string> | undefined): void {
  if (!pictures) return
  for (const {block} of entries)
    if (block._type === 'figure') block.url = pictures.get(block.url) ?? block.url
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** The origin of a text that replaces another one as a whole. */
function rewritten({length}: string, origin: TracedText['origin']): TracedText['origin'] {
  const range = hull(origin)
  return range ? [{length, ...range, copied: false}] : []
}

/**
 * The title: the first heading of the first level, unless the page gives another one and text comes before it or they share less than half of their
 * words.
 */
function createTitles({title: given}: Metadata) {
  let text: TracedText | undefined
  return {
    get title() {
      return text?.value ?? given
    },
    /** The title as the page shows it, with its place. */
    get text() {
      return text
    },
    take({value, origin}: TracedText, entriesBefore: number): boolean {
      if (text !== undefined) return false
      if (
        given !== undefined &&
        (entriesBefore > 0 ? plain(value) !== plain(given) : similarityOf(value, given) < MIN_SIMILARITY)
      )
        return false
      const heading = value.replaceAll('\n', ' ')
      const quiet = given === undefined ? heading : withDeclaredCase(heading, [given])
      text = {value: quiet, origin: quiet === heading ? origin : rewritten(quiet, origin)}
      return true
    },
    /** Where a lower heading of the body repeats the page's title, the title comes from there. */
    dropRepeated(entries: Entry[]): void {
      if (text !== undefined || given === undefined) return
      const at = entries.findIndex(
        ({block, value}) =>
          block._type === 'block' && block.style.startsWith('h') && plain(value) === plain(given),
      )
      if (at === -1) return
      const [heading] = entries.splice(at, 1)
      if (!heading || !hull(heading.origin)) return
      // Case and white space are the metadata's, so unless both are the same, one replaces the other.
      text = {
        value: given,
        origin: heading.value === given ? heading.origin : rewritten(given, heading.origin),
      }
    },
  }
}
