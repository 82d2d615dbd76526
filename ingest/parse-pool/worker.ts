/** Body of a parsing thread: one request in, one reply out. */
import {parentPort} from 'node:worker_threads'
import {InputError, type InputErrorCode} from '../parse/errors.ts'
import {type ParseOptions, parseScrape} from '../parse/parse.ts'
import type {ParseResult, Scrape} from '../parse/types.ts'

/** What a parsing thread is asked. */
export interface ParseRequest {
  scrape: Scrape
  options: ParseOptions
  /** Which of the two forms the result takes. */
  as: 'result' | 'json'
}

/** An article and its findings, serialized where they were made, so that other threads only pass bytes on. */
export interface ParsedJson {
  /** UTF-8 of `{article, findings}`. */
  json: Uint8Array
  /** Milliseconds that parsing took, without waiting and serializing. */
  ms: number
}

/** The answer to a request: the result in the form asked for, or why there is none. */
export type ParseReply =
  | {result: ParseResult}
  | {parsed: ParsedJson}
  | {error: {code: InputErrorCode; message: string}}

function replyTo({scrape, options, as}: ParseRequest): ParseReply {
  try {
    const start = performance.now()
    const result = parseScrape(scrape, options)
    const ms = performance.now() - start
    return as === 'json' ? {parsed: {json: toJson(result), ms}} : {result}
  } catch (error) {
    if (error instanceof InputError) return {error: {code: error.code, message: error.message}}
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return {
      error: {
        code: 'internal',
        message: `${scrape.origin} made the parser fail; please report it with the input. ${reason}`,
      },
    }
  }
}

const encoder = new TextEncoder()

const toJson = ({article, findings}: ParseResult): Uint8Array<ArrayBuffer> =>
  encoder.encode(JSON.stringify({article, findings}))

parentPort?.on('message', (request: ParseRequest) => parentPort?.postMessage(replyTo(request)))
