import {defineQuery} from 'groq'
import {IS_PUBLISHED} from './fragments.ts'

/** One topic, or null. Parameters: `slug`. */
export const topicBySlug = defineQuery(`
  *[_type == "topic" && slug.current == $slug && ${IS_PUBLISHED}]
    | order(_id asc)[0]{_id, title, "slug": slug.current, description}
`)
