/**
 * Characters that were decoded wrongly and lost a byte on the way: what they were is read from what is left of them and
 * from the word they stand in.
 */
import type {Edit} from '../../../../../trace/traced-text.ts'

/** What follows an apostrophe in English words. */
const ENDING = '(?=(?:s|t|re|ve|ll|d|m)(?![\\p{L}\\p{N}]))'

interface Loss {
  pattern: RegExp
  value: string
}

const losses: readonly Loss[] = [
  // Twice wrong, with question marks for bytes that no set could show.
  {pattern: /(?<=\p{L})(?:Ã\??Â?¢|â)(?:â\?¬|€)(?:â\?¢|™)/gu, value: '’'},
  // A closing quotation mark, whose last byte Windows-1252 does not have; a dash, whose last was straightened.
  {pattern: /â€(?=[?\ufffd])[?\ufffd]/gu, value: '”'},
  {pattern: /â€(?=["“”])["“”]/gu, value: '—'},
  {pattern: /(?<=[\p{L}\p{N}.,!?…])â€(?=[ \t\n<),.;:!]|$)/gu, value: '”'},
  {pattern: /(?<=\p{L})â(?:\?\?|€\?)(?=\p{L})/gu, value: '’'},
  // Nothing left but what stands for an unknown character.
  {pattern: new RegExp(`(?<=\\p{L})(?:ï¿½|\\ufffd)${ENDING}`, 'gu'), value: '’'},
  {pattern: new RegExp(`(?<=\\p{Ll})\\?\\?\\?${ENDING}`, 'gu'), value: '’'},
]

/** Edits that restore what was lost; none in a text without such rests. */
export function lostBytes(value: string): Edit[] {
  if (!/[âÃï\ufffd]|\?\?\?/.test(value)) return []
  const edits: Edit[] = []
  for (const loss of losses) {
    for (const match of value.matchAll(loss.pattern)) {
      if (loss.value === '’' && !/[?\ufffd½]/.test(match[0])) continue
      edits.push({start: match.index, end: match.index + match[0].length, value: loss.value})
    }
  }
  return edits
}
