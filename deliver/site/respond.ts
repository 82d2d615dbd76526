import type {Context} from 'hono'
import {CursorError} from '../cursor.ts'
import {ContentLakeError} from './content-lake.ts'
import type {Site} from './options.ts'
import {type PageHead, page} from './pages/layout.ts'
import type {Markup} from './pages/markup.ts'
import {message} from './pages/message.ts'

type Answer = Response | Promise<Response>

/** The responses that routes can give. */
export interface Respond {
  page: (c: Context, head: PageHead, main: Markup) => Answer
  /** Nothing is here, or not for this method. */
  missing: (c: Context) => Answer
  failed: (c: Context, error: unknown) => Answer
}

interface Problem {
  status: 400 | 404 | 405 | 500 | 503
  code: string
  title: string
  text: string
}

const NOT_FOUND: Problem = {
  status: 404,
  code: 'notFound',
  title: 'Not found',
  text: 'Nothing is published at this address. It may have been withdrawn, or the address has a mistake in it.',
}
const NOT_ALLOWED: Problem = {
  status: 405,
  code: 'methodNotAllowed',
  title: 'Only for reading',
  text: 'This site answers GET and HEAD.',
}
const UNREACHABLE: Problem = {
  status: 503,
  code: 'contentLakeUnreachable',
  title: 'The content lake is not reachable',
  text: 'The articles are kept in a content lake that does not answer at the moment. Try again in a little while.',
}
const BROKEN: Problem = {
  status: 500,
  code: 'internal',
  title: 'This page could not be made',
  text: 'Something is wrong with this site, not with your request. It has been noted.',
}

function problemOf(error: unknown): Problem {
  if (error instanceof ContentLakeError) return UNREACHABLE
  if (error instanceof CursorError) {
    return {
      status: 400,
      code: 'badCursor',
      title: 'This page of the list does not exist',
      text: error.message,
    }
  }
  return BROKEN
}

/** The responses of a site. */
export function renderer(site: Site): Respond {
  const show = (c: Context, {status, code, title, text}: Problem): Answer => {
    const header = {...(status === 405 && {Allow: 'GET, HEAD'}), ...(status === 503 && {'Retry-After': '10'})}
    if (c.req.path.endsWith('.json')) return c.json({error: {code, message: text}}, status, header)
    if (/\.(?:md|xml|txt|css)$/.test(c.req.path)) return c.text(`${title}. ${text}\n`, status, header)
    return c.html(page(site, {title}, message(title, text)), status, header)
  }
  return {
    page: (c, head, main) => c.html(page(site, head, main)),
    missing: (c) => show(c, c.req.method === 'GET' || c.req.method === 'HEAD' ? NOT_FOUND : NOT_ALLOWED),
    failed: (c, error) => show(c, problemOf(error)),
  }
}
