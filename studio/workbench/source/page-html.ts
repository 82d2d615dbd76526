/**
 * The source as a page of its own that can do nothing: for a frame with an empty `sandbox`, so that no script runs and no
 * form is sent, and with a policy that lets it load nothing, so that nobody learns that it is looked at.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

/** Elements that would run, lead elsewhere or load again. */
const ACTIVE = /<(script|noscript)\b[^<>]*>|<(?:meta|base|link)\b[^<>]*>/gi
/** Elements that load what they show. */
const LOADING = /<(?:img|source|iframe|frame|video|audio|embed|object|input|track|image)\b[^<>]*>/gi
const ADDRESS = /\s(src|srcset|data|poster|href|srcdoc)(?=\s*=)/gi

/** Sandbox and policy are what keeps it quiet; what they would refuse is left out before, so that browsers do not complain of it. */
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
    // One without an end would run to the end of the page; it loses its tag alone.
    if (close >= 0) at = close
  }
  return kept + source.slice(at)
}
