/** A text as numbers, words and punctuation, so that dates can be found without a pattern per language. */

export type Token =
  | {kind: 'number'; value: number; digits: number}
  | {kind: 'word'; text: string}
  | {kind: 'mark'; text: string}

/** Split a text into tokens; white space is left out. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/\d+|[\p{L}\p{M}]+|[^\s\d\p{L}\p{M}]/gu)].map(([token]): Token => {
    if (/^\d/.test(token)) return {kind: 'number', value: Number(token), digits: token.length}
    return /^[\p{L}\p{M}]/u.test(token) ? {kind: 'word', text: token} : {kind: 'mark', text: token}
  })
}
