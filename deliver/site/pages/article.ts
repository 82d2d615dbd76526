import {renderHtml} from '../../../render/html.ts'
import {hostOf, RESOURCE_SCHEMES, safeUrl} from '../../../render/read/safe-url.ts'
import {creditOf, titleOf} from '../../article/fields.ts'
import type {Article} from '../../articles.ts'
import {dateInWords, dateOf} from '../../dates.ts'
import {directionOf, languageTag} from '../../language.ts'
import {articlePath, topicPath} from '../paths.ts'
import {html, type Markup, raw} from './markup.ts'

/** The widths of `--wide` and `--measure` in the styles. */
const LEAD_SIZES = '(min-width: 57rem) 52rem, 100vw'
const TEXT_SIZES = '(min-width: 41rem) 36rem, 100vw'

/** The page of an article. */
export function articlePage(article: Article): Markup {
  const language = languageTag(article.language)
  return html`<article lang="${language ?? ''}" dir="${directionOf(language)}">
<header>
${topics(article)}
<h1>${titleOf(article)}</h1>
${article.subtitle ? html`<p class="standfirst">${article.subtitle}</p>` : ''}
${credits(article, language)}
</header>
${article.leadImage ? html`<div class="lead">${raw(renderHtml([{...article.leadImage, _type: 'figure'}], {imageSizes: LEAD_SIZES}))}</div>` : ''}
<div class="prose">${raw(renderHtml(article.body, {imageSizes: TEXT_SIZES}))}</div>
</article>
${colophon(article)}`
}

function topics({topics}: Article): Markup {
  if (!topics?.length) return html``
  return html`<p class="topics">${topics.map(
    ({title, slug}) => html`<a href="${topicPath(slug)}">${title}</a> `,
  )}</p>`
}

function credits(article: Article, language: string | undefined): Markup {
  const published = dateOf(article.publishedAt)
  const modified = dateOf(article.modifiedAt)
  const changed =
    modified && published && modified.getTime() - published.getTime() >= A_DAY ? modified : undefined
  const parts = [
    creditOf(article),
    article.source?.name,
    published && time(published, language),
    changed && html`updated ${time(changed, language)}`,
  ].filter((part) => part)
  if (parts.length === 0) return html``
  return html`<p class="meta">${parts.map((part) => html`<span>${part}</span> `)}</p>`
}

const A_DAY = 24 * 60 * 60 * 1000

function time(date: Date, language: string | undefined): Markup {
  return html`<time datetime="${date.toISOString()}">${dateInWords(date, language)}</time>`
}

/** Where the article was first published, and the other forms in which it is served. */
function colophon({slug, canonicalUrl}: Article): Markup {
  const original = safeUrl(canonicalUrl, RESOURCE_SCHEMES)
  return html`<footer class="colophon">
${original ? html`<p>First published at <a href="${original}" rel="noreferrer">${hostOf(original)}</a></p>` : ''}
<nav aria-label="Other formats"><a href="${articlePath(slug, 'md')}">Markdown</a> <a href="${articlePath(slug, 'json')}">JSON</a></nav>
</footer>`
}
