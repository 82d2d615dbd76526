import {type Context, Hono} from 'hono'
import {articleJson, writeArticleJson} from '../../article/json.ts'
import {articleMarkdown} from '../../article/markdown.ts'
import {type Article, getArticle} from '../../articles.ts'
import {fromLake} from '../content-lake.ts'
import type {Site} from '../options.ts'
import {articlePage} from '../pages/article.ts'
import {articleHead} from '../pages/article-head.ts'
import {articlePath, type Format, readArticlePath} from '../paths.ts'
import type {Respond} from '../respond.ts'

/** One article, as a page, as JSON or as Markdown. */
export function articleRoutes(site: Site, respond: Respond): Hono {
  const formats: Record<Format, (c: Context, article: Article) => Response | Promise<Response>> = {
    html: (c, article) => respond.page(c, articleHead(site, article), articlePage(article)),
    json: (c, article) =>
      c.body(writeArticleJson(articleJson(article, site.articleUrl(article))), 200, {
        'Content-Type': 'application/json; charset=utf-8',
      }),
    md: (c, article) =>
      c.body(articleMarkdown(article), 200, {'Content-Type': 'text/markdown; charset=utf-8'}),
  }
  const app = new Hono()
  app.get('/articles/*', async (c) => {
    const {pathname, search} = new URL(c.req.url)
    if (pathname.endsWith('/')) return c.redirect(`${pathname.replace(/(?<!\/)\/+$/, '')}${search}`, 308)
    const named = readArticlePath(pathname)
    if (!named) return respond.missing(c)
    const {slug, format} = named
    const article = await fromLake(getArticle(site.client, slug))
    if (article) {
      const path = articlePath(slug, format)
      return path === pathname || format !== 'html'
        ? formats[format](c, article)
        : c.redirect(`${path}${search}`, 308)
    }
    // The suffix of a format may be the end of a slug.
    const whole = `${slug}.${format}`
    return pathname.endsWith(`.${format}`) && (await fromLake(getArticle(site.client, whole)))
      ? c.redirect(`${articlePath(whole)}${search}`, 307)
      : respond.missing(c)
  })
  return app
}
