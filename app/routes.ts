import type {Fetch} from './listen.ts'

/** The apps of the first port. */
export interface Surfaces {
  /** Absent with hosted Sanity. */
  lake: Fetch | undefined
  ingest: Fetch
  studio: Fetch
}

/** Paths of Sanity's HTTP API; see lake/routes. */
const LAKE_PATH = /^\/(?:v1|vX|v\d{4}-\d{2}-\d{2}|images|files)(?:\/|$)/
const INGEST_PATH = /^\/ingest(?:\/|$)/

/** One origin for the Studio, the Content Lake and the endpoint, so that the Studio needs no other host. */
export function route({lake, ingest, studio}: Surfaces): Fetch {
  return (request, connection) => {
    const {pathname} = new URL(request.url)
    if (LAKE_PATH.test(pathname) && lake) return lake(request, connection)
    return INGEST_PATH.test(pathname) ? ingest(request, connection) : studio(request, connection)
  }
}
