/** The address of a published article on the site; undefined without a site or a slug. */
export function publicAddress(siteUrl: string | undefined, published: object | null): string | undefined {
  const slug: unknown = published && Reflect.get(published, 'slug')
  const current = typeof slug === 'object' && slug !== null ? Reflect.get(slug, 'current') : undefined
  if (!siteUrl || typeof current !== 'string' || current === '') return undefined
  return `${siteUrl.replace(/(?<!\/)\/+$/, '')}/articles/${encodeURIComponent(current.toWellFormed())}`
}
