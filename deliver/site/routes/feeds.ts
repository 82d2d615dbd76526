import {Hono} from 'hono'
import {listAddresses, listFeedEntries} from '../../articles.ts'
import {jsonFeed} from '../../feeds/json-feed.ts'
import {rss} from '../../feeds/rss.ts'
import {sitemap} from '../../feeds/sitemap.ts'
import {fromLake} from '../content-lake.ts'
import type {Site} from '../options.ts'

/** The routes for programs: feeds, the sitemap, the rules for robots. */
export function feedRoutes(site: Site): Hono {
  const app = new Hono()
  app.get('/feed.xml', async (c) => {
    const entries = await fromLake(listFeedEntries(site.client))
    return c.body(rss(entries, site), 200, {'Content-Type': 'application/rss+xml; charset=utf-8'})
  })
  app.get('/feed.json', async (c) => {
    const entries = await fromLake(listFeedEntries(site.client))
    return c.body(JSON.stringify(jsonFeed(entries, site)), 200, {
      'Content-Type': 'application/feed+json; charset=utf-8',
    })
  })
  app.get('/sitemap.xml', async (c) => {
    const addresses = await fromLake(listAddresses(site.client))
    return c.body(sitemap(addresses, site), 200, {'Content-Type': 'application/xml; charset=utf-8'})
  })
  app.get('/robots.txt', (c) => c.text(`User-agent: *\nAllow: /\n\nSitemap: ${site.baseUrl}/sitemap.xml\n`))
  return app
}
