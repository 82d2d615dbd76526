/** Takes sources with several articles, such as feeds, apart: each article is an input of its own. */
import {decode} from '../../parse/decode/index.ts'
import {InputError} from '../../parse/errors.ts'
import type {Scrape} from '../../parse/types.ts'
import {entriesOf} from '../../parse/unwrap/entries/index.ts'
import type {Input} from './inputs.ts'

/** What a feed or JSON may begin with: `<`, `{`, `[`, white space, or a byte order mark. */
const STARTS = new Set([0x3c, 0x7b, 0x5b, 0x20, 0x09, 0x0a, 0x0d, 0xef])
/** Signs of a feed or of JSON among the first characters. */
const SIGN =
  /^[\s\ufeff]*(?:[[{]|<(?:\?xml|rss|feed|rdf:|channel|item|entry|[a-z][\w-]{0,20}:(?:feed|entry)))/i

/** Inputs, and instead of one with several articles each of these; the name and origin of such an input end with the entry's id. */
export async function* eachEntry(inputs: AsyncIterable<Input>): AsyncGenerator<Input> {
  for await (const input of inputs) {
    const scrapes = 'scrape' in input ? scrapesOf(input.scrape) : []
    if (scrapes.length === 0) yield input
    for (const {id, scrape} of scrapes) yield {name: `${input.name}#${id}`, scrape}
  }
}

/** The scrapes of the articles in a scrape; empty if it has only one. */
export function scrapesOf(scrape: Scrape): {id: string; scrape: Scrape}[] {
  const {bytes, contentType, origin, fetchedAt, unread} = scrape
  const [first = 0] = bytes
  if (
    !STARTS.has(first) ||
    !SIGN.test(new TextDecoder('latin1').decode(bytes.subarray(0, 300)).replace(/^\u00ef\u00bb\u00bf/, ''))
  )
    return []
  return entriesOf(textOf(scrape)).map(({id, url, source}) => ({
    id,
    scrape: {
      // The address of the feed is not that of its articles.
      ...(url !== undefined && {url}),
      ...(fetchedAt !== undefined && {fetchedAt}),
      ...(unread && {unread}),
      contentType: `${(contentType ?? 'text/plain').replace(/;.*/s, '')}; charset=utf-8`,
      bytes: new TextEncoder().encode(source),
      origin: `${origin}#${id}`,
    },
  }))
}

/** The text of a scrape; empty for one that cannot be decoded, which is refused when it is parsed. */
function textOf({bytes, contentType, origin}: Scrape): string {
  try {
    return decode(bytes, {contentType, name: origin}).text
  } catch (error) {
    if (error instanceof InputError) return ''
    throw error
  }
}
