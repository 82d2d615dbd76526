/**
 * An article as the site shows it, for editors, drafts included. It has the site's own fields, page and styles, so that the
 * two cannot differ. It also runs in browsers: nothing here or imported from here may need Node, a disk or a network.
 */
import type {Article} from '../articles.ts'
import {languageTag} from '../language.ts'
import {BODY, CARD} from '../queries/fragments.ts'
import {articlePage} from '../site/pages/article.ts'
import {html, raw} from '../site/pages/markup.ts'

/**
 * The article whose published id is `$id`, as its draft where there is one, for the perspective `drafts`. The filter names
 * both ids, since a listener is only notified of changes to the ids in its filter.
 */
export const previewQuery = `*[_type == "article" && _id in [$id, "drafts." + $id]][0]{${CARD}, body[]{${BODY}}}`

/** The result of `previewQuery`. A draft may still lack any field. */
export type PreviewedArticle = Article

/** No script runs and nothing is sent; images are loaded, as on the site. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src * data:"

/**
 * A whole page for a sandboxed frame.
 *
 * @param styles the site's style sheets, in the order of `deliver/site/stylesheet.ts`
 */
export function previewHtml(article: PreviewedArticle, styles: string): string {
  const page = html`<!doctype html>
<html lang="${languageTag(article.language) ?? 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Preview</title>
<base target="_blank">
<style>${raw(styles)}</style>
</head>
<body><main>${articlePage(article)}</main></body>
</html>`
  return String(page)
}
