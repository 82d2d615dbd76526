import type {Site} from '../options.ts'
import {STYLESHEET} from '../stylesheet.ts'
import {html, type Markup} from './markup.ts'

/** What a page has in its head. */
export interface PageHead {
  title: string
  description?: string | undefined
  /** Elements for the head: alternates, metadata. */
  extra?: Markup | Markup[]
  language?: string | undefined
}

/** A whole page. */
export function page(site: Site, head: PageHead, main: Markup): Markup {
  const title = head.title === site.title ? site.title : `${head.title} – ${site.title}`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${head.description ? html`<meta name="description" content="${head.description}">` : ''}
<link rel="stylesheet" href="${STYLESHEET}">
<link rel="alternate" type="application/rss+xml" title="${site.title}" href="/feed.xml">
<link rel="alternate" type="application/feed+json" title="${site.title}" href="/feed.json">
${head.extra ?? ''}
</head>
<body>
<header class="masthead"><a href="/">${site.title}</a></header>
<main>${main}</main>
<footer class="imprint">
<p>${site.description}</p>
<nav aria-label="Feeds"><a href="/feed.xml">RSS</a> <a href="/feed.json">JSON Feed</a> <a href="/sitemap.xml">Sitemap</a></nav>
</footer>
</body>
</html>
`
}
