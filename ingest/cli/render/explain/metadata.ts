/** What was read of the article, as rows of a table. */
import type {ParseResult} from '../../../parse/types.ts'

export interface MetadataRow {
  name: string
  value: string
}

/** Fields that are absent have no row. */
export function metadataRows({article, charset}: ParseResult): MetadataRow[] {
  const rows: [string, string | undefined][] = [
    ['title', article.title],
    ['subtitle', article.subtitle],
    ['byline', article.byline],
    ['published', article.publishedAt],
    ['changed', article.modifiedAt],
    ['language', article.language],
    ['site', article.siteName],
    ['section', article.section],
    ['tags', article.tags?.join(', ')],
    ['address', article.canonicalUrl],
    ['image', article.leadImage?.url],
    ['charset', charset],
  ]
  return rows.flatMap(([name, value]) => (value ? [{name, value}] : []))
}
