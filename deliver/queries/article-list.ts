import {defineQuery} from 'groq'
import {CARD, EXCERPT, IS_PUBLISHED, LISTED_AT} from './fragments.ts'

/**
 * Published articles after a place in the list, newest first. Parameters: `at` and `id`, the place of the last article
 * of the page before (`FIRST_PLACE` for the start), and `limit`. Articles published meanwhile come before that place,
 * so no page repeats or skips one.
 */
export const articleList = defineQuery(`
  *[_type == "article" && defined(slug.current) && ${IS_PUBLISHED}
    && (${LISTED_AT} < $at || (${LISTED_AT} == $at && _id > $id))]
    | order(${LISTED_AT} desc, _id asc)[0...$limit]{${CARD}, "excerpt": ${EXCERPT}}
`)

/** As `articleList`, of one topic. Parameters: `topic`, the topic's slug, and those of `articleList`. */
export const articleListByTopic = defineQuery(`
  *[_type == "article" && defined(slug.current) && ${IS_PUBLISHED}
    && references(*[_type == "topic" && slug.current == $topic]._id)
    && (${LISTED_AT} < $at || (${LISTED_AT} == $at && _id > $id))]
    | order(${LISTED_AT} desc, _id asc)[0...$limit]{${CARD}, "excerpt": ${EXCERPT}}
`)
