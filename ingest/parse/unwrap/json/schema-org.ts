/** Fields of an article as schema.org names them; many APIs use these names. */
import {address, type FieldTable, image, line, list, moment, name, people, summary} from './fields.ts'

export const schemaOrg: FieldTable = {
  title: [{paths: ['headline', 'name'], read: line}],
  subtitle: [
    {paths: ['alternativeHeadline'], read: line},
    {paths: ['description', 'abstract'], read: summary},
  ],
  byline: [],
  authors: [{paths: ['author', 'creator'], read: people}],
  publishedAt: [{paths: ['datePublished'], read: moment}],
  modifiedAt: [{paths: ['dateModified'], read: moment}],
  language: [{paths: ['inLanguage'], read: name}],
  canonicalUrl: [{paths: ['url', 'mainEntityOfPage'], read: address}],
  siteName: [{paths: ['publisher', 'isPartOf'], read: name}],
  section: [{paths: ['articleSection'], read: name}],
  tags: [{paths: ['keywords'], read: list}],
  leadImage: [{paths: ['image'], read: image}],
}
