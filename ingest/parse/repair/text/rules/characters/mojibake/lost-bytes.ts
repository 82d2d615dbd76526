/** Wrongly decoded characters that lost a byte: they are restored from the remaining bytes and the word around them. */
import type {Edit} from '../../../../../trace/traced-text.ts'

/** Endings after an apostrophe in English words. */
const ENDING = '(?=(?:s|t|re|ve|ll|d|m)(?![\\p{L}\\p{N}]))'

interface Loss {
  pattern: RegExp
  value: string
}

const losses: readonly Loss[] = [
  // Decoded wrongly twice, with question marks for bytes that no set could show.
  {pattern: /(?<=\p{L})(?:Ã\??Â?¢|â)(?:â\?¬|€)(?:â\?¢|™)/gu, value: '’'},
  // A closing quotation mark, whose last byte Windows-1252 lacks; a dash, whose last byte was straightened.
  {pattern: /â€(?=[?\ufffd])[?\ufffd]/gu, value: '”'},
  {pattern: /â€(?=["“”])["“”]/gu, value: '—'},
  {pattern: /(?<=[\p{L}\p{N}.,!?…])â€(?=[ \t\n<),.;:!]|$)/gu, value: '”'},
  {pattern: /(?<=\p{L})â(?:\?\?|€\?)(?=\p{L})/gu, value: '’'},
  // Only a replacement character is left.
  {pattern: new RegExp(`(?<=\\p{L})(?:ï¿½|\\ufffd)${ENDING}`, 'gu'), value: '’'},
  {pattern: new RegExp(`(?<=\\p{Ll})\\?\\?\\?${ENDING}`, 'gu'), value: '’'},
]

/** Find edits that restore lost characters; none in a text without such remnants. */
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
