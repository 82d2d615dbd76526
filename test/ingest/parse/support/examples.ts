/** The examples of a doc comment, to be run as tests. */
import {readFileSync} from 'node:fs'

export interface Example {
  input: string
  output: string
  /** Codes of the findings; undefined where the example leaves them open. */
  findings: string[] | undefined
  /** Metadata that the input declares, as JSON in the doc comment. */
  declares: Record<string, unknown> | undefined
}

/**
 * Examples as doc comments write them: a line `in:`, then any of `out:`, `finding:` and `declares:`. Where `out:` is left out, the
 * input stays as it is. Control characters are written as in a string.
 */
export function examplesIn(file: URL): Example[] {
  const found = readFileSync(file, 'utf8').matchAll(/@example\n((?: \* {3}\w+: ?.*\n)+)/g)
  return Array.from(found, ([, lines = '']) => {
    const said = new Map(
      Array.from(lines.matchAll(/^ \* {3}(\w+): ?(.*)$/gm), ([, key = '', value = '']) => [key, value]),
    )
    const input = plain(said.get('in') ?? '')
    const output = said.get('out')
    const declares = said.get('declares')
    return {
      input,
      output: output === undefined ? input : plain(output),
      findings: said.get('finding')?.split(' '),
      declares: declares === undefined ? undefined : JSON.parse(declares),
    }
  })
}

function plain(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(n|r)|\\)/g, (_, code?: string, letter?: string) => {
    if (code) return String.fromCharCode(Number.parseInt(code, 16))
    return letter === 'n' ? '\n' : letter === 'r' ? '\r' : '\\'
  })
}
