/** Which source of a page is believed when all of them differ. */
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {metadataOf} from '../../../../ingest/parse/metadata/index.ts'

const parser = unified().use(rehypeParse).freeze()

/** A source of each kind by what it says, the most trusted first. */
const PUBLISHED = [
  [
    '2026-01-01',
    '<script type="application/ld+json">{"@type":"Article","datePublished":"2026-01-01"}</script>',
  ],
  ['2026-02-02', '<meta property="article:published_time" content="2026-02-02">'],
  ['2026-03-03', '<meta name="dcterms.issued" content="2026-03-03">'],
  ['2026-04-04', '<p itemprop="datePublished" content="2026-04-04">Text</p>'],
] as const
const MODIFIED = [
  [
    '2026-01-01',
    '<script type="application/ld+json">{"@type":"Article","dateModified":"2026-01-01"}</script>',
  ],
  ['2026-02-02', '<meta property="article:modified_time" content="2026-02-02">'],
  ['2026-03-03', '<meta name="dcterms.modified" content="2026-03-03">'],
  ['2026-04-04', '<p itemprop="dateModified" content="2026-04-04">Text</p>'],
] as const
const AUTHORS = [
  ['Ann One', '<script type="application/ld+json">{"@type":"Article","author":{"name":"Ann One"}}</script>'],
  ['Ben Two', '<meta name="author" content="Ben Two">'],
  ['Cleo Three', '<p itemprop="author">Cleo Three</p>'],
] as const
const SECTIONS = [
  ['World', '<script type="application/ld+json">{"@type":"Article","articleSection":"World"}</script>'],
  ['Sports', '<meta property="article:section" content="Sports">'],
  ['Money', '<meta name="parsely-section" content="Money">'],
  ['Food', '<p itemprop="articleSection">Food</p>'],
] as const

const cases = [
  ['publishedAt', PUBLISHED],
  ['modifiedAt', MODIFIED],
  ['byline', AUTHORS],
  ['section', SECTIONS],
] as const

test.each(cases)('of several values for %s the most trusted is used', (field, list) => {
  for (const [index, [value]] of list.entries()) {
    const html = list
      .slice(index)
      .map(([, source]) => source)
      .toReversed()
      .join('\n')
    expect(metadataOf(parser.parse(html)).metadata[field]).toBe(value)
  }
})
