/**
 * The source as an inert page. It is shown in a frame with an empty `sandbox`, so that no script runs and no form is sent, and with a policy
 * under which it loads nothing, so that no server learns that somebody is reading it.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

/** Elements that run code, or change how addresses are resolved. */
const ACTIVE = /<(script|noscript)\b[^<>]*>|<(?:meta|base|link)\b[^<>]*>/gi
/** Elements that load their content. */
const LOADING = /<(?:img|source|iframe|frame|video|audio|embed|object|input|track|image)\b[^<>]*>/gi
const ADDRESS = /\s(src|srcset|data|poster|href|srcdoc)(?=\s*=)/gi

/** The HTML of the inert page. Sandbox and policy make it safe; elements that they would refuse are removed only to keep the console empty. */
export function pageHtml(source: string): string {
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer">${withoutActive(source).replaceAll(LOADING, (tag) => tag.replaceAll(ADDRESS, ' data-$1'))}`
}

function withoutActive(source: string): string {
  const lower = source.toLowerCase()
  let kept = ''
  let at = 0
  for (const match of source.matchAll(ACTIVE)) {
    if (match.index < at) continue
    kept += source.slice(at, match.index)
    at = match.index + match[0].length
    const name = match[1]
    if (name === undefined) continue
    const close = lower.indexOf(`</${name.toLowerCase()}`, at)
    // An element without an end tag would extend to the end of the page, so only its start tag is removed.
    if (close >= 0) at = close
  }
  return kept + source.slice(at)
}
