/** The metadata of an article as rows of a table. */
import type {Metadata, ParseResult} from '../../../parse/types.ts'

/** A field and its value. */
export interface MetadataRow {
  name: string
  value: string
}

/** The rows of an article; absent fields have none. */
export function metadataRows({article, charset}: ParseResult): MetadataRow[] {
  const rows: {[Field in Shown]-?: [name: string, value: string | undefined]} = {
    title: ['title', article.title],
    subtitle: ['subtitle', article.subtitle],
    byline: ['byline', article.byline],
    publishedAt: ['published', article.publishedAt],
    modifiedAt: ['changed', article.modifiedAt],
    language: ['language', article.language],
    siteName: ['site', article.siteName],
    section: ['section', article.section],
    tags: ['tags', article.tags?.join(', ')],
    canonicalUrl: ['address', article.canonicalUrl],
    leadImage: ['image', article.leadImage?.url],
  }
  return [...Object.values(rows), ['charset', charset] as const].flatMap(([name, value]) =>
    value ? [{name, value}] : [],
  )
}

/** The byline names the authors. */
type Shown = Exclude<keyof Metadata, 'authors'>
