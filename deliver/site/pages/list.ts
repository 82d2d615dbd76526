import {creditOf, summaryOf, titleOf} from '../../article/fields.ts'
import type {ArticleCard, ArticlePage, Topic} from '../../articles.ts'
import {dateInWords, dateOf} from '../../dates.ts'
import {directionOf, languageTag} from '../../language.ts'
import {articlePath} from '../paths.ts'
import {html, type Markup} from './markup.ts'

/** A page of the list. */
export function list(
  {articles, next}: ArticlePage,
  title: string,
  options: {topic?: Topic; first: boolean},
): Markup {
  const {topic, first} = options
  return html`
<h1${topic ? '' : html` class="visually-hidden"`}>${title}</h1>
${topic?.description ? html`<p class="standfirst">${topic.description}</p>` : ''}
${articles.length > 0 ? html`<ol class="cards">${articles.map(card)}</ol>` : empty(first)}
${pages(next, first)}`
}

function card(article: ArticleCard): Markup {
  const language = languageTag(article.language)
  const date = dateOf(article.publishedAt)
  const summary = summaryOf(article)
  const parts = [
    creditOf(article),
    article.source?.name,
    date && html`<time datetime="${date.toISOString()}">${dateInWords(date, language)}</time>`,
  ].filter((part) => part)
  return html`<li><article lang="${language ?? ''}" dir="${directionOf(language)}">
<h2><a href="${articlePath(article.slug)}">${titleOf(article)}</a></h2>
${parts.length > 0 ? html`<p class="meta">${parts.map((part) => html`<span>${part}</span> `)}</p>` : ''}
${summary ? html`<p>${summary}</p>` : ''}
</article></li>`
}

function empty(first: boolean): Markup {
  return first
    ? html`<section class="notice"><h2>Nothing is published yet</h2>
<p>An article appears here as soon as an editor publishes it.</p></section>`
    : html`<section class="notice"><h2>No older articles</h2><p>This is the end of the list.</p></section>`
}

function pages(next: string | undefined, first: boolean): Markup {
  if (!next && first) return html``
  return html`<nav class="pages" aria-label="Pages">
${first ? '' : html`<a href="?">Newest</a>`}
${next ? html`<a rel="next" href="?after=${next}">Older</a>` : ''}
</nav>`
}
