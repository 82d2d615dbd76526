import {RESOURCE_SCHEMES, safeUrl} from '../../../render/read/safe-url.ts'
import {renderText} from '../../../render/text.ts'
import {imageOf, summaryOf, titleOf} from '../../article/fields.ts'
import {articleJsonLd, writeJsonLd} from '../../article/json-ld.ts'
import type {Article} from '../../articles.ts'
import {dateOf} from '../../dates.ts'
import type {Site} from '../options.ts'
import {articlePath} from '../paths.ts'
import type {PageHead} from './layout.ts'
import {html, type Markup, raw} from './markup.ts'

/** Title, description and metadata of an article's page. */
export function articleHead(site: Site, article: Article): PageHead {
  const url = site.articleUrl(article)
  const title = article.seo?.title || titleOf(article)
  const description = summaryOf({...article, excerpt: renderText(article.body?.slice(0, 3))})
  const image = imageOf(article)
  const published = dateOf(article.publishedAt)?.toISOString()
  const extra: Markup[] = [
    html`<link rel="canonical" href="${safeUrl(article.canonicalUrl, RESOURCE_SCHEMES) ?? url}">`,
    html`<link rel="alternate" type="text/markdown" href="${articlePath(article.slug, 'md')}">`,
    html`<link rel="alternate" type="application/json" href="${articlePath(article.slug, 'json')}">`,
    ...property('og:type', 'article'),
    ...property('og:site_name', site.title),
    ...property('og:title', title),
    ...property('og:description', description),
    ...property('og:url', url),
    ...property('og:image', image),
    ...property('article:published_time', published),
    ...(article.seo?.noIndex ? [html`<meta name="robots" content="noindex">`] : []),
    html`<script type="application/ld+json">${raw(
      writeJsonLd(articleJsonLd(article, {url, publisher: site.title})),
    )}</script>`,
  ]
  return {title, description, extra}
}

function property(name: string, content: string | undefined): Markup[] {
  return content ? [html`<meta property="${name}" content="${content}">`] : []
}
