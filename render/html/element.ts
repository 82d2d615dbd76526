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

/** As `escapeText`, with line ends as breaks. */
export function escapeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeText(line))
    .join(element('br'))
}

/** Attributes by name; undefined and false leave one out, true writes it without a value. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

const VOID = new Set(['br', 'hr', 'img'])

/**
 * One element. Every tag of the output is written here: names come from our code, values are escaped, and children are
 * HTML already.
 */
export function element(name: string, attributes: Attributes = {}, ...children: string[]): string {
  let html = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    html += value === true ? ` ${key}` : ` ${key}="${escapeText(String(value))}"`
  }
  return VOID.has(name) ? `${html}>` : `${html}>${children.join('')}</${name}>`
}
