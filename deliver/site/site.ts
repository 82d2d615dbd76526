import {Hono} from 'hono'
import {etag} from 'hono/etag'
import {headers} from './headers.ts'
import {hosts} from './hosts.ts'
import {readSiteOptions, type SiteOptions} from './options.ts'
import {renderer} from './respond.ts'
import {articleRoutes} from './routes/articles.ts'
import {feedRoutes} from './routes/feeds.ts'
import {listRoutes} from './routes/lists.ts'
import {STYLES, STYLESHEET} from './stylesheet.ts'

/**
 * The reference site: what is published, and nothing else, as pages, JSON, Markdown and feeds. A Hono app, so it
 * runs wherever `fetch` handlers run, alone or under a path's host of yours.
 */
export function createSite(options: SiteOptions): Hono {
  const site = readSiteOptions(options)
  const respond = renderer(site)
  const app = new Hono()
  app.use(headers(options))
  app.use(hosts([new URL(site.baseUrl).hostname, ...(options.hosts ?? [])]))
  app.use(etag())
  app.get(STYLESHEET, (c) =>
    c.body(STYLES, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    }),
  )
  app.route('/', listRoutes(site, respond))
  app.route('/', articleRoutes(site, respond))
  app.route('/', feedRoutes(site))
  app.notFound((c) => respond.missing(c))
  app.onError((error, c) => {
    options.onError?.(error, c.req.path)
    return respond.failed(c, error)
  })
  return app
}
