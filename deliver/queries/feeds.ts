import {defineQuery} from 'groq'
import {BODY, CARD, EXCERPT, IS_PUBLISHED, LISTED_AT} from './fragments.ts'

/** The newest published articles, whole. Parameters: `limit`. */
export const articleFeed = defineQuery(`
  *[_type == "article" && defined(slug.current) && seo.noIndex != true && ${IS_PUBLISHED}]
    | order(${LISTED_AT} desc, _id asc)[0...$limit]{${CARD}, "excerpt": ${EXCERPT}, body[]{${BODY}}}
`)

/** Addresses for search engines, newest first; at most as many as one sitemap may hold. */
export const articleSitemap = defineQuery(`
  *[_type == "article" && defined(slug.current) && seo.noIndex != true && ${IS_PUBLISHED}]
    | order(${LISTED_AT} desc, _id asc)[0...50000]{_id, "slug": slug.current, _updatedAt}
`)
