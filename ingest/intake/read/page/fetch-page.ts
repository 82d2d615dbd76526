/**
 * Fetch one page of the public web, to inspect how the pipeline parses it. Nothing that the page refers to is fetched.
 */
import {Agent, request} from 'undici'
import {InputError} from '../../../parse/errors.ts'
import type {Scrape} from '../../../parse/types.ts'
import {parseWebUrl} from '../../../store/draft/normalize-url.ts'
import {type ConnectorOptions, guardedConnector} from './connector.ts'

/** Limits of fetching a page. */
export interface FetchPageOptions extends ConnectorOptions {
  /** Largest response, in bytes. */
  maxBytes: number
  /** Time limit of the whole request with its redirects, in milliseconds. */
  timeoutMs: number
}

const MAX_REDIRECTIONS = 5
const HEADERS = {accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1', 'user-agent': 'copydesk'}

/** Fetch a page. Throws {@link InputError}: `unreadable` with the reason, or `too-large`. */
export async function fetchPage(address: string, options: FetchPageOptions): Promise<Scrape> {
  const {maxBytes, timeoutMs, ...connector} = options
  const dispatcher = new Agent({connect: guardedConnector(connector), maxHeaderSize: 65_536})
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    let url = webUrl(address, address)
    for (let hop = 0; hop <= MAX_REDIRECTIONS; hop++) {
      const {statusCode, headers, body} = await request(url, {dispatcher, signal, headers: HEADERS})
      const location = headers.location
      if (statusCode >= 300 && statusCode < 400 && typeof location === 'string') {
        await body.dump()
        url = webUrl(URL.parse(location, url)?.href ?? location, address)
        continue
      }
      if (statusCode !== 200) {
        await body.dump()
        throw new InputError(
          'unreadable',
          `${url.href} responded with ${statusCode}. Check the address, or save the page to a file and parse that.`,
        )
      }
      const type = headers['content-type']
      return {
        bytes: await bytesOf(body, maxBytes, url.href),
        url: url.href,
        origin: address,
        ...(typeof type === 'string' && {contentType: type}),
      }
    }
    throw new InputError('unreadable', `${address} redirects more than ${MAX_REDIRECTIONS} times`)
  } catch (error) {
    if (error instanceof InputError) throw error
    const reason = signal.aborted
      ? `no complete response within ${timeoutMs / 1000} s`
      : error instanceof Error
        ? error.message
        : String(error)
    throw new InputError('unreadable', `${address} could not be fetched: ${reason}`, {cause: error})
  } finally {
    await dispatcher.destroy()
  }
}

function webUrl(value: string, asked: string): URL {
  const url = parseWebUrl(value)
  if (!url)
    throw new InputError(
      'unreadable',
      value === asked
        ? `${asked.slice(0, 200)} is not an http(s) address`
        : `${asked} redirects to ${value.slice(0, 200)}, which is not an http(s) address`,
    )
  if (url.username || url.password)
    throw new InputError('unreadable', `${asked} contains a user name or password, which is not sent`)
  return url
}

async function bytesOf(body: AsyncIterable<Uint8Array>, maxBytes: number, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > maxBytes) {
      throw new InputError(
        'too-large',
        `${name} is longer than the ${maxBytes} bytes allowed; raise --max-bytes`,
      )
    }
    parts.push(part)
  }
  return Buffer.concat(parts, size)
}
