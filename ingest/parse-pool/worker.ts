/** Body of a parsing thread: one scrape in, one result or reason out. */
import {parentPort} from 'node:worker_threads'
import {InputError, type InputErrorCode} from '../parse/errors.ts'
import {type ParseOptions, parseScrape} from '../parse/parse.ts'
import type {ParseResult, Scrape} from '../parse/types.ts'

export interface ParseRequest {
  scrape: Scrape
  options: ParseOptions
}

export type ParseReply = {result: ParseResult} | {error: {code: InputErrorCode; message: string}}

function reply({scrape, options}: ParseRequest): ParseReply {
  try {
    return {result: parseScrape(scrape, options)}
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

parentPort?.on('message', (request: ParseRequest) => parentPort?.postMessage(reply(request)))
