import {defineQuery} from 'groq'
import {BODY, CARD, IS_PUBLISHED, LISTED_AT} from './fragments.ts'

/**
 * One whole published article, or null. Parameters: `slug`. Where two articles have the same slug, the newer is served.
 */
export const articleBySlug = defineQuery(`
  *[_type == "article" && slug.current == $slug && ${IS_PUBLISHED}]
    | order(${LISTED_AT} desc, _id asc)[0]{${CARD}, body[]{${BODY}}}
`)
