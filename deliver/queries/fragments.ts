/**
 * Pieces of GROQ that several queries share. Every field is named: a document may carry others, but they are not served.
 */

/** Published documents only, whatever the perspective of the client: ids without a dot (no draft, version or review). */
export const IS_PUBLISHED = /* groq */ `_id in path("*")`

/** The order of lists, newest first. An article without a date counts from when it was stored. */
export const LISTED_AT = /* groq */ `coalesce(publishedAt, _createdAt)`

/** An image. An uploaded one wins over the address at the source. */
const FIGURE = /* groq */ `
  url,
  alt,
  caption,
  credit,
  "image": select(
    image.asset->_type == "sanity.imageAsset" => image{
      "url": asset->url,
      "width": asset->metadata.dimensions.width,
      "height": asset->metadata.dimensions.height,
      crop{top, bottom, left, right}
    }
  )
`

const TEXT_BLOCK = /* groq */ `
  style,
  listItem,
  level,
  children[]{_key, _type, text, marks},
  markDefs[]{_key, _type, href, title}
`

/** The blocks of a body, each type with its own fields. `../articles.ts` fails to compile when one is forgotten. */
export const BODY = /* groq */ `
  _key,
  _type,
  _type == "block" => {${TEXT_BLOCK}},
  _type == "table" => {
    caption,
    headerRows,
    headerColumns,
    alignment,
    rows[]{_key, _type, cells[]{_key, _type, value[]{_key, _type, ${TEXT_BLOCK}}}}
  },
  _type == "figure" => {${FIGURE}},
  _type == "code" => {code, language},
  _type == "latex" => {body},
  _type == "embed" => {url, caption},
  _type == "divider" => {style}
`

/** The fields that a list shows of an article. A reference is followed only to a published document of the right type. */
export const CARD = /* groq */ `
  _id,
  _updatedAt,
  "slug": slug.current,
  title,
  subtitle,
  byline,
  "authors": authors[@->_type == "author" && _ref in path("*")]->{_id, name, "slug": slug.current},
  publishedAt,
  modifiedAt,
  "listedAt": ${LISTED_AT},
  language,
  "topics": topics[@->_type == "topic" && _ref in path("*")]->{_id, title, "slug": slug.current},
  leadImage{${FIGURE}},
  "source": select(source->_type == "source" && source._ref in path("*") => source->{name}),
  canonicalUrl,
  seo{title, description, noIndex}
`

/** The opening words of an article, for lists. */
export const EXCERPT = /* groq */ `pt::text(body[_type == "block" && style == "normal"][0])`
