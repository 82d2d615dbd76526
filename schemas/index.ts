import {article} from './documents/article.ts'
import {author} from './documents/author.ts'
import {review} from './documents/review.ts'
import {scrape} from './documents/scrape.ts'
import {source} from './documents/source.ts'
import {topic} from './documents/topic.ts'
import type {BlockType} from './names.ts'
import {blockSource} from './objects/block-source.ts'
import {body} from './objects/body.ts'
import {code} from './objects/code.ts'
import {decision} from './objects/decision.ts'
import {divider} from './objects/divider.ts'
import {embed} from './objects/embed.ts'
import {figure} from './objects/figure.ts'
import {finding} from './objects/finding.ts'
import {findingCounts} from './objects/finding-counts.ts'
import {findingTarget} from './objects/finding-target.ts'
import {latex} from './objects/latex.ts'
import {link} from './objects/link.ts'
import {resolution} from './objects/resolution.ts'
import {seo} from './objects/seo.ts'
import {sourceProfile} from './objects/source-profile.ts'
import {sourceRange} from './objects/source-range.ts'
import {table} from './objects/table.ts'

/** The types of block besides text. */
const blocks = {table, figure, code, latex, embed, divider} satisfies {[Name in BlockType]: {name: Name}}

const documents = [article, review, scrape, source, author, topic]
const objects = [
  body,
  ...Object.values(blocks),
  link,
  seo,
  finding,
  findingTarget,
  findingCounts,
  sourceRange,
  blockSource,
  resolution,
  decision,
  sourceProfile,
]

/** Every schema type of ours, without the Studio's icons and components, which `studio/` attaches. */
export const schemaTypes = [...documents, ...objects]
