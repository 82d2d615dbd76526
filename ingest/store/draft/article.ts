import {inUtc} from '../../parse/metadata/dates/moment.ts'
import type {ParseResult} from '../../parse/types.ts'
import type {ArticleFields} from './documents.ts'
import {believableCanonical} from './ids.ts'
import {parseWebUrl} from './normalize-url.ts'
import {slugOf} from './slug.ts'

/**
 * The fields of an article as the pipeline writes them. Absent stays absent. Authors stay text in `byline`: linking
 * them to author documents is an editor's choice.
 */
export function articleFields(
  parsed: ParseResult['article'],
  context: {articleId: string; url?: string | undefined; sourceId?: string | undefined},
): ArticleFields {
  const {title, subtitle, publishedAt, modifiedAt, language, section, tags} = parsed
  const slug = slugOf(title, context.articleId)
  const byline = parsed.byline ?? (parsed.authors?.join(', ') || undefined)
  const canonicalUrl = (believableCanonical(parsed.canonicalUrl, context.url) ?? parseWebUrl(context.url))
    ?.href
  return {
    ...(title !== undefined && {title}),
    ...(slug !== undefined && {slug: {_type: 'slug' as const, current: slug}}),
    ...(subtitle !== undefined && {subtitle}),
    ...(byline !== undefined && {byline}),
    ...(publishedAt !== undefined && {publishedAt: inUtc(publishedAt)}),
    ...(modifiedAt !== undefined && {modifiedAt: inUtc(modifiedAt)}),
    ...(language !== undefined && {language}),
    ...(parsed.leadImage && {leadImage: {_type: 'figure' as const, ...parsed.leadImage}}),
    body: parsed.body,
    ...(context.sourceId !== undefined && {source: {_type: 'reference' as const, _ref: context.sourceId}}),
    ...(section !== undefined && {section}),
    ...(tags !== undefined && {tags}),
    ...(canonicalUrl !== undefined && {canonicalUrl}),
  }
}
