import {inUtc} from '../../parse/metadata/dates/moment.ts'
import type {Metadata, ParseResult} from '../../parse/types.ts'
import type {ArticleFields} from './documents.ts'
import {believableCanonical} from './ids.ts'
import {parseWebUrl} from './normalize-url.ts'
import {type StoredPictures, storedBlock} from './pictures.ts'
import {slugOf} from './slug.ts'

/**
 * The fields of an article as the pipeline writes them. Absent fields stay absent. Authors stay text in `byline`:
 * editors decide whether to link them to author documents.
 */
export function articleFields(
  parsed: ParseResult['article'],
  context: {
    articleId: string
    url?: string | undefined
    sourceId?: string | undefined
    pictures?: StoredPictures | undefined
  },
): ArticleFields {
  const {publishedAt, modifiedAt, leadImage} = parsed
  const fields: {[Field in Kept]-?: ArticleFields[Field] | undefined} = {
    title: parsed.title,
    subtitle: parsed.subtitle,
    byline: parsed.byline ?? (parsed.authors?.join(', ') || undefined),
    publishedAt: publishedAt && inUtc(publishedAt),
    modifiedAt: modifiedAt && inUtc(modifiedAt),
    language: parsed.language,
    section: parsed.section,
    tags: parsed.tags,
    canonicalUrl: (believableCanonical(parsed.canonicalUrl, context.url) ?? parseWebUrl(context.url))?.href,
    leadImage: leadImage && {_type: 'figure', ...leadImage},
  }
  const slug = slugOf(parsed.title, context.articleId)
  return {
    ...present(fields),
    ...(slug !== undefined && {slug: {_type: 'slug' as const, current: slug}}),
    body: parsed.body.map((block) => storedBlock(block, context.pictures)),
    ...(context.sourceId !== undefined && {source: {_type: 'reference' as const, _ref: context.sourceId}}),
  }
}

/** Authors are kept as the byline, and the site's name by its source: everything else that is read is a field of the article. */
type Kept = Exclude<keyof Metadata, 'authors' | 'siteName'>

/** Without fields that are undefined: absent stays absent. */
const present = <Fields extends object>(
  fields: Fields,
): {[Key in keyof Fields]?: Exclude<Fields[Key], undefined>} =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>
  }
