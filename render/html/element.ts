const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for HTML or XML, in content and in attributes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

/** Attributes by name; undefined and false leave one out, true gives it without a value. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

const VOID = new Set(['br', 'hr', 'img'])

/**
 * One element: the only place where a tag of the output is written. Names come from our code, values are escaped,
 * children are HTML already.
 */
export function element(name: string, attributes: Attributes = {}, ...children: string[]): string {
  let html = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    html += value === true ? ` ${key}` : ` ${key}="${escapeText(String(value))}"`
  }
  return VOID.has(name) ? `${html}>` : `${html}>${children.join('')}</${name}>`
}
