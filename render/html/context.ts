/** Options of a rendering to HTML. */
export interface HtmlOptions {
  /**
   * Starts every id, `section-` by default. With it no heading can take a name that a page's script relies on (DOM
   * clobbering), and one page can hold two bodies.
   */
  idPrefix?: string
  /** How wide images are shown, as the `sizes` of an `img`; `100vw` by default. */
  imageSizes?: string
}

/** What the components of one rendering share. */
export interface HtmlContext {
  /** An id that no other element of the rendering has, from a text. */
  id: (text: string) => string
  /** The number of the next table, from 1. */
  nextTable: () => number
  imageSizes: string
  /** The id of a block that a link leads to, by its key; undefined for other blocks. */
  noteId: (key: string) => string | undefined
}

/** Apostrophes are part of a word. */
const APOSTROPHES = /['’]/g
/** Anything but letters, marks and digits of any script. */
const SEPARATORS = /[^\p{L}\p{M}\p{N}]+/gu

/** The context of one rendering. `notes` are the keys of the blocks that links lead to. */
export function createContext(
  {idPrefix = 'section-', imageSizes = '100vw'}: HtmlOptions = {},
  notes: Iterable<string> = [],
): HtmlContext {
  const noteIds = new Map(Array.from(notes, (key, index) => [key, `${idPrefix}note-${index + 1}`]))
  const taken = new Set<string>(noteIds.values())
  let tables = 0
  return {
    id(text) {
      const slug = text
        .normalize('NFC')
        .toLowerCase()
        .replace(APOSTROPHES, '')
        .replace(SEPARATORS, '-')
        .replace(/^-|-$/g, '')
      const base = `${idPrefix}${slug.slice(0, 80) || 'untitled'}`
      let id = base
      for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
      taken.add(id)
      return id
    },
    noteId: (key) => noteIds.get(key),
    nextTable: () => ++tables,
    imageSizes,
  }
}
