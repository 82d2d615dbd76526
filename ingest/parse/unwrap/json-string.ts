/**
 * A text that is one JSON string literal, as programs print it: its content is taken out.
 *
 * @example
 *   in: "<p>One \\u2013 two.</p>\\n<p>Three.</p>"
 *   out: <p>One – two.</p>\n<p>Three.</p>
 * @example
 *   in: "It was a quotation, whole."
 *   out: "It was a quotation, whole."
 */
import {articlesIn, takeOut} from './article/article.ts'
import {readJson} from './json/tree.ts'
import type {Unwrapper} from './unwrapper.ts'

export const jsonString: Unwrapper = (text, report) => {
  const root = /^\s{0,99}"/.test(text.value) ? readJson(text.value) : undefined
  const articles = root?.type === 'string' ? articlesIn(root, text.value) : []
  return articles.length > 0 ? {html: takeOut(text, articles, report)} : undefined
}
