/** Elements whose line breaks and content are not text. */
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
