/** The name of the file that an address leads to, as words. */
export interface FileName {
  /** In lower case, split at hyphens, underscores and dots. */
  words: readonly string[]
  /** In lower case, without its dot; empty if there is none. */
  extension: string
}

/**
 * @example
 *   fileName('https://a.example/i/Btn_print.gif?v=2') // {words: ['btn', 'print'], extension: 'gif'}
 */
export function fileName(address: string): FileName {
  const path = address.split(/[?#]/, 1)[0] ?? ''
  const file = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  const dot = file.lastIndexOf('.')
  const stem = dot < 0 ? file : file.slice(0, dot)
  return {words: stem.split(/[-_.]/).filter(Boolean), extension: dot < 0 ? '' : file.slice(dot + 1)}
}
