/** Elements whose line breaks and content are their own business. */
export const opaqueElements: ReadonlySet<string> = new Set([
  'pre',
  'script',
  'style',
  'textarea',
  'title',
  'svg',
  'iframe',
  'noscript',
  'head',
  'select',
])
