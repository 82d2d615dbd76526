import {Hono} from 'hono'
import {getTopic, listArticles} from '../../articles.ts'
import {fromLake} from '../content-lake.ts'
import type {Site} from '../options.ts'
import {list} from '../pages/list.ts'
import {decode} from '../paths.ts'
import type {Respond} from '../respond.ts'

/** The lists of all articles and of one topic. `?after=` is the cursor of a page. */
export function listRoutes(site: Site, respond: Respond): Hono {
  const app = new Hono()
  app.get('/', async (c) => {
    const cursor = c.req.query('after') || undefined
    const found = await fromLake(listArticles(site.client, {limit: site.pageSize, cursor}))
    const main = list(found, site.title, {first: cursor === undefined})
    return respond.page(c, {title: site.title, description: site.description}, main)
  })
  app.get('/articles', (c) => c.redirect('/', 308))
  app.get('/topics/:slug', async (c) => {
    const slug = decode(new URL(c.req.url).pathname.slice('/topics/'.length))
    const topic = slug && (await fromLake(getTopic(site.client, slug)))
    if (!topic) return respond.missing(c)
    const cursor = c.req.query('after') || undefined
    const found = await fromLake(listArticles(site.client, {limit: site.pageSize, cursor, topic: topic.slug}))
    const main = list(found, topic.title, {topic, first: cursor === undefined})
    return respond.page(c, {title: topic.title, description: topic.description ?? undefined}, main)
  })
  return app
}
