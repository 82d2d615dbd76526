import {defineQuery} from 'groq'
import {BODY, CARD, IS_PUBLISHED, LISTED_AT} from './fragments.ts'

/**
 * One published article, whole, or null. Parameters: `slug`. Where two articles claim one slug, the newer is served,
 * always the same.
 */
export const articleBySlug = defineQuery(`
  *[_type == "article" && slug.current == $slug && ${IS_PUBLISHED}]
    | order(${LISTED_AT} desc, _id asc)[0]{${CARD}, body[]{${BODY}}}
`)
